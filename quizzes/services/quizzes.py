"""Quizzes and assignments."""

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction

from quizzes.models import Assignment, Question, Quiz, QuizQuestion
from studyapp.models import Document, Member, StudyGroup


@transaction.atomic
def create_quiz(
    *, document: Document, title: str, questions: Sequence[Question], seed: int, created_by: Member | None
) -> Quiz:
    """A quiz that asks these questions in this order."""
    quiz = Quiz.objects.create(document=document, title=title, seed=seed, created_by=created_by)
    QuizQuestion.objects.bulk_create(
        [
            QuizQuestion(quiz=quiz, question=question, position=position)
            for position, question in enumerate(questions, start=1)
        ]
    )
    return quiz


def assign_quiz(
    *,
    quiz: Quiz,
    group: StudyGroup,
    opens_at: datetime,
    due_at: datetime,
    created_by: Member | None,
    closes_at: datetime | None = None,
    attempts_allowed: int = 1,
) -> Assignment:
    """Give the quiz to the group. IntegrityError when the window is not in order (a named constraint says which)."""
    return Assignment.objects.create(
        quiz=quiz,
        group=group,
        opens_at=opens_at,
        due_at=due_at,
        closes_at=closes_at,
        attempts_allowed=attempts_allowed,
        created_by=created_by,
    )

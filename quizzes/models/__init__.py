"""Stored questions, quizzes and what members did with them."""

from quizzes.models.attempts import Attempt, AttemptQuestion, Grade, Response
from quizzes.models.questions import Question, QuestionVersion
from quizzes.models.quizzes import Assignment, Quiz, QuizQuestion

__all__ = [
    "Assignment",
    "Attempt",
    "AttemptQuestion",
    "Grade",
    "Question",
    "QuestionVersion",
    "Quiz",
    "QuizQuestion",
    "Response",
]

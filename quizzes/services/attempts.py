"""Taking a quiz: start, save answers, submit. Every write can be sent twice and counts once."""

import uuid
from dataclasses import asdict, dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

from django.db import IntegrityError, transaction
from django.db.models import Max

from quizzes.domain.answers import AnswerKey, grade_response, is_answered
from quizzes.domain.questions import Kind
from quizzes.domain.verdicts import Rule
from quizzes.models import Assignment, Attempt, AttemptQuestion, Grade, QuestionVersion, Response
from studyapp.models import Member


class StartRefusal(StrEnum):
    """Why an attempt cannot be started."""

    NOT_OPEN_YET = "not_open_yet"
    CLOSED = "closed"
    NO_ATTEMPTS_LEFT = "no_attempts_left"
    NO_QUESTIONS = "no_questions"


class SaveResult(StrEnum):
    """What became of a save."""

    SAVED = "saved"
    UNCHANGED = "unchanged"
    STALE = "stale"
    CLOSED = "closed"


@dataclass(frozen=True, kw_only=True)
class SaveOutcome:
    """The result of a save, and the newest stored answer: its sequence (0 when there is none), value and time."""

    result: SaveResult
    sequence: int
    value: Any
    received_at: datetime | None


def open_attempt(*, assignment: Assignment, member: Member) -> Attempt | None:
    """The member's attempt that is not submitted yet. One query."""
    return Attempt.objects.filter(assignment=assignment, member=member, submitted_at=None).first()


def start_attempt(*, assignment: Assignment, member: Member, now: datetime) -> Attempt | StartRefusal:
    """The member's open attempt, started when there is none, or why it cannot be.

    A second call, in series or at the same moment, returns the same attempt: the partial unique constraint judges.
    """
    try:
        with transaction.atomic():
            running = open_attempt(assignment=assignment, member=member)
            return running or _start(assignment=assignment, member=member, now=now)
    except IntegrityError:
        running = open_attempt(assignment=assignment, member=member)
        if running is None:
            raise
        return running


def _start(*, assignment: Assignment, member: Member, now: datetime) -> Attempt | StartRefusal:
    if now < assignment.opens_at:
        return StartRefusal.NOT_OPEN_YET
    if assignment.is_closed(now):
        return StartRefusal.CLOSED
    used = Attempt.objects.filter(assignment=assignment, member=member).aggregate(last=Max("number"))["last"] or 0
    if used >= assignment.attempts_allowed:
        return StartRefusal.NO_ATTEMPTS_LEFT
    versions = _newest_versions(assignment)
    if not versions:
        return StartRefusal.NO_QUESTIONS
    attempt = Attempt.objects.create(
        assignment=assignment,
        member=member,
        number=used + 1,
        pass_mark=assignment.pass_mark,
        due_at=assignment.due_at,
        started_at=now,
        last_activity_at=now,
        question_count=len(versions),
    )
    AttemptQuestion.objects.bulk_create(
        [
            AttemptQuestion(attempt=attempt, version=version, position=position)
            for position, version in enumerate(versions, start=1)
        ]
    )
    return attempt


def _newest_versions(assignment: Assignment) -> list[QuestionVersion]:
    """The newest version of each of the quiz's questions, in quiz order. Two queries."""
    question_ids = list(
        assignment.quiz.places.exclude(question__state="rejected")
        .order_by("position")
        .values_list("question", flat=True)
    )
    newest = {
        version.question_id: version
        for version in QuestionVersion.objects.filter(question__in=question_ids).order_by("number")
    }
    return [newest[question_id] for question_id in question_ids]


@transaction.atomic
def save_response(
    *, attempt: Attempt, question: AttemptQuestion, value: Any, sequence: int, key: uuid.UUID, now: datetime
) -> SaveOutcome:
    """Append an answer, unless it is the same save again, an older one, or too late.

    `sequence` must be higher than the newest stored one: an older tab never overwrites a newer answer. `value` is a
    parsed response of the question's kind. Only a commit makes the outcome SAVED. Four queries.
    """
    attempt = Attempt.objects.select_for_update().select_related("assignment").get(pk=attempt.pk)
    newest = question.responses.order_by("-sequence").first()
    repeated = question.responses.filter(key=key).first() if newest else None
    if repeated:
        return _outcome(SaveResult.SAVED, repeated)
    if attempt.submitted_at is not None or attempt.assignment.is_closed(now):
        return _outcome(SaveResult.CLOSED, newest)
    if newest and newest.value == value:
        return _outcome(SaveResult.UNCHANGED, newest)
    if newest and sequence <= newest.sequence:
        return _outcome(SaveResult.STALE, newest)
    response = Response.objects.create(
        attempt_question=question,
        sequence=(newest.sequence if newest else 0) + 1,
        key=key,
        value=value,
        received_at=now,
    )
    before, after = bool(newest and is_answered(newest.value)), is_answered(value)
    attempt.answered += after - before
    attempt.last_activity_at = now
    attempt.save(update_fields=["answered", "last_activity_at"])
    return _outcome(SaveResult.SAVED, response)


def _outcome(result: SaveResult, response: Response | None) -> SaveOutcome:
    return SaveOutcome(
        result=result,
        sequence=response.sequence if response else 0,
        value=response.value if response else None,
        received_at=response.received_at if response else None,
    )


@transaction.atomic
def submit_attempt(*, attempt: Attempt, now: datetime) -> Attempt:
    """Close the attempt and grade its newest answers. Submitting again changes nothing and returns the same score."""
    attempt = Attempt.objects.select_for_update().get(pk=attempt.pk)
    if attempt.submitted_at is not None:
        return attempt
    questions = list(attempt.questions.select_related("version__question"))
    newest = newest_responses(attempt)
    grades = [_grade(question, newest.get(question.pk), now) for question in questions]
    Grade.objects.bulk_create(grades)
    attempt.submitted_at = attempt.last_activity_at = now
    attempt.score = sum(grade.correctness or 0.0 for grade in grades)
    attempt.save(update_fields=["submitted_at", "last_activity_at", "score"])
    return attempt


def newest_responses(attempt: Attempt) -> dict[int, Response]:
    """The newest response of each answered question of the attempt, by attempt question. One query."""
    responses = Response.objects.filter(attempt_question__attempt=attempt).order_by("sequence")
    return {response.attempt_question_id: response for response in responses}


def _grade(question: AttemptQuestion, response: Response | None, now: datetime) -> Grade:
    verdict = grade_response(answer_key(question.version), response.value if response else None)
    return Grade(
        attempt_question=question,
        number=1,
        response=response,
        source=Grade.Source.SUBMIT,
        correctness=verdict.correctness,
        verdict={"parts": [asdict(part) for part in verdict.parts]},
        rules_version=verdict.rules_version,
        created_at=now,
    )


def answer_key(version: QuestionVersion) -> AnswerKey:
    """The key a question version is graded with."""
    key: Any = version.key
    kind = Kind(version.question.kind)
    if kind is Kind.MATCHING:
        key = tuple(option for _prompt, option in sorted(key))
    elif kind is Kind.ORDERING:
        key = tuple(key)
    return AnswerKey(
        kind=kind,
        answers=tuple(tuple(accepted) for accepted in version.answers),
        key=key,
        texts=tuple(version.options),
        order_free=tuple(tuple(group) for group in version.order_free),
        rule=Rule(version.rule),
    )

"""Starting, saving and submitting: everything may be sent twice."""

import uuid
from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from quizzes.models import Attempt, Grade, Response
from quizzes.services.attempts import SaveResult, StartRefusal, save_response, start_attempt, submit_attempt
from tests.factories import make_study


def start(study, member=None):
    return start_attempt(assignment=study.assignment, member=member or study.member, now=timezone.now())


def save(attempt, position, value, sequence, key=None):
    question = attempt.questions.get(position=position)
    return save_response(
        attempt=attempt,
        question=question,
        value=value,
        sequence=sequence,
        key=key or uuid.uuid4(),
        now=timezone.now(),
    )


def test_starting_twice_is_one_attempt(study):
    assert start(study) == start(study)
    assert Attempt.objects.count() == 1


def test_the_database_itself_refuses_a_second_open_attempt(study):
    attempt = start(study)
    attempt.pk, attempt.number = None, 2
    with pytest.raises(IntegrityError), transaction.atomic():
        attempt.save(force_insert=True)


def test_no_start_before_the_window_after_it_or_beyond_the_attempts(study):
    assignment, now = study.assignment, timezone.now()
    early = start_attempt(assignment=assignment, member=study.member, now=assignment.opens_at - timedelta(seconds=1))
    assert early is StartRefusal.NOT_OPEN_YET
    assignment.closes_at = assignment.due_at
    closed = start_attempt(assignment=assignment, member=study.member, now=assignment.due_at)
    assert closed is StartRefusal.CLOSED
    submit_attempt(attempt=start(study), now=now)
    assert start(study) is StartRefusal.NO_ATTEMPTS_LEFT


def test_responses_are_appended_and_the_newest_counts(study):
    attempt = start(study)
    assert save(attempt, 1, ["体"], 1).sequence == 1
    assert save(attempt, 1, ["体会"], 2).sequence == 2
    assert list(Response.objects.values_list("value", flat=True)) == [["体"], ["体会"]]
    attempt.refresh_from_db()
    assert attempt.answered == 1


def test_the_same_save_again_is_one_row(study):
    attempt, key = start(study), uuid.uuid4()
    first = save(attempt, 1, ["体会"], 1, key)
    again = save(attempt, 1, ["体会"], 1, key)
    assert (again.result, again.sequence) == (SaveResult.SAVED, first.sequence)
    assert Response.objects.count() == 1


def test_an_older_save_never_overwrites_a_newer_one(study):
    attempt = start(study)
    save(attempt, 1, ["新"], 1)
    late = save(attempt, 1, ["旧"], 1)
    assert (late.result, late.sequence, late.value) == (SaveResult.STALE, 1, ["新"])


def test_clearing_an_answer_counts_it_as_unanswered(study):
    attempt = start(study)
    save(attempt, 1, ["体会"], 1)
    save(attempt, 1, [""], 2)
    attempt.refresh_from_db()
    assert attempt.answered == 0


def test_submitting_grades_once_and_closes(study):
    attempt = start(study)
    save(attempt, 1, ["体会。"], 1)
    save(attempt, 2, ["笔记簿"], 1)
    save(attempt, 3, 1, 1)
    first = submit_attempt(attempt=attempt, now=timezone.now())
    again = submit_attempt(attempt=attempt, now=timezone.now() + timedelta(hours=1))
    assert (first.score, again.score, again.submitted_at) == (2.0, 2.0, first.submitted_at)
    assert list(Grade.objects.values_list("correctness", flat=True)) == [1.0, 0.0, 1.0]
    assert save(attempt, 2, ["笔记本"], 2).result is SaveResult.CLOSED


def test_an_attempt_keeps_the_questions_it_started_with(study):
    attempt = start(study)
    version = attempt.questions.get(position=1).version
    version.question.versions.create(
        **{
            field.attname: getattr(version, field.attname)
            for field in version._meta.fields
            if field.name not in {"id", "number", "stem", "created_at"}
        },
        number=2,
        stem="改过的题目____",
    )
    assert attempt.questions.get(position=1).version == version


@pytest.mark.django_db
def test_unanswered_questions_are_wrong_not_missing():
    study = make_study(attempts_allowed=2)
    submitted = submit_attempt(attempt=start(study), now=timezone.now())
    assert (submitted.score, Grade.objects.count()) == (0.0, 3)
    assert start(study).number == 2

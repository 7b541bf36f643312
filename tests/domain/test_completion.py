"""The states of a board cell."""

from datetime import UTC, datetime, timedelta

from quizzes.domain.completion import AttemptFacts, CompletionState, complete

DUE = datetime(2026, 11, 27, 10, 0, tzinfo=UTC)
HOUR = timedelta(hours=1)


def facts(*, submitted_at=None, score=None, answered=4):
    return AttemptFacts(
        answered=answered,
        question_count=10,
        last_activity_at=submitted_at or DUE - 2 * HOUR,
        submitted_at=submitted_at,
        score=score,
    )


def state(attempts, now):
    return complete(attempts, due_at=DUE, pass_mark=60, now=now).state


def test_before_and_after_the_due_time():
    assert state([], DUE) is CompletionState.NOT_STARTED
    assert state([], DUE + HOUR) is CompletionState.OVERDUE
    assert state([facts()], DUE) is CompletionState.IN_PROGRESS
    assert state([facts()], DUE + HOUR) is CompletionState.OVERDUE


def test_the_first_submission_decides_about_late_the_best_about_the_score():
    early, late = facts(submitted_at=DUE - HOUR, score=5.0), facts(submitted_at=DUE + HOUR, score=9.0)
    both = complete([early, late], due_at=DUE, pass_mark=60, now=DUE + 2 * HOUR)
    assert (both.state, both.score, both.passed, both.percent) == (CompletionState.DONE, 9.0, True, 90)
    only_late = complete([late], due_at=DUE, pass_mark=95, now=DUE + 2 * HOUR)
    assert (only_late.state, only_late.passed) == (CompletionState.LATE, False)

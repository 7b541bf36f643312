"""Where a member stands with an assignment.

Completion (it was handed in) and pass (the score was reached) are two different facts; the third, mastery, is
remembered knowledge and belongs to cards.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class CompletionState(StrEnum):
    """未开始, 进行中, 完成, 迟交, 逾期."""

    NOT_STARTED = "not_started"
    IN_PROGRESS = "in_progress"
    DONE = "done"
    LATE = "late"
    OVERDUE = "overdue"


@dataclass(frozen=True, kw_only=True, slots=True)
class AttemptFacts:
    """What completion needs to know of one attempt. `score` is points out of `question_count`."""

    answered: int
    question_count: int
    last_activity_at: datetime
    submitted_at: datetime | None
    score: float | None


@dataclass(frozen=True, kw_only=True, slots=True)
class Completion:
    """A cell of the board. `score` and `passed` are of the best submitted attempt, None before one is submitted."""

    state: CompletionState
    answered: int = 0
    question_count: int = 0
    score: float | None = None
    passed: bool | None = None
    attempts_used: int = 0
    last_activity_at: datetime | None = None

    @property
    def is_complete(self) -> bool:
        """Whether an attempt was handed in, in time or late."""
        return self.state in {CompletionState.DONE, CompletionState.LATE}

    @property
    def percent(self) -> int | None:
        """The score in whole per cent, halves rounded up; None before an attempt is submitted."""
        if self.score is None or not self.question_count:
            return None
        return int(self.score * 100 / self.question_count + 0.5)


def complete(attempts: Sequence[AttemptFacts], *, due_at: datetime, pass_mark: int, now: datetime) -> Completion:
    """Sum up a member's attempts at one assignment. `pass_mark` is in per cent.

    The best score counts; the first submission decides whether it came in time.
    """
    submitted = [attempt for attempt in attempts if attempt.submitted_at is not None]
    if submitted:
        return _completed(attempts, submitted, due_at=due_at, pass_mark=pass_mark)
    if not attempts:
        state = CompletionState.OVERDUE if now > due_at else CompletionState.NOT_STARTED
        return Completion(state=state)
    running = attempts[-1]
    return Completion(
        state=CompletionState.OVERDUE if now > due_at else CompletionState.IN_PROGRESS,
        answered=running.answered,
        question_count=running.question_count,
        attempts_used=len(attempts),
        last_activity_at=running.last_activity_at,
    )


def _completed(
    attempts: Sequence[AttemptFacts], submitted: Sequence[AttemptFacts], *, due_at: datetime, pass_mark: int
) -> Completion:
    best = max(submitted, key=lambda attempt: (attempt.score or 0.0) / max(1, attempt.question_count))
    first = min(attempt.submitted_at for attempt in submitted if attempt.submitted_at is not None)
    score = best.score or 0.0
    return Completion(
        state=CompletionState.LATE if first > due_at else CompletionState.DONE,
        answered=best.answered,
        question_count=best.question_count,
        score=score,
        passed=score * 100 >= pass_mark * best.question_count,
        attempts_used=len(attempts),
        last_activity_at=max(attempt.last_activity_at for attempt in attempts),
    )

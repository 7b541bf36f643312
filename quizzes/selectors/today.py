"""What a member has to do."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Count

from quizzes.domain.completion import AttemptFacts, Completion, complete
from quizzes.models import Assignment
from quizzes.selectors.completion import attempt_facts
from studyapp.models import Member

SECONDS_PER_QUESTION = 35
"""A first guess for the time a quiz takes, until the group's own times are known."""


@dataclass(frozen=True, kw_only=True)
class TodayEntry:
    """An assignment as the member sees it."""

    assignment: Assignment
    completion: Completion
    question_count: int
    is_open: bool
    is_closed: bool
    due_at: datetime

    @property
    def attempts_left(self) -> int:
        """How many more attempts may be started."""
        return max(0, self.assignment.attempts_allowed - self.completion.attempts_used)

    @property
    def minutes(self) -> int:
        """About how long it takes, in whole minutes, at least one."""
        return max(1, round(self.question_count * SECONDS_PER_QUESTION / 60))

    @property
    def answered_percent(self) -> int:
        """How much of the running attempt is answered, in whole per cent."""
        return 100 * self.completion.answered // max(1, self.question_count)


@dataclass(frozen=True, kw_only=True)
class Today:
    """The home page: what is to do, then what is done. `due_at` of each entry is in its group's time zone."""

    to_do: tuple[TodayEntry, ...]
    done: tuple[TodayEntry, ...]


def today(member: Member, *, now: datetime) -> Today:
    """The member's assignments, the nearest deadline first. Two queries."""
    assignments = list(
        Assignment.objects.visible_to(member)
        .select_related("quiz__document", "group")
        .annotate(question_count=Count("quiz__places"))
        .order_by("due_at", "pk")
    )
    facts = attempt_facts(assignments, member_id=member.pk)
    entries = [_entry(assignment, facts.get((assignment.pk, member.pk), []), now) for assignment in assignments]
    return Today(
        to_do=tuple(entry for entry in entries if not entry.completion.is_complete and not entry.is_closed),
        done=tuple(entry for entry in reversed(entries) if entry.completion.is_complete or entry.is_closed),
    )


def assignment_entry(assignment: Assignment, member: Member, *, now: datetime) -> TodayEntry:
    """One assignment as the member sees it. Two queries."""
    counted = (
        Assignment.objects.select_related("quiz__document", "group")
        .annotate(question_count=Count("quiz__places"))
        .get(pk=assignment.pk)
    )
    facts = attempt_facts([assignment], member_id=member.pk)
    return _entry(counted, facts.get((assignment.pk, member.pk), []), now)


def _entry(assignment: Any, attempts: list[AttemptFacts], now: datetime) -> TodayEntry:
    """`assignment` is an Assignment annotated with `question_count`."""
    return TodayEntry(
        assignment=assignment,
        completion=complete(attempts, due_at=assignment.due_at, pass_mark=assignment.pass_mark, now=now),
        question_count=assignment.question_count,
        is_open=assignment.opens_at <= now,
        is_closed=assignment.is_closed(now),
        due_at=assignment.due_at.astimezone(assignment.group.zone),
    )

"""The organizer's board: members x assignments."""

from dataclasses import dataclass
from datetime import datetime

from quizzes.domain.completion import Completion, CompletionState, complete
from quizzes.models import Assignment
from quizzes.selectors.completion import attempt_facts
from studyapp.models import Membership, StudyGroup


@dataclass(frozen=True, kw_only=True)
class BoardRow:
    """A member and their completions, one for each of `Board.columns`, whose titles are repeated for small screens."""

    membership: Membership
    titles: tuple[str, ...]
    cells: tuple[Completion, ...]
    last_activity_at: datetime | None

    @property
    def labelled_cells(self) -> list[tuple[str, Completion]]:
        """(title of the column, completion)."""
        return list(zip(self.titles, self.cells, strict=True))


@dataclass(frozen=True, kw_only=True)
class BoardColumn:
    """An assignment with its totals over the listed members."""

    assignment: Assignment
    due_at: datetime
    done: int
    total: int
    pending: tuple[str, ...]

    @property
    def percent(self) -> int:
        """The share of members who are done, in whole per cent."""
        return 100 * self.done // max(1, self.total)


@dataclass(frozen=True, kw_only=True)
class Board:
    """Everything the board and its export show. Times are in the group's time zone."""

    group: StudyGroup
    columns: tuple[BoardColumn, ...]
    rows: tuple[BoardRow, ...]
    counts: dict[CompletionState, int]


def board(group: StudyGroup, *, now: datetime) -> Board:
    """Every active member, also those who never signed in. Three queries, whatever the size."""
    assignments = list(Assignment.objects.filter(group=group).select_related("quiz").order_by("due_at", "pk"))
    memberships = list(
        Membership.objects.active()
        .filter(group=group, role=Membership.Role.MEMBER)
        .select_related("member")
        .order_by("department", "member__name", "pk")
    )
    facts = attempt_facts(assignments)
    titles = tuple(assignment.quiz.title for assignment in assignments)
    rows = []
    for membership in memberships:
        cells = tuple(
            complete(
                facts.get((assignment.pk, membership.member_id), []),
                due_at=assignment.due_at,
                pass_mark=assignment.pass_mark,
                now=now,
            )
            for assignment in assignments
        )
        active = [cell.last_activity_at for cell in cells if cell.last_activity_at]
        latest = max(active).astimezone(group.zone) if active else None
        rows.append(BoardRow(membership=membership, titles=titles, cells=cells, last_activity_at=latest))
    return Board(
        group=group,
        columns=tuple(_column(assignment, index, rows, group) for index, assignment in enumerate(assignments)),
        rows=tuple(rows),
        counts={state: sum(cell.state is state for row in rows for cell in row.cells) for state in CompletionState},
    )


def _column(assignment: Assignment, index: int, rows: list[BoardRow], group: StudyGroup) -> BoardColumn:
    pending = tuple(row.membership.member.name for row in rows if not row.cells[index].is_complete)
    return BoardColumn(
        assignment=assignment,
        due_at=assignment.due_at.astimezone(group.zone),
        done=len(rows) - len(pending),
        total=len(rows),
        pending=pending,
    )

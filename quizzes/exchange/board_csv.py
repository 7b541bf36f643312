"""The completion board as CSV: RFC 4180, with a byte order mark for Excel, and no cell that runs as a formula."""

import csv
import io
import unicodedata

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from quizzes.domain.completion import Completion, CompletionState
from quizzes.selectors.board import Board

BYTE_ORDER_MARK = "\ufeff"
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n")


def board_csv(board: Board) -> str:
    """One row a member: name, department, then state, score and per cent of every assignment, last activity."""
    out = io.StringIO()
    writer = csv.writer(out)
    headings = [_("Name"), _("Department")]
    for column in board.columns:
        title = column.assignment.quiz.title
        headings += [f"{title} · {part}" for part in (_("State"), _("Score"), _("Questions"))]
    writer.writerow([safe_cell(heading) for heading in [*headings, _("Last activity")]])
    for row in board.rows:
        cells = [row.membership.member.name, row.membership.department]
        for completion in row.cells:
            cells += _completion_cells(completion)
        cells.append(date_format(row.last_activity_at, "Y-m-d H:i") if row.last_activity_at else "")
        writer.writerow([safe_cell(cell) for cell in cells])
    return BYTE_ORDER_MARK + out.getvalue()


def _completion_cells(completion: Completion) -> list[str]:
    score = "" if completion.score is None else f"{completion.score:g}"
    return [state_label(completion.state), score, str(completion.question_count or "")]


def state_label(state: CompletionState) -> str:
    """The word members and organizers read for a state."""
    return {
        CompletionState.NOT_STARTED: _("Not started"),
        CompletionState.IN_PROGRESS: _("In progress"),
        CompletionState.DONE: _("Done"),
        CompletionState.LATE: _("Late"),
        CompletionState.OVERDUE: _("Overdue"),
    }[state]


def safe_cell(text: str) -> str:
    """The text, behind an apostrophe when a spreadsheet would run it, full-width signs and leading blanks included."""
    begins = unicodedata.normalize("NFKC", text).lstrip(" ")[:1]
    return f"'{text}" if begins in FORMULA_STARTS and begins else text

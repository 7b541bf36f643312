"""The pages of a running attempt."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from quizzes.domain.answers import is_answered
from quizzes.domain.questions import BLANK_MARK
from quizzes.models import Assignment, Attempt, AttemptQuestion, QuestionVersion, Response
from studyapp.models import Member

LONGEST_CELLED = 12
"""An answer of more characters gets lines to write on instead of a cell each."""


@dataclass(frozen=True, kw_only=True)
class Place:
    """A number of the strip."""

    position: int
    is_answered: bool
    is_current: bool


@dataclass(frozen=True, kw_only=True)
class Box:
    """Where an answer is typed. `cells` is how many character cells to draw, 0 for a neutral line."""

    index: int
    number: int
    value: str
    cells: int
    is_long: bool


@dataclass(frozen=True, kw_only=True)
class StemPart:
    """A piece of the stem: words, then the blank behind them, if any."""

    words: str
    box: Box | None


@dataclass(frozen=True, kw_only=True)
class OptionRow:
    """An option of a choice, a sentence to place or a prompt to match. `chosen` is an index or None."""

    index: int
    number: int
    text: str
    chosen: int | None


@dataclass(frozen=True, kw_only=True)
class QuestionPage:
    """One question of a running attempt, with what was answered so far."""

    attempt: Attempt
    question: AttemptQuestion
    version: QuestionVersion
    parts: tuple[StemPart, ...]
    boxes: tuple[Box, ...]
    rows: tuple[OptionRow, ...]
    places: tuple[Place, ...]
    value: Any
    sequence: int
    saved_at: datetime | None

    @property
    def kind(self) -> str:
        """The question's kind."""
        return self.version.question.kind

    @property
    def previous(self) -> int | None:
        """The position before, None on the first."""
        return self.question.position - 1 if self.question.position > 1 else None

    @property
    def next(self) -> int | None:
        """The position after, None on the last."""
        return self.question.position + 1 if self.question.position < len(self.places) else None

    @property
    def is_inline(self) -> bool:
        """Whether the boxes stand inside the stem."""
        return any(part.box for part in self.parts)

    @property
    def lang(self) -> str:
        """The `lang` attribute of the question's words."""
        return "zh-Hans" if self.version.language == "zh" else "en"


def attempt_places(attempt: Attempt, *, current: int | None = None) -> tuple[Place, ...]:
    """The number strip. Two queries."""
    questions = list(attempt.questions.values_list("pk", "position"))
    responses = Response.objects.filter(attempt_question__attempt=attempt).order_by("sequence")
    newest = dict(responses.values_list("attempt_question_id", "value"))
    return tuple(
        Place(position=position, is_answered=is_answered(newest.get(pk)), is_current=position == current)
        for pk, position in questions
    )


def question_page(attempt: Attempt, question: AttemptQuestion, *, typed: Any = None) -> QuestionPage:
    """The question with its newest answer, or with `typed` when that could not be saved. Three queries."""
    version = question.version
    newest = question.responses.order_by("-sequence").first()
    value = typed if typed is not None else (newest.value if newest else None)
    boxes = _boxes(version, value)
    return QuestionPage(
        attempt=attempt,
        question=question,
        version=version,
        parts=_parts(version, boxes),
        boxes=boxes,
        rows=_rows(version, value),
        places=attempt_places(attempt, current=question.position),
        value=value,
        sequence=newest.sequence if newest else 0,
        saved_at=newest.received_at.astimezone(attempt.assignment.group.zone) if newest else None,
    )


def _boxes(version: QuestionVersion, value: Any) -> tuple[Box, ...]:
    """A box per answer of a typed question; what is picked from options has none."""
    if version.key is not None:
        return ()
    typed = value if isinstance(value, list) else []
    boxes = []
    for index, accepted in enumerate(version.answers):
        length = len(accepted[0])
        celled = version.language == "zh" and BLANK_MARK in version.stem and length <= LONGEST_CELLED
        boxes.append(
            Box(
                index=index,
                number=index + 1,
                value=str(typed[index]) if index < len(typed) else "",
                cells=length if celled else 0,
                is_long=BLANK_MARK not in version.stem,
            )
        )
    return tuple(boxes)


def _parts(version: QuestionVersion, boxes: tuple[Box, ...]) -> tuple[StemPart, ...]:
    words = version.stem.split(BLANK_MARK)
    return tuple(
        StemPart(words=piece, box=boxes[index] if index < len(words) - 1 and index < len(boxes) else None)
        for index, piece in enumerate(words)
    )


def _rows(version: QuestionVersion, value: Any) -> tuple[OptionRow, ...]:
    texts = version.prompts or version.options
    chosen = value if isinstance(value, list) else []
    return tuple(
        OptionRow(
            index=index,
            number=index + 1,
            text=text,
            chosen=chosen[index] if version.key is not None and index < len(chosen) else None,
        )
        for index, text in enumerate(texts)
    )


def submitted_attempts(assignment: Assignment, member: Member) -> tuple[Attempt, ...]:
    """The member's submitted attempts, the newest first. One query."""
    submitted = Attempt.objects.filter(assignment=assignment, member=member, submitted_at__isnull=False)
    return tuple(submitted.order_by("-number"))

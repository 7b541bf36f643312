"""The result of a submitted attempt: what was missed first, with its difference and its sentence in the source."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from django.db.models import Prefetch

from quizzes.models import Attempt, AttemptQuestion, Grade, QuestionVersion
from studyapp.domain.segmentation import sentences

LONGEST_QUOTE = 160
"""A longer source sentence is shortened around the answer."""


@dataclass(frozen=True, kw_only=True)
class SourceQuote:
    """A sentence of the source in pieces: `answer` pieces are set off."""

    pieces: tuple[tuple[str, bool], ...]
    start: int
    end: int


@dataclass(frozen=True, kw_only=True)
class ResultPart:
    """One blank or box: what was typed, what is accepted, and the difference as tokens."""

    typed: str
    accepted: str
    reason: str
    rule: str
    is_right: bool
    tokens: tuple[tuple[str, str], ...]


@dataclass(frozen=True, kw_only=True)
class ResultRow:
    """A question with its grade."""

    position: int
    version: QuestionVersion
    correctness: float | None
    parts: tuple[ResultPart, ...]
    quote: SourceQuote

    @property
    def is_right(self) -> bool:
        """Whether it got full credit."""
        return self.correctness is not None and self.correctness >= 1

    @property
    def lang(self) -> str:
        """The `lang` attribute of the question's words."""
        return "zh-Hans" if self.version.language == "zh" else "en"


@dataclass(frozen=True, kw_only=True)
class Result:
    """A submitted attempt."""

    attempt: Attempt
    missed: tuple[ResultRow, ...]
    right: tuple[ResultRow, ...]
    duration: timedelta

    @property
    def passed(self) -> bool:
        """Whether the pass mark, copied at the start, was reached."""
        score = self.attempt.score or 0.0
        return score * 100 >= self.attempt.pass_mark * self.attempt.question_count


def result(attempt: Attempt) -> Result:
    """The result of a submitted attempt. Two queries."""
    questions = attempt.questions.select_related("version__question", "version__point", "version__document_version")
    graded = questions.prefetch_related(Prefetch("grades", queryset=Grade.objects.order_by("number")))
    rows = [_row(question) for question in graded]
    submitted_at = attempt.submitted_at or attempt.last_activity_at
    return Result(
        attempt=attempt,
        missed=tuple(row for row in rows if not row.is_right),
        right=tuple(row for row in rows if row.is_right),
        duration=max(submitted_at - attempt.started_at, timedelta()),
    )


def _row(question: AttemptQuestion) -> ResultRow:
    grade = list(question.grades.all())[-1]
    return ResultRow(
        position=question.position,
        version=question.version,
        correctness=grade.correctness,
        parts=tuple(_part(part) for part in grade.verdict["parts"]),
        quote=source_quote(question.version),
    )


def _part(part: dict[str, Any]) -> ResultPart:
    return ResultPart(
        typed=part["typed"],
        accepted=part["accepted"],
        reason=part["reason"],
        rule=part["rule"],
        is_right=(part["correctness"] or 0) >= 1,
        tokens=tuple((token["kind"], token["text"]) for token in part["tokens"]),
    )


def source_quote(version: QuestionVersion) -> SourceQuote:
    """The sentence the question came from, with the answers set off; a long one is shortened around the first."""
    text = version.document_version.text
    blanks = sorted((start, end) for start, end in version.blanks) or [(version.span_start, version.span_end)]
    start, end = _sentence_around(text, *blanks[0])
    if end - start > LONGEST_QUOTE:
        start = max(start, blanks[0][0] - LONGEST_QUOTE // 2)
        end = min(end, max(blanks[0][1], start + LONGEST_QUOTE))
    pieces, at = [], start
    for blank_start, blank_end in blanks:
        if at <= blank_start < end:
            pieces += [(text[at:blank_start], False), (text[blank_start : min(blank_end, end)], True)]
            at = min(blank_end, end)
    pieces.append((text[at:end], False))
    return SourceQuote(pieces=tuple(piece for piece in pieces if piece[0]), start=start, end=end)


def _sentence_around(text: str, start: int, end: int) -> tuple[int, int]:
    """The sentences of one line that hold `text[start:end]`, without blanks at their edges."""
    line_start = text.rfind("\n", 0, start) + 1
    line_end = text.find("\n", end)
    holding = [
        segment.trimmed(text)
        for segment in sentences(text, line_start, len(text) if line_end < 0 else line_end)
        if segment.start < end and segment.end > start
    ]
    return (holding[0].start, holding[-1].end) if holding else (start, end)

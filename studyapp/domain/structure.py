"""What a reading of a text finds: key points, passages and terms, as spans of the stored text.

All offsets are Unicode code points into `Reading.text`, half open: `text[start:end]` is exactly the thing named.
Instances are values: frozen, compared by content, safe to pass between threads.
"""

from dataclasses import dataclass
from enum import StrEnum


class Language(StrEnum):
    """The language a text is written in, as used in `lang` attributes and word lists."""

    CHINESE = "zh"
    ENGLISH = "en"


class TermKind(StrEnum):
    """Why an expression is a term: written in quotation marks, a title in 《…》, or a key expression of the text."""

    QUOTED = "quoted"
    TITLE = "title"
    KEY = "key"


@dataclass(frozen=True, kw_only=True, slots=True)
class PointSpan:
    """One key point.

    `start` is where the marker begins (the heading, when `marker` is None) and `end` is where the point's body ends.
    `heading` is `text[heading_start:heading_end]`, free of the marker. `parent` indexes `Reading.points`;
    `level` is 1 for an outermost point.
    """

    marker: str | None
    heading: str
    heading_start: int
    heading_end: int
    level: int
    start: int
    end: int
    parent: int | None


@dataclass(frozen=True, kw_only=True, slots=True)
class PassageSpan:
    """A real quotation, without its quotation marks. `speaker` is None when the text names none."""

    start: int
    end: int
    speaker: str | None
    point: int | None


@dataclass(frozen=True, kw_only=True, slots=True)
class TermSpan:
    """One occurrence of a term, without its quotation marks or 《》."""

    start: int
    end: int
    kind: TermKind


@dataclass(frozen=True, kw_only=True, slots=True)
class ReadingWarning:
    """Something an organizer should look at. `code` names the sentence; `params` fill it in; `start` is a place."""

    code: str
    params: tuple[tuple[str, str], ...] = ()
    start: int | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Reading:
    """A text and everything read out of it. Points, passages and terms are each in order of `start`."""

    title: str | None
    language: Language
    text: str
    points: tuple[PointSpan, ...]
    passages: tuple[PassageSpan, ...]
    terms: tuple[TermSpan, ...]
    warnings: tuple[ReadingWarning, ...] = ()

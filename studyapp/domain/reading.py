"""Reads a text: its title, language, points, passages and terms. The one door to the reader."""

import re
from dataclasses import replace

from studyapp.domain.passages import find_passages
from studyapp.domain.points import find_points, find_title, split_lines
from studyapp.domain.points.headings import is_long
from studyapp.domain.points.lines import Line, LineKind
from studyapp.domain.quotations import Quoted, QuotedSpan, find_blocks, find_quoted
from studyapp.domain.structure import Language, Reading, ReadingWarning
from studyapp.domain.terms import find_terms
from studyapp.domain.text import clean, decode

_HAN = re.compile(r"[\u3400-\u9fff\U00020000-\U0002fa1f]")
_LATIN_WORD = re.compile(r"[A-Za-z]+")


def read_source(data: bytes) -> tuple[Reading, str]:
    """Read the bytes of a file: what is in it, and the codec name of its encoding.

    Raises UnreadableTextError, whose message is a plain sentence, when the bytes hold no text.
    """
    decoded = decode(data)
    reading = read_text(decoded.text)
    warnings = tuple(ReadingWarning(code=code) for code in decoded.warnings) + reading.warnings
    return replace(reading, title=decoded.title or reading.title, warnings=warnings), decoded.encoding


def read_text(text: str) -> Reading:
    """Read a text of any form or none. Never raises; takes time linear in its length."""
    text = clean(text)
    lines = split_lines(text)
    title, title_line = find_title(text, lines)
    quoted = find_quoted(text, lines)
    in_one_line = [
        (span.outer_start, span.outer_end) for span in quoted.outer if "\n" not in text[span.start : span.end]
    ]
    points, missing = find_points(text, lines, title_line, in_one_line)
    passages, terms = find_passages(text, _quotations(text, lines, quoted, title_line), points)
    return Reading(
        title=title,
        language=language_of(text),
        text=text,
        points=points,
        passages=passages,
        terms=find_terms(text, [*terms, *quoted.inner]),
        warnings=(*missing, *_lone_marks(text, quoted)),
    )


def _quotations(text: str, lines: list[Line], quoted: Quoted, title_line: int | None) -> list[QuotedSpan]:
    """The outermost spans in marks and the quoted blocks, in order; a block with marks inside is left to those.

    A block above the first paragraph is a note on the text, not a quotation.
    """
    title_end = lines[title_line].end if title_line is not None else -1
    first = next((line.start for line in lines if line.start > title_end and _is_body(text, line)), len(text))
    outer = iter(quoted.outer)
    current = next(outer, None)
    blocks = []
    for block in find_blocks(text, lines):
        while current is not None and current.outer_end <= block.outer_start:
            current = next(outer, None)
        marked = current is not None and current.outer_start < block.outer_end
        if block.outer_start > first and not marked and block.end - block.start > 1:
            blocks.append(block)
    return sorted([*quoted.outer, *blocks], key=lambda span: span.start)


def _is_body(text: str, line: Line) -> bool:
    return line.kind is LineKind.TEXT and (line.hashes > 0 or is_long(line.words(text)))


def _lone_marks(text: str, quoted: Quoted) -> list[ReadingWarning]:
    return [ReadingWarning(code="lone_quotation_mark", params=(("mark", text[at]),), start=at) for at in quoted.lone]


def language_of(text: str) -> Language:
    """Chinese when there are at least half as many Han characters as Latin words."""
    han = len(_HAN.findall(text))
    words = sum(1 for _ in _LATIN_WORD.finditer(text))
    return Language.CHINESE if han and han >= words / 2 else Language.ENGLISH

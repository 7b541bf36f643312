"""Finds the points of a text: markers and headings, their nesting, their bodies."""

from collections.abc import Iterator
from itertools import accumulate

from studyapp.domain.points.candidates import Candidate, closing, leading, run_in
from studyapp.domain.points.headings import bullets, find_title, plain_headings
from studyapp.domain.points.lines import Line, LineKind, split_lines
from studyapp.domain.points.outline import Outline
from studyapp.domain.points.sequences import Sequence, find_sequences
from studyapp.domain.structure import PointSpan, ReadingWarning

__all__ = ["find_points", "find_title", "split_lines"]


def find_points(
    text: str, lines: list[Line], title_line: int | None, quoted: list[tuple[int, int]]
) -> tuple[tuple[PointSpan, ...], tuple[ReadingWarning, ...]]:
    """The points of a stored text in order, and what looks wrong about their numbers.

    `quoted` are the spans in quotation marks, in order: a marker inside one of them belongs to who is quoted.
    """
    order = list(accumulate((line.kind is LineKind.TEXT for line in lines), initial=0))
    candidates = sorted(_candidates(text, lines, title_line, quoted), key=lambda found: found.start)
    sequences = find_sequences(candidates, text, order)
    marked = {member.line for chain in sequences for member in chain.members if member.leads}
    headings = plain_headings(text, lines, marked, title_line)
    if not sequences and not headings:
        headings = bullets(lines)
        headings = headings if len(headings) > 1 else []
    sequences += _unnumbered(headings)
    return Outline(text, lines, sequences).points(), tuple(_missing_numbers(sequences))


def _candidates(
    text: str, lines: list[Line], title_line: int | None, quoted: list[tuple[int, int]]
) -> Iterator[Candidate]:
    at = 0
    for line in lines:
        if line.number == title_line:
            continue
        yield from leading(text, line)
        for candidate in sorted((*run_in(text, line), *closing(text, line)), key=lambda found: found.start):
            while at < len(quoted) and quoted[at][1] <= candidate.start:
                at += 1
            if at == len(quoted) or candidate.start < quoted[at][0]:
                yield candidate


def _unnumbered(headings: list[Candidate]) -> list[Sequence]:
    chains: dict[str, Sequence] = {}
    for heading in headings:
        chains.setdefault(heading.style.name, Sequence()).add(heading)
    return list(chains.values())


def _missing_numbers(sequences: list[Sequence]) -> Iterator[ReadingWarning]:
    for chain in sequences:
        for number, after in chain.missing:
            yield ReadingWarning(code="missing_number", params=(("number", str(number)),), start=after.start)

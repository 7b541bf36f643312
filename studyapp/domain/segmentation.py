"""Cuts a text into paragraphs, sentences and clauses without losing a character.

The pieces of every cut follow each other without a gap: joined, they are the text. What separates two pieces (line
ends, blanks, closing marks) belongs to the piece before it.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True, slots=True)
class Segment:
    """A piece of a text, in code points, half open. `trimmed` is the same place without blanks at its edges."""

    start: int
    end: int

    def trimmed(self, text: str) -> "Segment":
        """The piece without the blanks around it; an empty piece at `start` when it is all blank."""
        piece = text[self.start : self.end]
        lead = len(piece) - len(piece.lstrip())
        size = len(piece.strip())
        if not size:
            return Segment(start=self.start, end=self.start)
        return Segment(start=self.start + lead, end=self.start + lead + size)


_CLOSERS = "”’」』）)】〕》〉\"'"
# A full stop ends an English sentence when a blank and a capital, digit or opening mark follow.
_SENTENCE_END = re.compile(
    rf"""
    [。！？；…]+ [{_CLOSERS}]*
    | [!?]+ [{_CLOSERS}]* (?=\s|$|[^\x00-\x7f])
    | \. {{1,6}} [{_CLOSERS}]* (?=\s+["'“‘(\[]?[A-Z0-9]|\s*$|\s*\n)
    """,
    re.VERBOSE,
)
_CLAUSE_END = re.compile(
    rf"[，、：；。！？…,;:]+[{_CLOSERS}]*(?:\s+|(?=[^\x00-\x7f])|$)|[.!?]+[{_CLOSERS}]*(?:\s+|$)|—{{2,}}"
)
_ABBREVIATION = re.compile(
    r"(?:\b(?:Mr|Mrs|Ms|Dr|St|Jr|Sr|Prof|Gen|Sen|Rep|Gov|Hon|No|Art|Sec|vs|etc|Inc|Ltd|Co|Corp|cf|al|Fig|pp|Vol|Ch"
    r"|U\.S|U\.K|e\.g|i\.e|a\.m|p\.m|[A-Z]|^\s*\d{1,3}))\.$",
    re.MULTILINE,
)


def paragraphs(text: str) -> Iterator[Segment]:
    """The paragraphs: runs of text up to and including their line end and the blank lines after it."""
    start = 0
    for match in re.finditer(r"\n[^\S\n]*(?:\n[^\S\n]*)*", text):
        # The indent of the next line stays with the next line.
        end = text.rfind("\n", match.start(), match.end()) + 1
        if end < len(text) and text[start:end].strip():
            yield Segment(start=start, end=end)
            start = end
    if start < len(text):
        yield Segment(start=start, end=len(text))


def sentences(text: str, start: int = 0, end: int | None = None) -> Iterator[Segment]:
    """The sentences of `text[start:end]`. A semicolon ends one too in Chinese: lists are written that way."""
    stop = len(text) if end is None else end
    at = start
    for match in _line_and_sentence_ends(text, start, stop):
        if match > at:
            yield Segment(start=at, end=match)
            at = match
    if at < stop:
        yield Segment(start=at, end=stop)


def _line_and_sentence_ends(text: str, start: int, stop: int) -> Iterator[int]:
    line_start = start
    while line_start < stop:
        line_end = text.find("\n", line_start, stop)
        line_end = stop if line_end < 0 else line_end
        for match in _SENTENCE_END.finditer(text, line_start, line_end):
            if match.group()[0] == "." and _ABBREVIATION.search(
                text[max(line_start, match.end() - 8) : match.start() + 1]
            ):
                continue
            after = match.end()
            while after < line_end and text[after] in " \t\u3000":
                after += 1
            yield after
        line_start = line_end + 1
        yield min(line_start, stop)


def clauses(text: str, start: int = 0, end: int | None = None) -> Iterator[Segment]:
    """The clauses of `text[start:end]`: what stands between two commas, stops or dashes."""
    stop = len(text) if end is None else end
    at = start
    for sentence in sentences(text, start, stop):
        for match in _CLAUSE_END.finditer(text, sentence.start, sentence.end):
            if match.end() > at:
                yield Segment(start=at, end=match.end())
                at = match.end()
        if sentence.end > at:
            yield Segment(start=at, end=sentence.end)
            at = sentence.end

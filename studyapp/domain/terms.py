"""Quoted terms and titles: the expressions a text itself sets apart."""

import re
from collections.abc import Iterable, Iterator

from studyapp.domain.quotations import QuotedSpan
from studyapp.domain.structure import TermKind, TermSpan

_TITLE_MARKS = re.compile(r"[《》\n]")
_MAX_TITLE = 120
_TRAILING = "，。,.;；：: \t\u3000"


def find_terms(text: str, quoted: Iterable[QuotedSpan]) -> tuple[TermSpan, ...]:
    """Every occurrence of a quoted term or of a title in 《…》, in order. Neither keeps its marks."""
    found = [*_titles(text)]
    for span in quoted:
        start, end = _trimmed(text, span.start, span.end)
        inside = text[start:end]
        is_title = inside.startswith("《") and inside.endswith("》")
        if not is_title and "\n" not in inside and any(char.isalnum() for char in inside):
            found.append(TermSpan(start=start, end=end, kind=TermKind.QUOTED))
    return tuple(sorted(found, key=lambda term: (term.start, -term.end)))


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1] in _TRAILING:
        end -= 1
    return start, end


def _titles(text: str) -> Iterator[TermSpan]:
    """The outermost 《…》 of every line."""
    opened: list[int] = []
    for match in _TITLE_MARKS.finditer(text):
        mark = match.group()
        if mark == "\n":
            opened.clear()
        elif mark == "《":
            opened.append(match.end())
        elif opened:
            start = opened.pop()
            if not opened and 0 < match.start() - start <= _MAX_TITLE and text[start : match.start()].strip():
                yield TermSpan(start=start, end=match.start(), kind=TermKind.TITLE)

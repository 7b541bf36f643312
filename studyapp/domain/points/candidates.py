"""Everything that may be the marker of a point, before it is known whether it belongs to a sequence."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from studyapp.domain.points import numerals
from studyapp.domain.points.lines import Line, LineKind
from studyapp.domain.points.rules import (
    NOUN_RANK,
    NOUN_RULE,
    RULES,
    RUN_IN_RULES,
    SIGN_RANK,
    SIGN_RULE,
    Standing,
    Style,
)


@dataclass(frozen=True, kw_only=True, slots=True)
class Candidate:
    """A possible marker: `start`..`end` is the marker as written, `heading` is where its heading begins.

    `number` is None for a heading or sign that carries none. `leads` says that it stands at the start of its line.
    """

    style: Style
    number: int | None
    start: int
    end: int
    heading: int
    line: int
    leads: bool
    indent: int = 0
    prefix: str = ""  # 1.2 of 1.2.3: what the numbers before the last one say


_FRONT_STYLE = Style(name="front", rank=0, depth=0)
_MAX_NUMBER = 1500  # the longest law has some 1,300 articles
_STOPS = "。！？；：:;!?…”’」』）)】"
_COMMAS = "，,、—"
# A quick look for places worth trying the run-in rules at: a stop, then something that may begin a marker.
_PLACES = re.compile(
    rf"(?<=[{_STOPS}{_COMMAS}\s.])(?=[一二三四五六七八九十第其首再复最（(【㈠-㈩㊀-㊉甲乙丙丁戊己庚辛壬癸\d①-⑳⑴-⒇⒈-⒛❶-❿➀-➓FSTENL])"
    # 有一，…；二，…
    "|(?<=[有为])(?=一[，、是])"
    # First, ...; second, ...; and third, ...
    r"|(?<=[;:] )(?=[fstenl])|(?<=; and )(?=[fstenl])"
)


def leading(text: str, line: Line) -> Iterator[Candidate]:
    """What may be a marker at the start of a line; a marker that reads in two ways gives two candidates."""
    if not any(char.isalnum() for char in text[line.content : min(line.content_end, line.content + 200)]):
        return
    if line.kind is LineKind.FRONT:
        yield _heading_candidate(line, _FRONT_STYLE)
    if line.kind is not LineKind.TEXT or line.content >= line.content_end or line.wrapped:
        return
    found = False
    for style, number, match in _readings(text, line):
        found = found or number is not None
        yield Candidate(
            style=Style(name="#" * line.hashes + style.name, rank=style.rank, depth=line.hashes) if line.hashes else style,
            number=number, start=line.content, end=match.end("marker"), heading=min(match.end(), line.content_end),
            line=line.paragraph, leads=True, indent=line.indent, prefix=_number_before(match) if style.name.startswith("n.n") else "",
        )  # fmt: skip
    if line.hashes and not found:
        yield _heading_candidate(line, Style(name="#" * line.hashes, rank=0, depth=line.hashes))


def _heading_candidate(line: Line, style: Style) -> Candidate:
    at = line.content
    return Candidate(style=style, number=None, start=at, end=at, heading=at, line=line.paragraph, leads=True)


def _number_before(match: re.Match[str]) -> str:
    """The 1.2. of 1.2.3."""
    return match.group("marker")[: match.start("n") - match.start("marker")]


def _readings(text: str, line: Line) -> Iterator[tuple[Style, int | None, re.Match[str]]]:
    at, stop = line.content, line.content_end
    seen: set[str] = set()
    for rule in RULES:
        match = rule.pattern.match(text, at, stop)
        if match is None or rule.style.name in seen:
            continue
        number = rule.number(match.group("n"))
        if number is not None and number and number < _MAX_NUMBER:
            seen.add(rule.style.name)
            yield rule.style, number, match
    if not seen:
        if match := NOUN_RULE.match(text, at, stop):
            style = Style(name=f"{match.group('noun')}一：", rank=NOUN_RANK)
            yield style, numerals.plain_number(match.group("n")), match
        elif match := SIGN_RULE.match(text, at, stop):
            yield Style(name=match.group("marker"), rank=SIGN_RANK), None, match


def run_in(text: str, line: Line) -> Iterator[Candidate]:
    """What may be a marker inside a line: after the end of a sentence or, for words, of a clause."""
    if line.kind is not LineKind.TEXT or line.hashes:
        return
    stop = line.content_end
    first = line.content if line.wrapped else line.content + 1
    for place in _PLACES.finditer(text, line.content, stop):
        at = place.start()
        if at < first:
            continue
        before = text[at - 1]
        for rule in RUN_IN_RULES:
            match = rule.pattern.match(text, at, stop)
            if match is None or not _may_stand(text, rule.standing, before, at, line):
                continue
            number = rule.number(match.group("n"))
            if number is not None and number and number < _MAX_NUMBER:
                yield Candidate(
                    style=rule.style, number=number, start=at, end=match.end("marker"), heading=match.end(),
                    line=line.paragraph, leads=False, indent=line.indent,
                )  # fmt: skip


def _may_stand(text: str, standing: Standing, before: str, at: int, line: Line) -> bool:
    if text[at].islower() and text[at].isascii():
        return True
    if before in " \t\u3000" and text[at] in "（(" and text[at + 1].isascii():
        return True  # English sets (a), (1) between the words of a sentence; what follows decides
    if before in " \t\u3000":
        # The blank itself ends nothing unless the text before it is Chinese; an English one must end a sentence.
        inner = text[line.content : at].rstrip()[-1:] if at - line.content < 8 else text[at - 8 : at].rstrip()[-1:]
        return inner > "\u2e7f" or inner in _STOPS or inner in ".," or not inner
    if before in "有为":
        return True
    if before in _COMMAS:
        return standing is Standing.CLAUSE or before in "，,"
    return True


_AT_END = re.compile(
    r"(?:^|(?<=[，,。；;！？—（(]))(?:以上)?(?:这|此|這|那)?(?:便|就|乃|也)?(?:是|为|為|即)?(?:其|第)"
    r"(?P<n>[一二三四五六七八九十]{1,2})(?:点|點|条|條|个|個|种|種|类|類|层|層|项|項)?也?(?=[。；;！）)]|$)"
)
_CLOSING_STYLE = Style(name="…其一", rank=64)


def closing(text: str, line: Line) -> Iterator[Candidate]:
    """Points whose ordinal stands at their end: ……，此其一也。 They begin where the sentence before them ended."""
    if line.kind is not LineKind.TEXT or line.hashes:
        return
    begin = line.content
    for match in _AT_END.finditer(text, line.content, line.content_end):
        number = numerals.chinese_number(match.group("n"))
        start = begin
        while start < match.start() and text[start] in " \t\u3000。；;！）)":
            start += 1
        if number and match.start() - start > 1:
            yield Candidate(
                style=_CLOSING_STYLE, number=number, start=start, end=start, heading=start,
                line=line.paragraph, leads=start == line.content,
            )  # fmt: skip
        begin = match.end()

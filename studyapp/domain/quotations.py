"""Finds what stands in quotation marks, of every kind, nested or unbalanced.

Marks that open and close (“ ” 「 」) pair by nesting where a paragraph is balanced, else each closing mark pairs with
the nearest opening one. Straight marks pair by what stands beside them. An apostrophe is no mark.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from studyapp.domain.points.lines import Line, LineKind


@dataclass(frozen=True, kw_only=True, slots=True)
class QuotedSpan:
    """What stands between two quotation marks: `start`..`end` without them, `outer` the place with them."""

    start: int
    end: int
    outer_start: int
    outer_end: int
    block: bool = False  # a `>` block, which has no marks


_PAIRS = {"“": "”", "「": "」", "『": "』", "〝": "〞", "‘": "’", "«": "»", "﹁": "﹂", "﹃": "﹄"}
_OPENERS = {close: opener for opener, close in _PAIRS.items()} | {"〟": "〝"}
_STRAIGHT = '"＂'
_MARKS = re.compile(r"[“”「」『』〝〞〟‘’«»﹁﹂﹃﹄\"＂']")
_ANNOUNCES = ("", "\n", " ", "\t", "\u3000", "：", ":", "，", ",", ">")
_MAX_LINES_OVER = 40
_MAX_OVER = 4_000
_OPENING_BEFORE = frozenset(" \t\u3000([{（【《“‘「—–-:：,，、。；;=>/*_#")


@dataclass(frozen=True, slots=True)
class _Paragraph:
    start: int
    end: int


@dataclass(frozen=True, kw_only=True, slots=True)
class Quoted:
    """All that is quoted in a text, in order: outermost spans, spans inside those, and marks that pair with nothing."""

    outer: list[QuotedSpan]
    inner: list[QuotedSpan]
    lone: list[int]


def find_quoted(text: str, lines: list[Line]) -> Quoted:
    """Pair the quotation marks of a stored text."""
    paragraphs = list(_paragraphs(lines))
    found: list[QuotedSpan] = []
    inner: list[QuotedSpan] = []
    lone: list[int] = []
    for number, paragraph in enumerate(paragraphs):
        # What an earlier quotation carried over into this paragraph is read already.
        begin = max(paragraph.start, found[-1].outer_end if found else 0)
        if begin >= paragraph.end:
            continue
        spans, unpaired = _pair(text, begin, paragraph.end)
        carried = _carried(text, paragraphs, number, unpaired)
        if carried is not None:
            spans = [*spans, carried]
            unpaired = [at for at in unpaired if at < carried.outer_start]
        outer, nested = _split_nested(spans)
        found += outer
        inner += nested
        lone += unpaired
    return Quoted(outer=found, inner=inner, lone=lone)


def _paragraphs(lines: list[Line]) -> Iterator[_Paragraph]:
    start = end = None
    for line in lines:
        if line.kind in (LineKind.BLANK, LineKind.FRONT) or (line.kind is LineKind.ASIDE and line.start == line.end):
            continue
        if start is not None and end is not None and not line.wrapped:
            yield _Paragraph(start, end)
            start = None
        start = line.start if start is None else start
        end = line.end
    if start is not None and end is not None:
        yield _Paragraph(start, end)


def _pair(text: str, start: int, end: int) -> tuple[list[QuotedSpan], list[int]]:
    """The spans of one paragraph, inner ones included, and the marks left over."""
    marks = [match.start() for match in _MARKS.finditer(text, start, end)]
    marks = [at for at in marks if not _is_apostrophe(text, at, start, end)]
    spans: list[QuotedSpan] = []
    lone: list[int] = []
    curved = [at for at in marks if text[at] in _PAIRS or text[at] in _OPENERS]
    for opener in dict.fromkeys(_OPENERS.get(text[at], text[at]) for at in curved):
        own = [at for at in curved if _OPENERS.get(text[at], text[at]) == opener]
        _pair_curved(text, own, opener, spans, lone)
    for mark in _STRAIGHT:
        _pair_straight(text, [at for at in marks if text[at] == mark], start, spans, lone)
    _pair_single(text, [at for at in marks if text[at] == "'"], start, end, spans)
    return spans, sorted(lone)


def _span(opened: int, closed: int) -> QuotedSpan:
    return QuotedSpan(start=opened + 1, end=closed, outer_start=opened, outer_end=closed + 1)


def _pair_curved(text: str, marks: list[int], opener: str, spans: list[QuotedSpan], lone: list[int]) -> None:
    nested = _is_balanced(text, marks, opener)
    stack: list[int] = []
    for at in marks:
        if text[at] == opener:
            if stack and not nested:
                lone.append(stack.pop())
            stack.append(at)
        elif stack:
            spans.append(_span(stack.pop(), at))
        elif opener != "‘":  # a lone ’ is an apostrophe after all
            lone.append(at)
    lone += stack


def _is_balanced(text: str, marks: list[int], opener: str) -> bool:
    depth = 0
    for at in marks:
        depth += 1 if text[at] == opener else -1
        if depth < 0:
            return False
    return depth == 0


def _is_apostrophe(text: str, at: int, start: int, end: int) -> bool:
    before = text[at - 1] if at > start else " "
    after = text[at + 1] if at + 1 < end else " "
    if text[at] in "'’":
        return before.isalnum() and before.isascii() and after.isalnum() and after.isascii()
    if text[at] == '"':  # inches and seconds
        return before.isdigit() and not after.isalpha() and text.count('"', start, end) % 2 == 1
    return False


def _pair_straight(text: str, marks: list[int], start: int, spans: list[QuotedSpan], lone: list[int]) -> None:
    if len(marks) % 2 == 0:
        spans += [_span(opened, closed) for opened, closed in zip(marks[::2], marks[1::2], strict=True)]
        return
    opened: int | None = None
    for at in marks:
        opens = at == start or text[at - 1] in _OPENING_BEFORE or text[at - 1].isspace()
        closes = at + 1 >= len(text) or not (text[at + 1].isalnum() and text[at + 1].isascii())
        if opened is not None and closes and not (opens and not _ends_here(text, at)):
            spans.append(_span(opened, at))
            opened = None
        elif opened is None and not (opens or not closes or text[at - 1] > "\u2e7f"):
            lone.append(at)
        else:
            lone += [opened] if opened is not None else []
            opened = at
    lone += [opened] if opened is not None else []


def _ends_here(text: str, at: int) -> bool:
    return text[at - 1] in "。！？.!?,，"


def _pair_single(text: str, marks: list[int], start: int, end: int, spans: list[QuotedSpan]) -> None:
    """Straight single marks: strict tests, for most of them are apostrophes (the teachers' pay, the '30s)."""
    opened: int | None = None
    for at in marks:
        before = text[at - 1] if at > start else " "
        after = text[at + 1] if at + 1 < end else " "
        if (
            (before.isspace() or before in '(（“"：:，,' or before > "\u2e7f")
            and (after.isupper() or after.islower() or after > "\u2e7f")
            and opened is None
        ):
            opened = at
        elif opened is not None and not after.isalnum() and not before.isspace():
            if before in "s" and any(mark > at and not text[mark - 1].isspace() for mark in marks[-1:]):
                continue  # a plural possessive inside: the real end is further on
            spans.append(_span(opened, at))
            opened = None


def _carried(text: str, paragraphs: list[_Paragraph], number: int, unpaired: list[int]) -> QuotedSpan | None:
    """A quotation that goes on over the end of its paragraph.

    Either the next paragraphs open with the mark again and the last of them closes it, or a closing mark comes before
    any other opening one.
    """
    opened = next((at for at in reversed(unpaired) if text[at] in "“「『" or text[at] in _STRAIGHT), None)
    # What goes on over paragraphs was announced, or fills its paragraph; a mark in mid-sentence is a slip.
    if opened is None or text[max(0, opened - 1) : opened] not in _ANNOUNCES:
        return None
    opener = text[opened]
    closer = _PAIRS.get(opener, opener)
    for paragraph in paragraphs[number + 1 : number + 1 + _MAX_LINES_OVER]:
        if paragraph.end - opened > _MAX_OVER:
            return None
        begin = paragraph.start
        while begin < paragraph.end and text[begin] in " \t\u3000>":
            begin += 1
        again = text.startswith(opener, begin)
        begin += again
        closed = text.find(closer, begin, paragraph.end)
        reopened = text.find(opener, begin, paragraph.end)
        if closer != opener and again and closed >= 0:
            return _close_continued(text, opened, begin, paragraph.end, opener, closer)
        if closed >= 0 and (closer == opener or reopened < 0 or closed < reopened):
            straight_goes_on = closer == opener and (not again or text.count(opener, begin, paragraph.end) % 2 == 0)
            return None if straight_goes_on else _span(opened, closed)
        if reopened >= 0 and not again:
            return None
        if not again and closer == opener:
            return None
    return None


def _close_continued(text: str, opened: int, begin: int, end: int, opener: str, closer: str) -> QuotedSpan | None:
    """The close of a quotation whose paragraphs each open again; None when this one is a quotation of its own.

    A paragraph that is balanced by itself (“…” from its first character) may well be another speaker's.
    """
    depth = 1
    for match in re.finditer(f"[{opener}{closer}]", text[begin:end]):
        depth += 1 if match.group() == opener else -1
        if depth == 0:
            return _span(opened, begin + match.start())
    return None


def _split_nested(spans: list[QuotedSpan]) -> tuple[list[QuotedSpan], list[QuotedSpan]]:
    """The outermost spans, and those that lie inside one of them; what lies across another is dropped."""
    outer: list[QuotedSpan] = []
    inner: list[QuotedSpan] = []
    for span in sorted(spans, key=lambda span: (span.outer_start, -span.outer_end)):
        if span.start >= span.end:
            continue
        if not outer or span.outer_start >= outer[-1].outer_end:
            outer.append(span)
        elif span.outer_end <= outer[-1].end and not (inner and span.outer_start < inner[-1].outer_end):
            inner.append(span)
    return outer, inner


_QUOTE_SIGN = re.compile(r"[ \t\u3000]*(?:[>＞][ \t\u3000]?)+")


def find_blocks(text: str, lines: list[Line]) -> list[QuotedSpan]:
    """The `>` blocks, a span for each run of lines. The sign of a later line stays inside its span."""
    runs: list[list[Line]] = []
    for line in lines:
        if line.kind is LineKind.ASIDE and _QUOTE_SIGN.match(text, line.start, line.end):
            if runs and runs[-1][-1].number == line.number - 1:
                runs[-1].append(line)
            else:
                runs.append([line])
    blocks = []
    for run in runs:
        sign = _QUOTE_SIGN.match(text, run[0].start, run[0].end)
        start = sign.end() if sign else run[0].start
        end = run[-1].start + len(text[run[-1].start : run[-1].end].rstrip())
        if start < end:
            blocks.append(QuotedSpan(start=start, end=end, outer_start=run[0].start, outer_end=run[-1].end, block=True))
    return blocks

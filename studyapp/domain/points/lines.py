"""The lines of a text as the search for points sees them: what decorates them, and which hold no text of the author."""

import re
from dataclasses import dataclass, replace
from enum import Enum
from itertools import pairwise


class LineKind(Enum):
    """What a line is for."""

    TEXT = "text"
    BLANK = "blank"
    ASIDE = "aside"  # code, comments, tables, rules, block quotations: never a point
    FRONT = "front"  # `title: ...` of a YAML block
    NOTE = "note"  # notes and references


@dataclass(frozen=True, kw_only=True, slots=True)
class Line:
    """One line. `start`..`end` leave out the line end, `content`..`content_end` the decoration and blanks too.

    `hashes` is the rank of a markdown heading, 0 for other lines. `bold` says that the whole line is emphasised.
    """

    number: int
    start: int
    end: int
    content: int
    content_end: int
    kind: LineKind
    indent: int = 0
    hashes: int = 0
    bold: bool = False
    bullet: bool = False
    paragraph: int = 0  # number of the line its paragraph begins with: another one only in hard-wrapped text

    @property
    def wrapped(self) -> bool:
        """Whether it goes on from the line before."""
        return self.paragraph != self.number

    def words(self, text: str) -> str:
        """What is written on the line, without decoration."""
        return text[self.content : self.content_end]


_FENCE = re.compile(r"\s{0,3}(```|~~~)")
_RULE = re.compile(r"\s*([-=*_—－─]\s?){3,}\s*$")
_HASHES = re.compile(r"(#{1,6})(?:[ \t\u3000]+|(?=[一二三四五六七八九十第（(]))(?=\S)")
_BULLET = re.compile(r"[-*+•·][ \t\u3000]+(?=\S)")
_CLOSING_HASHES = re.compile(r"[ \t]+#+$")
_NOTES = re.compile(
    r"(?:注\s*释|註\s*釋|附\s*注|参考文献|參考文獻|参考资料|参考书目|脚注|尾注|注释与参考文献|Notes|References|Footnotes|Endnotes"
    r"|Bibliography|Works cited|See also|External links)\s*[:：]?$",
    re.IGNORECASE,
)
# The list of enclosures of an official letter: 附件：1.… with further numbers below.
_ENCLOSED = re.compile(r"附\s*件\s*[:：]\s*\S")
_LISTED = re.compile(r"\d{1,2}[.．、]")
_NOTE = re.compile(r"[〔\[［(（【]?\s?[\d①-⑳⑴-⒇*†]|https?:|-\s")
_UNLIKE_NOTES = 3
_FRONT_KEY = re.compile(r"[A-Za-z_][\w-]*\s*:")
_FRONT_TITLE = re.compile(r"title\s*:\s*", re.IGNORECASE)
_SENTENCE_CLOSED = tuple("。！？；：.!?;:”\"’'）)】》…")
_FRONT_LINES = 20


def split_lines(text: str) -> list[Line]:
    """The lines of a stored text, each with its kind."""
    spans, at = [], 0
    for piece in text.split("\n"):
        spans.append((at, at + len(piece)))
        at += len(piece) + 1
    front = _front_blocks(text, spans)
    fenced = _fenced(text, spans)
    kinds = _Kinds(front, fenced)
    lines: list[Line] = []
    for number, (start, end) in enumerate(spans):
        kind = kinds.of(text[start:end], number)
        line = _decorated(text, number, start, end, kind)
        if kind is LineKind.TEXT and kinds.is_note(line, text):
            line = _decorated(text, number, start, end, LineKind.NOTE)
        lines.append(line)
    return _join_wrapped(text, _without_contents(text, _underlined(text, lines)))


class _Kinds:
    """Says what each line is for, line by line from the first: comments, enclosures and notes run over several."""

    def __init__(self, front: set[int], fenced: set[int]) -> None:
        self._front = front
        self._fenced = fenced
        self._in_comment = False
        self._in_enclosures = False
        self._notes_left = 0  # lines that do not look like a note but may still be part of one

    def of(self, raw: str, number: int) -> LineKind:
        """The kind of a line; notes are told apart later, by `is_note`."""
        stripped = raw.strip()
        commented = self._in_comment or stripped.startswith("<!--")
        self._in_comment = commented and "-->" not in raw
        if not stripped:
            return LineKind.BLANK
        if number in self._front:
            return LineKind.FRONT if _FRONT_TITLE.match(stripped) else LineKind.ASIDE
        enclosed = bool(_ENCLOSED.match(stripped) or (self._in_enclosures and _LISTED.match(stripped)))
        self._in_enclosures = enclosed
        if number in self._fenced or commented or enclosed or _is_aside(stripped):
            return LineKind.ASIDE
        return LineKind.TEXT

    def is_note(self, line: Line, text: str) -> bool:
        """Whether a line of text stands among the notes: below their heading, while the lines look like notes."""
        words = line.words(text)
        if _NOTES.match(words):
            self._notes_left = _UNLIKE_NOTES
        elif line.hashes:
            self._notes_left = 0
        elif self._notes_left and _NOTE.match(words):
            self._notes_left = _UNLIKE_NOTES
        elif self._notes_left:
            self._notes_left -= 1
        return self._notes_left > 0


def _is_aside(stripped: str) -> bool:
    return stripped.startswith((">", "|", "＞")) or bool(_RULE.match(stripped))


def _fenced(text: str, spans: list[tuple[int, int]]) -> set[int]:
    """Numbers of the lines between two fences; a fence that is never closed fences nothing."""
    fences = [number for number, (start, end) in enumerate(spans) if _FENCE.match(text[start : start + 12])]
    inside: set[int] = set()
    for first, last in zip(fences[::2], fences[1::2], strict=False):
        inside.update(range(first, last + 1))
    return inside


def _front_blocks(text: str, spans: list[tuple[int, int]]) -> set[int]:
    """Numbers of the lines of `---` blocks that hold nothing but `key: value` lines."""
    inside: set[int] = set()
    opened: int | None = None
    for number, (start, end) in enumerate(spans):
        stripped = text[start:end].strip() if end - start < 2000 else "-"
        if stripped == "---":
            if opened is not None and number > opened + 1:
                inside.update(range(opened, number + 1))
                opened = None
            else:
                opened = number
        elif opened is not None and (not _FRONT_KEY.match(stripped) or number - opened > _FRONT_LINES):
            opened = None
    return inside


def _decorated(text: str, number: int, start: int, end: int, kind: LineKind) -> Line:
    raw = text[start:end]
    left = raw.lstrip()
    at, stop = start + len(raw) - len(left), start + len(raw.rstrip())
    indent, hashes, bullet, bold = at - start, 0, False, False
    if kind is LineKind.FRONT and (key := _FRONT_TITLE.match(text, at, stop)):
        at = key.end()
        if stop - at > 1 and text[at] == text[stop - 1] and text[at] in "\"'":
            at, stop = at + 1, stop - 1
    elif kind in (LineKind.TEXT, LineKind.NOTE):
        if match := _HASHES.match(text, at, stop):
            hashes, at = len(match.group(1)), match.end()
            if closing := _CLOSING_HASHES.search(text, max(at, stop - 12), stop):
                stop = closing.start()
        elif match := _BULLET.match(text, at, stop):
            bullet, at = True, match.end()
        if text.startswith("【", at) and text.find("】", at, stop) == stop - 1 and 3 < stop - at < 24:
            bold, at, stop = True, at + 1, stop - 1
        for mark in ("**", "__"):
            if text.startswith(mark, at, stop):
                bold = stop - at > 4 and text.startswith(mark, stop - 2) and text.count(mark, at, stop) == 2
                at += 2
                stop -= 2 if bold else 0
                break
    return Line(
        number=number, paragraph=number, start=start, end=end, content=at, content_end=max(at, stop), kind=kind,
        indent=indent, hashes=hashes, bold=bold, bullet=bullet,
    )  # fmt: skip


def _underlined(text: str, lines: list[Line]) -> list[Line]:
    """Turn a short line over a line of = or - signs into the heading it is."""
    for line, below in pairwise(lines):
        if line.kind is not LineKind.TEXT or line.hashes or line.end - line.start > 120:
            continue
        mark = text[below.start : below.end].strip()
        if len(mark) >= 3 and set(mark) in ({"="}, {"-"}):
            before = lines[line.number - 1] if line.number else None
            if before is None or before.kind is LineKind.BLANK:
                lines[line.number] = replace(line, hashes=1 if mark[0] == "=" else 2)
    return lines


_CONTENTS = re.compile(r"(?:目\s*[录錄次]|(?:table of )?contents)\s*[:：]?$", re.IGNORECASE)
_LEADERS = re.compile(r"(?:\.{4,}|…{2,}|·{4,}|\t)[ \t]*\d{1,4}$")
_PAGE = re.compile(r"[\s.…·]*\d*$")


def _without_contents(text: str, lines: list[Line]) -> list[Line]:
    """Set aside the lines of a table of contents: they name the headings that come again below."""
    listed: set[str] | None = None
    for line in lines:
        if line.kind is not LineKind.TEXT:
            continue
        words = line.words(text)
        name = _PAGE.sub("", words[:100]) or words[:100]
        if listed is None and _CONTENTS.match(words):
            listed = set()
        elif listed is not None and (name in listed or len(words) > 60 or words.endswith(("。", "；", "："))):
            listed = None
            continue
        elif listed is not None:
            listed.add(name)
        if listed is not None or (len(words) < 100 and _LEADERS.search(words)):
            lines[line.number] = replace(line, kind=LineKind.ASIDE)
    return lines


_GOES_ON = tuple("，。、；：！？）”』」,;!?)")


def _join_torn(text: str, lines: list[Line]) -> None:
    """A line that begins with a comma or a stop goes on from the line before: it was torn off."""
    for line, after in pairwise(lines):
        if line.kind is after.kind is LineKind.TEXT and text.startswith(_GOES_ON, after.content) and not line.hashes:
            lines[after.number] = replace(after, paragraph=lines[line.number].paragraph)


def _join_wrapped(text: str, lines: list[Line]) -> list[Line]:
    """Mark the lines that go on from the line before, in a text that was cut at a fixed width."""
    _join_torn(text, lines)
    widths = [line.end - line.start for line in lines if line.kind is LineKind.TEXT]
    long = [width for width in widths if width > 50]
    if len(long) < 6 or len(long) < 0.4 * len(widths) or max(widths) > 100:
        return lines
    limit = max(widths) * 0.75
    for line, after in pairwise(lines):
        same = line.kind is after.kind is LineKind.TEXT and not after.hashes and not line.hashes
        if (
            same
            and line.end - line.start > limit
            and not text.endswith(_SENTENCE_CLOSED, line.content, line.content_end)
        ):
            lines[after.number] = replace(after, paragraph=lines[line.number].paragraph)
    return lines

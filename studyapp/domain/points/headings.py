"""Headings that carry no marker at all: short lines that stand alone above their text, and the title of the text."""

import re
from collections import Counter

from studyapp.domain.points.candidates import Candidate, leading
from studyapp.domain.points.lines import Line, LineKind
from studyapp.domain.points.rules import SIGN_RANK, Style

_HEADING_STYLE = Style(name="heading", rank=30)
_BOLD_STYLE = Style(name="bold", rank=31)
_BULLET_STYLE = Style(name="bullet", rank=90)
# The preface and the close of a text stand beside its sections, whatever those are marked with.
_FRAME_STYLE = Style(name="frame", rank=0)
_FRAME = re.compile(r"(?:前\s*言|引\s*言|序\s*言|绪\s*论|导\s*语|结\s*语|结束语|总\s*结|后\s*记|尾\s*声|序\s*言?|总\s*纲|附\s*则|Introduction|Conclusion|Preface|Preamble|Epilogue|Summary|Foreword)$", re.IGNORECASE)  # fmt: skip

_OPEN_END = tuple('。！；：，、,.;:!…—-”"》)）')
_CLOSED_END = tuple("。！？；：.!?;:”\"’'）)】》…")
_DETAILS = re.compile(
    r"[（(]?\s*(?:(?:\d{4}|[一二三四五六七八九〇○零]{4})\s*[年./-]|\d{1,2}\s*月|(?:本报|新华社|人民网|求是网)|(?:作\s*者|记\s*者|来\s*源|编\s*辑|责任编辑|发布|时\s*间|日\s*期"
    r"|通讯员|文号|字号|阅读|浏览|点击|转自|摘自|原题|分类|标签|关键词|摘要|讲话人|主讲|地\s*点|出席|主持|附件|抄送|印发|发文)|(?:by|author|date|source|from|to|subject|posted|updated)\b"
    r"|(?:January|February|March|April|May|June|July|August|September|October|November|December|Monday|Tuesday|Wednesday|Thursday|Friday"
    r"|Saturday|Sunday)\b|https?:|www\.|[\d\s./:-]+$)",
    re.IGNORECASE,
)
# Who speaks in an interview: 问：, 记者：, Q:.
_SPEAKS = re.compile(r"(?:问|答|問|记者|主持人|网友|[\u4e00-\u9fff]{2,3}|Q|A|Question|Answer|Interviewer)[：:]")
_HAN = re.compile(r"[\u3400-\u9fff]")
_LONG_HAN, _LONG_LATIN = 40, 90
_MAX_HAN, _MAX_LATIN, _MAX_WORDS = 30, 80, 12
_MAX_TITLE_HAN, _MAX_TITLE_LATIN = 60, 160


# A title may begin with what else would be a marker: 1 Corinthians, 一 代宗师, A. Lincoln.
_WEAK = frozenset({"n ", "cn ", "A.", "a.", "I", "heading"})


def find_title(text: str, lines: list[Line]) -> tuple[str | None, int | None]:
    """The title of a text and the number of its line; (None, None) when the text begins without one."""
    fronts = [line for line in lines if line.kind is LineKind.FRONT]
    if len(fronts) == 1:
        return fronts[0].words(text), fronts[0].number
    written = [line for line in lines[:200] if line.kind is LineKind.TEXT]
    if not written or fronts:
        return None, None
    first = written[0]
    if any(
        found.style.rank == SIGN_RANK or (found.number == 1 and found.style.name not in _WEAK)
        for found in leading(text, first)
    ):
        return None, None
    if first.hashes:
        return _marked_title(text, lines, first)
    words = first.words(text)
    limit = _MAX_TITLE_HAN if _HAN.search(words) else _MAX_TITLE_LATIN
    follows = len(written) > 1
    if (
        follows
        and words
        and len(words) <= limit
        and not words.endswith(tuple('。！；：，、,.;:”"'))
        and not first.bullet
    ):
        return words, first.number
    return None, None


def _marked_title(text: str, lines: list[Line], first: Line) -> tuple[str | None, int | None]:
    """A heading at the top is the title unless it has equals below: then the text has no title of its own."""
    equals = [line for line in lines if line.hashes == first.hashes and line.number != first.number]
    higher = any(0 < line.hashes < first.hashes for line in lines)
    after = next((line for line in lines[first.number + 1 :] if line.kind is LineKind.TEXT), None)
    over_heading = after is not None and after.hashes > 0
    if not higher and (not equals or over_heading):
        return first.words(text), first.number
    return None, None


def plain_headings(text: str, lines: list[Line], marked: set[int], title_line: int | None) -> list[Candidate]:
    """The unmarked headings of a text, in order. `marked` are the numbers of the lines that begin with a marker."""
    written = [line for line in lines if line.kind is LineKind.TEXT]
    found = [
        (line, style)
        for before, line, after in zip([None, *written], written, [*written[1:], None], strict=False)
        if line.number != title_line
        and (style := _heading_style(text, line, after, marked))
        and _stands_apart(text, lines, before, line, title_line)
    ]
    repeated = Counter(line.words(text) for line, _ in found)
    found = [(line, style) for line, style in found if repeated[line.words(text)] < 3 or line.bold]
    found = _after_head(text, written, found, marked)
    plain = [pair for pair in found if pair[1] is not _FRAME_STYLE]
    kept = []
    for style in (_HEADING_STYLE, _BOLD_STYLE):
        same = [pair for pair in plain if pair[1] is style]
        if len(same) >= 2:
            kept += same
    if kept or marked:
        kept += [pair for pair in found if pair[1] is _FRAME_STYLE]
    return [_candidate(line, style) for line, style in sorted(kept, key=lambda pair: pair[0].start)]


def _candidate(line: Line, style: Style) -> Candidate:
    at = line.content
    return Candidate(
        style=style, number=None, start=at, end=at, heading=at, line=line.paragraph, leads=True, indent=line.indent
    )


def _heading_style(text: str, line: Line, after: Line | None, marked: set[int]) -> Style | None:
    words = line.words(text)
    if line.hashes or line.bullet or line.wrapped or line.number in marked or after is None or not words:
        return None
    han = bool(_HAN.search(words))
    if len(words) > (_MAX_HAN if han else _MAX_LATIN) or len(words.split()) > _MAX_WORDS or words.endswith(_OPEN_END):
        return None
    if (
        _DETAILS.match(words)
        or _SPEAKS.match(words)
        or not any(char.isalpha() for char in words)
        or words.count("|") > 1
    ):
        return None
    if not han and not line.bold and not _titled(words):
        return None
    below = after.words(text)
    has_text = (
        is_long(below) or below.endswith(("。", "！", "？", ".", "!", "?", "：", ":", "；")) or after.number in marked
    )
    if not (has_text or after.bullet):
        return None
    if _FRAME.match(words):
        return _FRAME_STYLE
    return _BOLD_STYLE if line.bold else _HEADING_STYLE


def _titled(words: str) -> bool:
    """Whether an English line is written like a heading: it begins with a capital and ends no sentence."""
    return words[0].isupper() or words[0].isdigit()


def is_long(words: str) -> bool:
    """Whether a line is a paragraph by its length alone."""
    return len(words) >= (_LONG_HAN if _HAN.search(words[:200]) else _LONG_LATIN)


def _stands_apart(text: str, lines: list[Line], before: Line | None, line: Line, title_line: int | None) -> bool:
    if line.bold or before is None or before.number == title_line:
        return True
    blank_before = line.number > 0 and lines[line.number - 1].kind is LineKind.BLANK
    return blank_before or (before.words(text).endswith(_CLOSED_END) and is_long(before.words(text)))


def _after_head(
    text: str, written: list[Line], found: list[tuple[Line, Style]], marked: set[int]
) -> list[tuple[Line, Style]]:
    """Without what stands in the head of the text (subtitle, byline, note), above the first paragraph.

    The last line of the head is kept when the headings below look alike, for it may be the first of them.
    """
    first = next((line.number for line in written if is_long(line.words(text)) or line.number in marked), 0)
    below = [pair for pair in found if pair[0].number > first]
    above = [pair for pair in found if pair[0].number < first][-1:]
    alike = above and sum(style is above[0][1] for _, style in below)
    return [*above, *below] if alike or (above and above[0][1] is _FRAME_STYLE) else below


def bullets(lines: list[Line]) -> list[Candidate]:
    """The bullets of a text that has no other structure, where they are its points."""
    return [_candidate(line, _BULLET_STYLE) for line in lines if line.bullet and line.kind is LineKind.TEXT]

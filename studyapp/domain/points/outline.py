"""From accepted markers to points: which stands under which, and where each one's heading and body end.

Levels come from the nesting found in this text. Where a list stands wholly between two members of another it is
inside it; that much is certain, and what was certain somewhere decides where it is not. Only what is still open
after that is decided by where a style usually stands.
"""

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass

from studyapp.domain.points.candidates import Candidate
from studyapp.domain.points.lines import Line, LineKind
from studyapp.domain.points.rules import PLAIN
from studyapp.domain.points.sequences import Sequence
from studyapp.domain.structure import PointSpan


@dataclass(slots=True, eq=False)
class _Node:
    candidate: Candidate
    chain: Sequence
    place: int  # among the members of its chain
    parent: "_Node | None" = None
    level: int = 1
    end: int = 0

    @property
    def is_last(self) -> bool:
        return self.place == len(self.chain.members) - 1


class Outline:
    """Builds the points of one text out of its sequences."""

    def __init__(self, text: str, lines: list[Line], sequences: list[Sequence]) -> None:
        self.text = text
        self.lines = lines
        self.nodes = sorted(
            (_Node(member, chain, place) for chain in sequences for place, member in enumerate(chain.members)),
            key=lambda node: (node.candidate.start, node.candidate.style.rank),
        )
        self.marked = marked = {node.candidate.line for node in self.nodes if node.candidate.leads}
        # Where the paragraphs that begin with no marker stand, by number of line.
        self.plain = [
            line.number
            for line in lines
            if line.kind in (LineKind.TEXT, LineKind.NOTE)
            and not line.wrapped
            and not line.bullet
            and line.number not in marked
        ]
        self.compact = {id(chain): self._is_compact(chain) for chain in sequences}
        self.inside: set[tuple[str, str]] = set()

    def points(self) -> tuple[PointSpan, ...]:
        """The points in the order of the text."""
        self._nest()
        self._nest()  # again, now that all that is certain is known
        self._close()
        index = {id(node): number for number, node in enumerate(self.nodes)}
        return tuple(self._point(node, index) for node in self.nodes)

    def _plain_between(self, first: int, last: int) -> int:
        """How many paragraphs without a marker begin after line `first` and up to line `last`."""
        return bisect_right(self.plain, last) - bisect_right(self.plain, first)

    def _is_compact(self, chain: Sequence) -> bool:
        """Whether every member but the last is a single paragraph (or no more than its sub-lists)."""
        pairs = zip(chain.members, chain.members[1:], strict=False)
        return len(chain.members) > 1 and all(
            not self._plain_between(member.line, after.line - (0 if after.leads else 1)) for member, after in pairs
        )

    def _nest(self) -> None:
        stack: list[_Node] = []
        for node in self.nodes:
            if any(entry.chain is node.chain for entry in stack):
                # Its own sequence is open: everything from there inwards has ended.
                while stack.pop().chain is not node.chain:
                    pass
            else:
                while stack and not self._holds(stack, node):
                    stack.pop()
            node.parent = stack[-1] if stack else None
            node.level = node.parent.level + 1 if node.parent else 1
            stack.append(node)

    def _holds(self, stack: list[_Node], node: _Node) -> bool:
        """Whether the innermost open point holds the next one."""
        top = stack[-1]
        style, over = node.candidate.style, top.candidate.style
        if style.name == "frame" or (over.name == "frame" and not style.is_word):
            return False
        if style.depth != PLAIN and (over.depth == PLAIN or style.depth < over.depth):
            return False
        if style.depth < PLAIN and style.depth == over.depth:
            return bool(style.rank and over.rank and style.rank > over.rank)
        if over.depth < style.depth:
            return True
        if not top.is_last:
            return self._holds_in_gap(top, node)
        if any(entry.chain.style_name == style.name and entry.is_last for entry in stack[:-1]):
            return False  # a list of the same kind ended further out: this one begins beside it
        return self._holds_at_tail(top, node)

    def _holds_in_gap(self, top: _Node, node: _Node) -> bool:
        after = top.chain.members[top.place + 1]
        style, over = node.candidate.style, top.candidate.style
        if over.name == "bullet" or (style.rank < over.rank and self._runs_past(node, after)):
            return False
        if node.chain.members[-1].start < after.start:
            self.inside.add((over.name, style.name))
        return True

    def _runs_past(self, node: _Node, after: Candidate) -> bool:
        """Whether the new sequence goes on beyond the next member of the open one, as articles do beyond chapters."""
        return node.chain.members[-1].start > after.start

    def _holds_at_tail(self, top: _Node, node: _Node) -> bool:
        """Whether a list that begins below the last point of another belongs to that point, or follows the list."""
        candidate, style, over = node.candidate, node.candidate.style, top.candidate.style
        if not top.candidate.leads and candidate.line != top.candidate.line:
            return False  # what runs in ends with its paragraph
        if style.name == over.name:
            return candidate.indent > top.candidate.indent + 1 and candidate.leads
        apart = self._plain_between(top.candidate.line, candidate.line)
        if (style.name, over.name) in self.inside:
            return False
        if candidate.line == top.candidate.line:
            return True
        if self.compact[id(top.chain)] and apart and not self._is_sub_style(top, node):
            return False
        if (over.name, style.name) in self.inside:
            return True
        if not apart and not self.compact[id(top.chain)] and self._announces(top.candidate.line):
            return True
        return style.rank > over.rank

    def _is_sub_style(self, top: _Node, node: _Node) -> bool:
        """（一） under 一、 and (1) under 1. are written to be read as parts, even after a paragraph between."""
        over, style = top.candidate.style.name, node.candidate.style.name
        return (over, style) in _SUB_STYLES

    def _announces(self, line: int) -> bool:
        """Whether a line ends with a colon, or is a heading with nothing under it yet: what follows belongs to it."""
        return not self.lines[line].words(self.text).endswith(_CLOSED)

    def _close(self) -> None:
        """Give every point the end of its body."""
        limits = _Limits(self.text, self.lines)
        stack: list[_Node] = []
        for node in self.nodes:
            while stack and stack[-1] is not node.parent:
                stack.pop().end = self._begin(node.candidate)
            stack.append(node)
        for node in stack:
            node.end = limits.last
        children_end: dict[int, int] = {}
        for node in reversed(self.nodes):
            end = node.end
            if node.is_last and self._ends_with_paragraph(node):
                end = min(end, max(self._paragraph_end(node.candidate.line), children_end.get(id(node), 0)))
            node.end = limits.trim(node.candidate.start, end)
            if node.parent is not None:
                children_end[id(node.parent)] = max(children_end.get(id(node.parent), 0), node.end)
        for node in self.nodes:
            if node.parent is not None:
                node.end = max(min(node.end, node.parent.end), node.candidate.heading)

    def _begin(self, candidate: Candidate) -> int:
        """Where a point cuts off the one before it: with its decoration, or the block its title stands in."""
        if not candidate.leads:
            return candidate.start
        line = self.lines[candidate.line]
        while line.kind is LineKind.FRONT or (line.number and self.lines[line.number].kind is LineKind.ASIDE):
            above = self.lines[line.number - 1] if line.number else line
            if above.kind is not LineKind.ASIDE:
                break
            line = above
        return line.start

    def _ends_with_paragraph(self, node: _Node) -> bool:
        return not node.candidate.leads or self.compact[id(node.chain)]

    def _paragraph_end(self, line: int) -> int:
        last = line
        while last + 1 < len(self.lines) and self.lines[last + 1].paragraph == line:
            last += 1
        return self.lines[last].content_end

    def _point(self, node: _Node, index: dict[int, int]) -> PointSpan:
        candidate = node.candidate
        start, end = heading_span(self.text, self.lines, candidate, node.end, self.marked)
        marker = self.text[candidate.start : candidate.end].strip()
        return PointSpan(
            marker=marker or None,
            heading=self.text[start:end],
            heading_start=start,
            heading_end=end,
            level=node.level,
            start=candidate.start,
            end=max(node.end, end),
            parent=index[id(node.parent)] if node.parent is not None else None,
        )


class _Limits:
    """Where bodies may end: before the notes, and without blanks or the rules and fences that follow them."""

    def __init__(self, text: str, lines: list[Line]) -> None:
        self._text = text
        self._asides = [line for line in lines if line.kind is LineKind.ASIDE]
        self._starts = [line.start for line in self._asides]
        self.last = len(text)
        for line in reversed(lines):
            if line.kind is LineKind.TEXT:
                break
            if line.kind is LineKind.NOTE:
                self.last = line.start

    def trim(self, start: int, end: int) -> int:
        """The end of `text[start:end]` without what closes no sentence of it."""
        while True:
            before = end
            while end > start and self._text[end - 1].isspace():
                end -= 1
            at = bisect_left(self._starts, end) - 1
            if at >= 0 and self._asides[at].start >= start and end <= self._asides[at].end and self._is_frame(at):
                end = self._asides[at].start
            if end == before:
                return end

    def _is_frame(self, at: int) -> bool:
        line = self._asides[at]
        written = self._text[line.start : line.end].strip()
        return not written.startswith((">", "＞", "|"))


# Styles that are read as parts of one another by convention.
_SUB_STYLES = frozenset(
    {
        ("cn、", "（cn）"), ("（cn）", "n."), ("n.", "（n）"), ("（n）", "①"), ("n.", "(a)"), ("(a)", "(i)"), ("（n）", "(a)"),
        ("A.", "n."), ("I.", "A."), ("n.", "a."),
    }
)  # fmt: skip
_CLOSED = tuple('。；，、！？.;,!?”"')
_SENTENCE = re.compile(r"[。！？；!?;][”’」』）)]*|\.[\"”’)]*(?=\s+[A-Z“\"(]|\s*$)")
_CUT = re.compile(r"[，：,:]|——")
_LINK = re.compile(r"[,;]? (?:and|or)\s*$")
_MAX_HEADING = 60
_MAX_HEADING_LATIN = 160
_FINAL = "。；;，,、：:.！!"


def heading_span(text: str, lines: list[Line], candidate: Candidate, end: int, marked: set[int]) -> tuple[int, int]:
    """Where a point's heading stands: its first sentence, cut at a comma when it is long.

    A marker alone on its line takes its heading from the line below, unless a marker begins that one (`marked` holds
    the numbers of such lines); with nothing below, the marker is the heading.
    """
    line = lines[candidate.line]
    start, stop = candidate.heading, min(_last_of_paragraph(lines, line).content_end, end)
    if not _says_something(text, start, stop):
        near = lines[line.number + 1 : line.number + 4]
        below = next((other for other in near if other.kind is not LineKind.BLANK), line)
        if below.kind is not LineKind.TEXT or below.number in marked:
            return candidate.start, candidate.end
        start, stop = below.content, min(below.content_end, end)
    while start < stop and text[start].isspace():
        start += 1
    if candidate.style.depth == PLAIN:
        closed = text.find("**", start + 2, stop) if text.startswith("**", start) else -1
        start, stop = (start + 2, closed) if closed > 0 else (start, _cut_heading(text, start, stop))
    return (start, stop) if _says_something(text, start, stop) else (candidate.start, max(candidate.end, start + 1))


def _says_something(text: str, start: int, end: int) -> bool:
    return any(char.isalnum() for char in text[start : min(end, start + _MAX_HEADING_LATIN)])


def _last_of_paragraph(lines: list[Line], line: Line) -> Line:
    while line.number + 1 < len(lines) and lines[line.number + 1].paragraph == line.paragraph:
        line = lines[line.number + 1]
    return line


def _cut_heading(text: str, start: int, stop: int) -> int:
    window = min(stop, start + 400)
    sentence = next((match for match in _SENTENCE.finditer(text, start, window) if match.start() > start), None)
    end = sentence.end() if sentence else window
    limit = _MAX_HEADING if any("\u3400" <= char <= "\u9fff" for char in text[start:end]) else _MAX_HEADING_LATIN
    if end - start > limit:
        cuts = [match.start() for match in _CUT.finditer(text, start, end) if match.start() - start >= 4]
        end = next((cut for cut in reversed(cuts) if cut - start <= limit), min([*cuts, start + limit]))
    if (linked := _LINK.search(text, start, end)) is not None:
        end = linked.start()
    while end > start + 1 and (text[end - 1] in _FINAL or text[end - 1].isspace()):
        end -= 1
    return end

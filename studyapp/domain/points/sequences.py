"""Which candidates are markers: those that belong to a sequence that counts on (一、二、三、 or First, Second).

A sequence may restart under each parent, may stand inside another of its own style, and may miss a number.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from studyapp.domain.points.candidates import Candidate
from studyapp.domain.points.rules import LAST, PLAIN


@dataclass(slots=True, eq=False)
class Sequence:
    """Candidates that count on from each other, in the order of the text. `last` is the number reached."""

    members: list[Candidate] = field(default_factory=list)
    last: int = 0
    closed: bool = False
    missing: list[tuple[int, Candidate]] = field(default_factory=list)  # the number left out, and the marker after it

    @property
    def style_name(self) -> str:
        """How its first marker is written."""
        return self.members[0].style.name

    def add(self, candidate: Candidate) -> None:
        """Take the next member."""
        number = candidate.number
        if number == LAST:
            self.closed = True
            number = self.last + 1
        elif number is not None:
            self.missing += [(left_out, candidate) for left_out in range(self.last + 1, number) if self.members]
        self.last = number or self.last
        self.members.append(candidate)


# 首先 may be followed by 第二 or 其次, so these count together.
_FAMILIES = {"首先": "order", "第一，": "order"}
# How many lines of text may lie between two members when one of them stands inside its line.
_WORD_REACH = 4
_LAST_REACH = 12
_LIST_REACH = 40
_NEIGHBOUR_REACH = 1
_UNIT_MARKS = ("第…", "article", "section", "chapter", "part", "amendment", "title", "book", "#")
_LINK = re.compile(r"\s*(?:\b(?:and|or)\s*)?$")  # what may stand between a part and the marker of the next
_PART_ENDS = tuple("。；，、！？.;,!?")
_NEEDS_THREE = frozenset({"n ", "n.n", "I", "a.", "A."})


def find_sequences(candidates: Iterable[Candidate], text: str, order: list[int]) -> list[Sequence]:
    """Chain the candidates, drop what is no sequence, and settle markers that read in two ways.

    `order[line]` counts the lines of text before a line: distances are taken in it, so that blank lines do not count.
    """
    open_chains: dict[str, list[Sequence]] = {}
    found: list[Sequence] = []
    for candidate in candidates:
        name = candidate.style.name
        family = _FAMILIES.get(name, name) + candidate.prefix
        chains = open_chains.setdefault(family, [])
        chain = _continued(chains, candidate, order)
        if chain is not None:
            del chains[chains.index(chain) + 1 :]
        elif _may_open(candidate):
            chain = Sequence()
            chains.append(chain)
            del chains[:-_MAX_OPEN]
            found.append(chain)
        else:
            continue
        chain.add(candidate)
    return _settle(found, text)


_MAX_OPEN = 8  # sequences of one style inside each other


def _may_open(candidate: Candidate) -> bool:
    number = candidate.number
    if number is None or number == 1:
        return True
    # An excerpt may begin in the middle; inside a line that would let too much in.
    return candidate.leads and number != LAST and (number == 2 or not candidate.style.is_word)


def _continued(chains: list[Sequence], candidate: Candidate, order: list[int]) -> Sequence | None:
    """The open sequence the candidate goes on with: the innermost that fits best, None when none fits."""
    best: tuple[int, Sequence] | None = None
    for chain in reversed(chains):
        fit = _fit(chain, candidate, order)
        if fit and (best is None or fit > best[0]):
            best = (fit, chain)
    return best[1] if best else None


def _fit(chain: Sequence, candidate: Candidate, order: list[int]) -> int:
    """0 when it cannot go on with the candidate, else more for a better fit."""
    before, number = chain.members[-1], candidate.number
    if number is None:
        return 1
    if chain.closed or not _reaches(before, candidate, order, exact=number == chain.last + 1):
        return 0
    if number == LAST and not _may_close(chain, candidate, order):
        return 0
    alike = (
        2 * (before.style.name == candidate.style.name)
        + (before.leads == candidate.leads)
        + (abs(before.indent - candidate.indent) < 2)
    )
    if number == LAST or number == chain.last + 1:
        return 20 + alike
    both_lead = before.leads and candidate.leads
    if number == chain.last and candidate.style.name == "首先" and number > 1:
        return 10 + alike
    if both_lead and chain.last < number <= chain.last + 3:
        return 10 + alike
    if both_lead and number == chain.last > 1 and not candidate.style.is_word:
        return 4 + alike
    return 0


def _may_close(chain: Sequence, candidate: Candidate, order: list[int]) -> bool:
    """Whether 最后 or Finally closes a sequence: one that counts from 1 and is near, very near if it has but one."""
    distance = order[candidate.line] - order[chain.members[-1].line]
    reach = _LAST_REACH if len(chain.members) > 1 else _WORD_REACH
    return chain.members[0].number == 1 and distance <= reach


def _reaches(before: Candidate, candidate: Candidate, order: list[int], *, exact: bool) -> bool:
    distance = order[candidate.line] - order[before.line]
    if before.line == candidate.line or (before.leads and candidate.leads):
        return not candidate.style.is_word or distance <= _LIST_REACH
    if candidate.style.is_word:
        return distance <= _WORD_REACH
    return exact and distance <= _NEIGHBOUR_REACH


def _settle(found: list[Sequence], text: str) -> list[Sequence]:
    valid = [chain for chain in found if _is_valid(chain, text)]
    # A marker read in two ways ((i) as letter or number) belongs to the longer sequence.
    owner: dict[int, Sequence] = {}
    for chain in sorted(valid, key=lambda chain: -len(chain.members)):
        for member in chain.members:
            owner.setdefault(member.start, chain)
    for chain in valid:
        chain.members = [member for member in chain.members if owner[member.start] is chain]
    return [chain for chain in valid if chain.members and _is_valid(chain, text)]


def _is_valid(chain: Sequence, text: str) -> bool:
    first, size = chain.members[0], len(chain.members)
    if first.style.name == "——":
        return size > 1
    if first.number is None or first.style.depth != PLAIN:
        return True
    name = first.style.name
    if size == 1:
        return first.leads and name.startswith(_UNIT_MARKS)
    if name in _NEEDS_THREE and size < 3 and not (name == "n.n" and chain.members[0].number == 1):
        return False
    if first.number != 1 and not (chain.members[1].number == first.number + 1 and first.number < 100):
        return name.startswith(_UNIT_MARKS)
    return all(_has_body(text, member, after) for member, after in zip(chain.members, chain.members[1:], strict=False))


def _has_body(text: str, member: Candidate, after: Candidate) -> bool:
    """Whether something is said between two markers: (1)(2) and (1) and (2) are references, not points."""
    between = _LINK.sub("", text[member.heading : min(after.start, member.heading + 60)])
    said = sum(char.isalnum() for char in between)
    if member.leads or after.leads or between.endswith(_PART_ENDS):
        return said > 0
    return said > (8 if between.isascii() else 3)

"""What is worth asking about: quoted terms and titles first, then expressions the text keeps coming back to.

Expressions are runs of two to four words with content at both edges. A run's score is its C-value (Frantzi, Ananiadou
and Mima 2000: frequency, discounted where it only stands inside a longer run) weighed by how rare its words are.
"""

import math
from collections import Counter, defaultdict
from dataclasses import dataclass

from quizzes.domain.frequency import zipf
from quizzes.domain.word_lists import GENERIC
from quizzes.domain.words import FUNCTION_CLASSES, WordClass, Words
from studyapp.domain.structure import Language, Reading, TermKind

LONGEST_RUN = 4
FEWEST_OCCURRENCES = 2
COMMON_ZIPF = 4.3
"""Words at least this common are guessed without having read the text."""
CHARACTERS = {Language.CHINESE: (3, 12), Language.ENGLISH: (4, 48)}
OPEN_NEIGHBOURS = frozenset(
    ["的", "和", "与", "及", "等", "是", "the", "a", "an", "of", "and", "or", "is", "are", "was"]
)
"""Words that may stand beside a whole expression every time; any other constant neighbour belongs to it."""

NOT_AN_EDGE = FUNCTION_CLASSES | {WordClass.ADVERB, WordClass.TIME}


@dataclass(frozen=True, kw_only=True, slots=True)
class KeyTerm:
    """One occurrence of something worth asking. `why` is quoted_term, title or key_term; `weight` is 0..1."""

    start: int
    end: int
    why: str
    weight: float


def key_terms(reading: Reading, words: Words) -> tuple[KeyTerm, ...]:
    """Every askable occurrence, in order of the text. Linear in the text."""
    found = {(term.start, term.end): term for term in _marked(reading)}
    for term in _recurring(reading, words):
        found.setdefault((term.start, term.end), term)
    return tuple(sorted(found.values(), key=lambda term: (term.start, -term.end)))


def _marked(reading: Reading) -> list[KeyTerm]:
    low, high = 2, CHARACTERS[reading.language][1]
    reasons = {TermKind.QUOTED: ("quoted_term", 1.0), TermKind.TITLE: ("title", 0.9), TermKind.KEY: ("key_term", 0.6)}
    return [
        KeyTerm(start=term.start, end=term.end, why=reasons[term.kind][0], weight=reasons[term.kind][1])
        for term in reading.terms
        if low <= term.end - term.start <= high
    ]


def _recurring(reading: Reading, words: Words) -> list[KeyTerm]:
    low, high = CHARACTERS[reading.language]
    places: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for first in range(len(words)):
        if words.classes[first] in NOT_AN_EDGE:
            continue
        for last in range(first, min(first + LONGEST_RUN, len(words))):
            start, end = words.starts[first], words.ends[last]
            if words.classes[last] is WordClass.MARK or end - start > high:
                break
            if words.classes[last] not in NOT_AN_EDGE and end - start >= low and (last > first or _rare(words, first)):
                places[reading.text[start:end]].append((start, end))
    counts = {term: len(spans) for term, spans in places.items() if len(spans) >= FEWEST_OCCURRENCES}
    scores = _c_values(counts)
    best = max(scores.values(), default=1.0)
    return [
        KeyTerm(start=start, end=end, why="key_term", weight=0.2 + 0.6 * score / best)
        for term, score in scores.items()
        if score > 0 and term not in GENERIC and _is_whole(words, places[term])
        for start, end in places[term]
    ]


def _is_whole(words: Words, spans: list[tuple[int, int]]) -> bool:
    """Whether different words stand on each side of the occurrences: a fragment always has the same neighbour."""
    before = {_neighbour(words, words.before(start)) for start, _ in spans}
    after = {_neighbour(words, words.after(end)) for _, end in spans}
    return all(len(side) > 1 or not side - {""} for side in (before, after))


def _neighbour(words: Words, index: int) -> str:
    """The word at an index, empty when it leaves an expression open: a mark, the edge of the text, 的, and."""
    if not 0 <= index < len(words) or words.classes[index] is WordClass.MARK:
        return ""
    word = words.word(index).lower()
    return "" if word in OPEN_NEIGHBOURS else word


def _rare(words: Words, index: int) -> bool:
    word = words.word(index)
    return word.lower() not in GENERIC and zipf(word.lower(), words.language) < COMMON_ZIPF


def _c_values(counts: dict[str, int]) -> dict[str, float]:
    """C-value of every run that is not merely a piece of one longer run."""
    nested: Counter[str] = Counter()
    holders: Counter[str] = Counter()
    for term, count in counts.items():
        pieces = {term[i:j] for i in range(len(term)) for j in range(i + 2, len(term) + 1) if j - i < len(term)}
        for piece in sorted(pieces):
            if piece in counts:
                nested[piece] += count
                holders[piece] += 1
    return {
        term: math.log2(len(term)) * (count - (nested[term] / holders[term] if holders[term] else 0))
        for term, count in counts.items()
    }

"""What is worth asking about: quoted terms and titles, figures with their unit, and the text's own key expressions.

A key expression is a whole run of nouns and their modifiers: what stands between two marks, verbs or function words.
Recurring ones are ranked by C-value (Frantzi, Ananiadou and Mima 2000: frequency, discounted where the expression only
stands inside longer ones), by the entropy of their neighbours (Tang et al. 2009: fragments always have the same) and
by log-likelihood against the language at large (Dunning 1993).
"""

import math
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from quizzes.domain.figures import figures
from quizzes.domain.frequency import zipf
from quizzes.domain.phrases import phrase_at, phrases
from quizzes.domain.word_lists import GENERIC
from quizzes.domain.words import WordClass, Words
from studyapp.domain.structure import Language, Reading, TermKind

LONGEST = {Language.CHINESE: 12, Language.ENGLISH: 48}
MOST_WORDS = {Language.CHINESE: 6, Language.ENGLISH: 5}
COMMON_ZIPF = {Language.CHINESE: 5.0, Language.ENGLISH: 4.9}
"""An expression is asked only when one of its words is rarer than this: others are guessed without the text."""
ALONE_ZIPF = {Language.CHINESE: 4.3, Language.ENGLISH: 4.2}
"""A single word has to be rarer than this."""
WEIGHTS = {
    TermKind.QUOTED: ("quoted_term", 1.0),
    TermKind.TITLE: ("title", 0.95),
    TermKind.KEY: ("key_term", 0.8),
}


@dataclass(frozen=True, kw_only=True, slots=True)
class KeyTerm:
    """One occurrence of something worth asking. `why` is quoted_term, title, number or key_term; `weight` is 0..1."""

    start: int
    end: int
    why: str
    weight: float


def key_terms(reading: Reading, words: Words) -> tuple[KeyTerm, ...]:
    """Every askable occurrence, in order of the text. Linear in the text."""
    found = {(term.start, term.end): term for term in _marked(reading)}
    for start, end in figures(words):
        found.setdefault((start, end), KeyTerm(start=start, end=end, why="number", weight=0.7))
    for term in _expressions(words):
        found.setdefault((term.start, term.end), term)
    return tuple(sorted(found.values(), key=lambda term: (term.start, -term.end)))


def _marked(reading: Reading) -> Iterator[KeyTerm]:
    for term in reading.terms:
        text = reading.text[term.start : term.end]
        short = 2 <= len(text) <= LONGEST[reading.language] and len(text.split()) <= MOST_WORDS[reading.language]
        if short and text.lower() not in GENERIC and not text.isdigit():
            why, weight = WEIGHTS[term.kind]
            yield KeyTerm(start=term.start, end=term.end, why=why, weight=weight)


def _expressions(words: Words) -> Iterator[KeyTerm]:
    places: dict[str, list[range]] = defaultdict(list)
    for run in phrases(words):
        start, end = phrase_at(words, run)
        if end - start <= LONGEST[words.language] and len(run) <= 4 and _is_telling(words, run):
            places[words.text[start:end]].append(run)
    scores = _scores(words, places)
    best = max(scores.values(), default=1.0) or 1.0
    for expression, runs in places.items():
        for run in runs:
            start, end = phrase_at(words, run)
            if expression in scores:
                weight = 0.3 + 0.5 * math.sqrt(scores[expression] / best)
                yield KeyTerm(start=start, end=end, why="key_term", weight=round(weight, 4))
            elif _deserves_a_question(words, run):
                yield KeyTerm(start=start, end=end, why="phrase", weight=0.2)


def _is_telling(words: Words, run: range) -> bool:
    """Whether the expression has a word that not everybody would guess."""
    rarest = min(zipf(words.word(index).lower(), words.language) for index in run)
    expression = words.text[words.starts[run[0]] : words.ends[run[-1]]].lower()
    if expression in GENERIC or all(words.word(index).lower() in GENERIC for index in run):
        return False
    return rarest < (ALONE_ZIPF if len(run) == 1 else COMMON_ZIPF)[words.language]


def _deserves_a_question(words: Words, run: range) -> bool:
    """Whether an expression that stands once is long and definite enough to be remembered."""
    start, end = phrase_at(words, run)
    if words.language is Language.CHINESE:
        return end - start >= 4 and (len(run) > 1 or words.classes[run[0]] is WordClass.NOUN)
    return len(run) == 2 or (len(run) == 1 and end - start >= 7)


def _scores(words: Words, places: dict[str, list[range]]) -> dict[str, float]:
    """The score of every expression that recurs, is no fragment, and stands out from the language at large."""
    counts = {expression: len(runs) for expression, runs in places.items() if len(runs) > 1}
    values = _c_values(words, {expression: places[expression][0] for expression in counts}, counts)
    scores = {}
    for expression, value in values.items():
        runs = places[expression]
        spread = min(
            _entropy([_neighbour(words, run[0] - 1) for run in runs]),
            _entropy([_neighbour(words, run[-1] + 1) for run in runs]),
        )
        unusual = _log_likelihood(words, runs[0], counts[expression])
        if value > 0 and spread > 0 and unusual > 0:
            scores[expression] = value * (1 + spread) * math.sqrt(unusual)
    return scores


def _c_values(words: Words, runs: dict[str, range], counts: dict[str, int]) -> dict[str, float]:
    """C-value by words; expressions of one word count as one and a half, or they would never score."""
    nested: Counter[str] = Counter()
    holders: Counter[str] = Counter()
    for expression, run in runs.items():
        for first in run:
            for last in range(first, run[-1] + 1):
                piece = words.text[words.starts[first] : words.ends[last]]
                if piece != expression and piece in counts:
                    nested[piece] += counts[expression]
                    holders[piece] += 1
    return {
        expression: math.log2(len(run) + 0.5) * (count - nested[expression] / max(1, holders[expression]))
        for expression, run in runs.items()
        for count in [counts[expression] + nested[expression]]
    }


def _neighbour(words: Words, index: int) -> str:
    """The word at an index, empty at the text's edge; a mark leaves an expression open, so each counts apart."""
    if not 0 <= index < len(words):
        return ""
    return f"{index}" if words.classes[index] is WordClass.MARK else words.word(index).lower()


def _entropy(neighbours: list[str]) -> float:
    """Entropy of a list of neighbours in bits."""
    total = len(neighbours)
    return -sum(count / total * math.log2(count / total) for count in Counter(neighbours).values())


def _log_likelihood(words: Words, run: range, count: int) -> float:
    """How much more often the expression stands here than its rarest word would by chance; below 0 when less."""
    rarest = min(zipf(words.word(index).lower(), words.language) for index in run)
    expected = max(len(words) * 10 ** (rarest - 9), 1e-9)
    return 2 * (count * math.log(count / expected) - (count - expected))

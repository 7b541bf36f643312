"""Wrong fillers that are plausible and certainly wrong: of the answer's class and length, from the same text.

A filler is certainly wrong only if the text never uses it like the answer: never beside the same neighbour, never in
one list or one sentence with it.
"""

import random
from collections import Counter, defaultdict
from collections.abc import Sequence
from itertools import combinations

from quizzes.domain.cloze import Gap
from quizzes.domain.folding import normal_form
from quizzes.domain.key_terms import KeyTerm
from quizzes.domain.stems import hide
from quizzes.domain.words import FUNCTION_CLASSES, Words
from studyapp.domain.structure import Language

MOST = 3
CONSIDERED = 14
_VOWELS = "aeiou"


class Distractors:
    """The terms of a text, by class, with the company each keeps."""

    def __init__(self, words: Words, terms: Sequence[KeyTerm]) -> None:
        self._words = words
        self._by_class: dict[tuple[str, ...], list[str]] = defaultdict(list)
        self._company: dict[str, set[str]] = defaultdict(set)
        self.frequency: Counter[str] = Counter()
        for term in terms:
            text = words.text[term.start : term.end]
            self.frequency[text] += 1
            self._company[text] |= set(self._neighbours(term.start, term.end))
            group = self._by_class[self._class(term.start, term.end, term.why)]
            if self.frequency[text] == 1:
                group.append(text)

    def _class(self, start: int, end: int, why: str) -> tuple[str, ...]:
        text = self._words.text[start:end]
        if why in {"quoted_term", "title"}:
            return (why, str(len(text.split())) if self._words.language is Language.ENGLISH else "")
        if why == "number":
            unit = "".join("0" if character.isdigit() else character for character in text)
            return ("number", unit)
        inside = self._words.within(start, end)
        head = self._words.classes[inside[-1]]
        if self._words.language is Language.ENGLISH:
            plural = text.endswith("s") and not text.endswith("ss")
            return ("term", str(len(inside)), str(plural), str(text[0].isupper()))
        return ("term", str(head), str(len(inside) > 1))

    def _neighbours(self, start: int, end: int) -> list[str]:
        """The content words on each side, marked by side."""
        found = []
        for side, index in (("<", self._words.before(start)), (">", self._words.after(end))):
            if 0 <= index < len(self._words) and self._words.classes[index] not in FUNCTION_CLASSES:
                found.append(side + self._words.word(index).lower())
        return found

    def fitting(self, gap: Gap, rng: random.Random) -> list[str]:
        """Certainly wrong fillers for a gap of one blank, in random order."""
        (start, end), text = gap.blanks[0], self._words.text
        answer, folded = text[start:end], normal_form(text[start:end])
        context = normal_form(text[gap.sentence.start : gap.sentence.end])
        company = set(self._neighbours(start, end))
        fillers = []
        for term in self._by_class[self._class(start, end, gap.why)]:
            other = normal_form(term)
            if not other or other in context or self._alike(answer, folded, term, other):
                continue
            if company & self._company[term] or not self._same_article(start, answer, term):
                continue
            fillers.append(term)
        rng.shuffle(fillers)
        return fillers[:CONSIDERED]

    def _alike(self, answer: str, folded: str, term: str, other: str) -> bool:
        """Too alike to be certainly wrong, or too unlike in length to be plausible."""
        if self._words.language is Language.ENGLISH:
            shared = {word[:5] for word in answer.lower().split()} & {word[:5] for word in term.lower().split()}
            return bool(shared) or not 0.6 <= len(term) / len(answer) <= 1.67
        if folded in other or other in folded or abs(len(term) - len(answer)) > (1 if len(answer) < 6 else 2):
            return True
        if any(character.isdigit() for character in answer):
            return False
        return len(set(folded) & set(other)) * 2 > min(len(folded), len(other)) or folded[-2:] == other[-2:]

    def _same_article(self, start: int, answer: str, term: str) -> bool:
        before = self._words.text[max(0, start - 3) : start].lower()
        if before.endswith((" a ", "an ")):
            return (answer[0].lower() in _VOWELS) == (term[0].lower() in _VOWELS)
        return True


class Fairness:
    """Keeps every blind rule (longest, shortest, most frequent, most like the others) near chance over a bank."""

    def __init__(self) -> None:
        self._asked = 0.0
        self._hits: Counter[str] = Counter()

    def choose(self, answer: str, fillers: Sequence[str], frequency: Counter[str]) -> tuple[str, ...]:
        """The two or three fillers under which the blind rules gain least; empty when there are not two."""
        best: tuple[float, tuple[str, ...]] | None = None
        for wrong in combinations(fillers[:8], min(MOST, len(fillers))):
            if _nested(wrong) or len(wrong) < 2:
                continue
            cost = sum(
                max(0.0, self._hits[rule] + hit - self._asked / 4) for rule, hit in _rules(answer, wrong, frequency)
            )
            if best is None or cost < best[0]:
                best = cost, wrong
        if best is None:
            return ()
        self._asked += 1
        for rule, hit in _rules(answer, best[1], frequency):
            self._hits[rule] += hit
        return best[1]


def _nested(terms: Sequence[str]) -> bool:
    folded = [normal_form(term) for term in terms]
    return any(a in b or b in a for a, b in combinations(folded, 2))


def _rules(answer: str, wrong: Sequence[str], frequency: Counter[str]) -> list[tuple[str, int]]:
    """Which blind rules would pick the answer."""

    def likeness(one: str) -> int:
        return sum(len(set(one) & set(other)) for other in (answer, *wrong) if other != one)

    return [
        ("longest", int(all(len(answer) > len(one) for one in wrong))),
        ("shortest", int(all(len(answer) < len(one) for one in wrong))),
        ("frequent", int(all(frequency[answer] > frequency[one] for one in wrong))),
        ("alike", int(all(likeness(answer) > likeness(one) for one in wrong))),
    ]


def swapped(text: str, gap: Gap, filler: str) -> str:
    """What the gap's stretch says with the filler in the answer's place."""
    start, end = gap.blanks[0]
    return text[gap.stretch.start : start] + filler + text[end : gap.stretch.end]


def shown(text: str, gap: Gap) -> str:
    """The gap's stem."""
    return hide(text, gap.stretch, gap.blanks)

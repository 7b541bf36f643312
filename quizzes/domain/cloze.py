"""Gaps: what may be hidden where, and the fill-in-the-blank questions made of them."""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from quizzes.domain.checks import has_rival, in_a_list, is_whole
from quizzes.domain.difficulty import cloze_difficulty
from quizzes.domain.key_terms import KeyTerm
from quizzes.domain.places import Places
from quizzes.domain.questions import Kind, QuestionDraft
from quizzes.domain.stems import Stretch, gives_away, hide, sentence_stretches, stem_around
from quizzes.domain.word_lists import GENERIC
from quizzes.domain.words import FUNCTION_CLASSES, Words
from studyapp.domain.structure import Language, Reading

PER_SENTENCE = 2
PER_ANSWER = 3
"""A text that says a term a hundred times asks for it three times at most."""
SENTENCES_PER_TENTH = 120
"""In a long text so many sentences of each tenth are looked at, evenly spread."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Gap:
    """One or more spans of a sentence that may be hidden, and the stretch that is shown around them."""

    blanks: tuple[tuple[int, int], ...]
    stretch: Stretch
    sentence: Stretch
    why: str
    weight: float


def find_gaps(reading: Reading, words: Words, terms: Sequence[KeyTerm]) -> list[tuple[Gap, ...]]:
    """For each sentence that has any its best gaps, at most two, with different answers; in order of the text."""
    sentences = _spread(sentence_stretches(reading), len(reading.text))
    starts = [sentence.start for sentence in sentences]
    by_sentence: dict[int, list[KeyTerm]] = {}
    for term in terms:
        index = bisect_right(starts, term.start) - 1
        if index >= 0 and term.end <= sentences[index].end:
            by_sentence.setdefault(index, []).append(term)
    asked: Counter[str] = Counter()
    found = []
    for index, sentence in enumerate(sentences):
        gaps: list[Gap] = []
        for gap in _gaps_in(reading, words, sentence, by_sentence.get(index, [])):
            answers = [reading.text[start:end] for start, end in gap.blanks]
            if any(asked[answer] >= PER_ANSWER for answer in answers) or _collides(reading.text, gap, gaps):
                continue
            gaps.append(gap)
            asked.update(answers)
            if len(gaps) == PER_SENTENCE:
                break
        if gaps:
            found.append(tuple(gaps))
    return found


def _spread(sentences: Sequence[Stretch], size: int) -> list[Stretch]:
    """All sentences of a short text; of a long one an even sample of each tenth."""
    tenths: list[list[Stretch]] = [[] for _ in range(10)]
    for sentence in sentences:
        tenths[min(9, sentence.start * 10 // max(1, size))].append(sentence)
    return [sentence for tenth in tenths for sentence in tenth[:: len(tenth) // SENTENCES_PER_TENTH + 1]]


def _collides(text: str, gap: Gap, others: Sequence[Gap]) -> bool:
    for other in others:
        for start, end in gap.blanks:
            for low, high in other.blanks:
                if (start < high and low < end) or text[start:end] == text[low:high]:
                    return True
    return False


def _gaps_in(reading: Reading, words: Words, sentence: Stretch, terms: Sequence[KeyTerm]) -> Iterator[Gap]:
    """Usable gaps of a sentence, the most worth knowing first."""
    options: list[tuple[tuple[tuple[int, int], ...], str, float]] = [
        (((term.start, term.end),), term.why, term.weight) for term in terms
    ]
    options += [(blanks, "list", 0.75) for blanks in _parallel_members(words, sentence)]
    for blanks, why, weight in sorted(options, key=lambda option: (-option[2], option[0][0][0], -option[0][0][1])):
        if gap := _gap(reading, words, sentence, blanks, why, weight):
            yield gap


def _gap(
    reading: Reading, words: Words, sentence: Stretch, blanks: tuple[tuple[int, int], ...], why: str, weight: float
) -> Gap | None:
    if not all(_askable(words, start, end, alone=len(blanks) == 1) for start, end in blanks):
        return None
    stretch = stem_around(reading, sentence, blanks)
    if stretch is None:
        return None
    stem = hide(reading.text, stretch, blanks)
    if any(gives_away(stem, reading.text[start:end]) for start, end in blanks):
        return None
    if len(blanks) == 1 and has_rival(words, sentence, *blanks[0]):
        return None
    return Gap(blanks=blanks, stretch=stretch, sentence=sentence, why=why, weight=weight)


def _askable(words: Words, start: int, end: int, *, alone: bool) -> bool:
    """Whole words with content at both edges, and never one member of a list whose others are shown."""
    if not is_whole(words, start, end) or (alone and in_a_list(words, start, end)):
        return False
    content = [index for index in words.within(start, end) if words.classes[index] not in FUNCTION_CLASSES]
    return bool(content) or _is_figure(words.text[start:end])


def _is_figure(answer: str) -> bool:
    return any(character.isdigit() for character in answer) and not answer.isdigit()


_MEMBERS = re.compile(r"(?<=、)([^\W\d_]{2,6})(?=[、和与及])")
_AFTER = frozenset("，。；！？等的上中”")


def _parallel_members(words: Words, sentence: Stretch) -> Iterator[tuple[tuple[int, int], ...]]:
    """The members of lists of three of one length (思想自觉、政治自觉、行动自觉), which are asked together."""
    if words.language is not Language.CHINESE:
        return
    text = words.text
    for match in _MEMBERS.finditer(text, sentence.start, sentence.end):
        size = len(match.group())
        spans = tuple((match.start() + step * (size + 1), match.end() + step * (size + 1)) for step in (-1, 0, 1))
        if (
            spans[0][0] < sentence.start
            or spans[2][1] > sentence.end
            or text[spans[2][1] : spans[2][1] + 1] not in _AFTER
        ):
            continue
        members = [text[start:end] for start, end in spans]
        joined = text[spans[0][0] : spans[2][1]]
        if any(mark in member for member in members for mark in "，、。；：的“”《》和与及"):
            continue
        if _preceded_by_a_list(text, spans[0][0]) or any(member in GENERIC for member in members):
            continue
        if len(set(members)) == 3 and all(words.fits(start, end) for start, end in spans) and "\n" not in joined:
            yield spans


def _preceded_by_a_list(text: str, start: int) -> bool:
    """Whether the first member is not the first: a list of four or more, or a word of its own before it."""
    before = text[max(0, start - 1) : start]
    return before not in "的了，；。”“：是在以有坚持增强讲"


def cloze_draft(reading: Reading, places: Places, gap: Gap) -> QuestionDraft:
    """The gap as a fill-in question."""
    text = reading.text
    stem = hide(text, gap.stretch, gap.blanks)
    answers = tuple((text[start:end],) for start, end in gap.blanks)
    return QuestionDraft(
        kind=Kind.CLOZE,
        form="list" if len(gap.blanks) > 1 else "term",
        language=reading.language,
        stem=stem,
        answers=answers,
        span=(gap.stretch.start, gap.stretch.end),
        blanks=gap.blanks,
        order_free=(tuple(range(len(gap.blanks))),) if len(gap.blanks) > 1 else (),
        difficulty=cloze_difficulty("".join(forms[0] for forms in answers), stem, reading.language),
        why=gap.why,
        point=places.point_to_show(gap.blanks[0][0], answers[0][0]),
        passage=places.passage(gap.blanks[0][0]),
    )

"""Stems: a stretch of the source that stands alone, around what is hidden in it."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from quizzes.domain.folding import normal_form
from quizzes.domain.questions import BLANK_MARK
from quizzes.domain.word_lists import CHINESE_OPENERS, ENGLISH_OPENERS
from studyapp.domain.segmentation import clauses, sentences
from studyapp.domain.structure import Language, Reading

LONGEST = {Language.CHINESE: 110, Language.ENGLISH: 330}
SHORTEST_CONTEXT = {Language.CHINESE: 14, Language.ENGLISH: 45}
LARGEST_HIDDEN_SHARE = 0.34
PAIRS = {"“": "”", "‘": "’", "「": "」", "『": "』", "《": "》", "（": "）", "(": ")", "【": "】"}
_MARKS = re.compile("[" + re.escape("".join(PAIRS) + "".join(PAIRS.values())) + "]")
_TRAILING = "，、：,: \t\u3000"


@dataclass(frozen=True, kw_only=True, slots=True)
class Stretch:
    """Part of one sentence that may be shown, as a span of the text."""

    start: int
    end: int


def sentence_stretches(reading: Reading) -> tuple[Stretch, ...]:
    """The text's sentences without blanks and without the markers of points. Linear."""
    stretches = []
    points = [(point.start, point.heading_start) for point in reading.points]
    starts = [start for start, _ in points]
    for segment in sentences(reading.text):
        piece = segment.trimmed(reading.text)
        start, end = piece.start, piece.end
        index = bisect_right(starts, start) - 1
        if index >= 0 and points[index][0] <= start < points[index][1]:
            start = points[index][1]
        if start < end and "\n" not in reading.text[start:end]:
            stretches.append(Stretch(start=start, end=end))
    return tuple(stretches)


def stem_around(reading: Reading, sentence: Stretch, hidden: Sequence[tuple[int, int]]) -> Stretch | None:
    """The sentence, or as many of its clauses around the hidden spans as a stem may hold; None when none stands alone."""
    text, longest = reading.text, LONGEST[reading.language]
    candidates = [sentence]
    if sentence.end - sentence.start > longest:
        pieces = [c for c in clauses(text, sentence.start, sentence.end) if text[c.end - 1] not in "、"]
        cuts = sorted({sentence.start, sentence.end, *(c.end for c in pieces)})
        candidates = [
            Stretch(start=a, end=b)
            for a in cuts
            for b in cuts
            if a <= hidden[0][0] and b >= hidden[-1][1] and b - a <= longest
        ]
        candidates.sort(key=lambda stretch: (stretch.start - stretch.end, stretch.start))
    for candidate in candidates[:12]:
        trimmed = _trim(text, candidate)
        if _stands_alone(reading, trimmed, hidden):
            return trimmed
    return None


def _trim(text: str, stretch: Stretch) -> Stretch:
    start, end = stretch.start, stretch.end
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1] in _TRAILING:
        end -= 1
    return Stretch(start=start, end=end)


def _stands_alone(reading: Reading, stretch: Stretch, hidden: Sequence[tuple[int, int]]) -> bool:
    shown = stretch.end - stretch.start - sum(end - start for start, end in hidden)
    inside = stretch.start <= hidden[0][0] and hidden[-1][1] <= stretch.end
    if not inside or shown < SHORTEST_CONTEXT[reading.language]:
        return False
    if stretch.end - stretch.start > LONGEST[reading.language]:
        return False
    if shown < (1 - LARGEST_HIDDEN_SHARE) * (stretch.end - stretch.start):
        return False
    piece = reading.text[stretch.start : stretch.end]
    return is_balanced(piece) and not _dangles(piece, reading.language)


def is_balanced(piece: str) -> bool:
    """Whether quotation marks, brackets and 《》 open and close in order."""
    waiting: list[str] = []
    for mark in _MARKS.findall(piece):
        if mark in PAIRS:
            waiting.append(PAIRS[mark])
        elif not waiting or waiting.pop() != mark:
            if mark == "’":
                continue  # an apostrophe
            return False
    return not waiting and piece.count('"') % 2 == 0


def _dangles(piece: str, language: Language) -> bool:
    bare = piece.lstrip("“‘「『《（(\"'")
    if language is Language.CHINESE:
        return bare.startswith(tuple(CHINESE_OPENERS))
    first = re.match(r"[A-Za-z'’]+", bare)
    return first is None or first.group().lower() in ENGLISH_OPENERS or not (first.group()[0].isupper())


def hide(text: str, stretch: Stretch, hidden: Sequence[tuple[int, int]]) -> str:
    """The stretch with a blank mark for each hidden span, which come in order and do not overlap."""
    pieces, at = [], stretch.start
    for start, end in hidden:
        pieces += [text[at:start], BLANK_MARK]
        at = end
    return "".join([*pieces, text[at : stretch.end]])


def gives_away(stem: str, answer: str) -> bool:
    """Whether the answer, or four characters of it in a row, can be read in the stem."""
    shown, hidden = normal_form(stem), normal_form(answer)
    if not hidden or hidden in shown:
        return True
    run = 3 if not answer.isascii() else 9
    return any(hidden[i : i + run] in shown for i in range(len(hidden) - run + 1)) if len(hidden) > run else False

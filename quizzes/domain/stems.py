"""Stems: a stretch of the source that stands alone, around what is hidden in it."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from quizzes.domain.folding import normal_form
from quizzes.domain.questions import BLANK_MARK
from quizzes.domain.word_lists import CHINESE_OPENERS, ENGLISH_OPENERS
from studyapp.domain.segmentation import clauses, sentences
from studyapp.domain.structure import Language, Reading

LONGEST = {Language.CHINESE: 116, Language.ENGLISH: 360}
MOST_WORDS = 58
PLEASANT = {Language.CHINESE: 90, Language.ENGLISH: 240}
SHORTEST_CONTEXT = {Language.CHINESE: 14, Language.ENGLISH: 45}
FEWEST_WORDS_SHOWN = 9
LARGEST_HIDDEN_SHARE = 0.34
PAIRS = {"“": "”", "‘": "’", "「": "」", "『": "』", "《": "》", "（": "）", "(": ")", "【": "】", "[": "]"}
_MARKS = re.compile("[" + re.escape("".join(PAIRS) + "".join(PAIRS.values())) + "]")
_TRAILING = "，、：,:;；—–- \t\u3000"
_POINTING = ("这", "那", "其", "此", "该", "它", "他们", "她们", "与此", "对此", "为此", "由此", "因此", "上述", "与之")
_LONG_OPENERS = tuple(opener for opener in CHINESE_OPENERS if len(opener) > 1)
_SHORT_OPENERS = frozenset(opener for opener in CHINESE_OPENERS if len(opener) == 1)
_LEFTOVER_MARKER = re.compile(r"^(?:[（(]?[\d一二三四五六七八九十]{1,3}[)）、.．]|[-*#>|•■●▪◆]|https?:)")


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
    """The sentence, or as many of its clauses around the hidden spans as a stem may hold; None if none stands alone.

    `hidden` may be empty: then any part of the sentence that stands alone will do.
    """
    for candidate in _candidates(reading, sentence, hidden):
        trimmed = _trim(reading.text, candidate)
        if _stands_alone(reading, trimmed, hidden):
            return trimmed
    return None


def _candidates(reading: Reading, sentence: Stretch, hidden: Sequence[tuple[int, int]]) -> Iterator[Stretch]:
    """The whole sentence if it is pleasant to read, then runs of its clauses: from its beginning first, long first."""
    text, longest, pleasant = reading.text, LONGEST[reading.language], PLEASANT[reading.language]
    if sentence.end - sentence.start <= pleasant:
        yield sentence
    first, last = (hidden[0][0], hidden[-1][1]) if hidden else (sentence.start + longest, sentence.start)
    low, high = max(sentence.start, last - longest), min(sentence.end, first + longest)
    cuts = sorted({sentence.start, sentence.end, *_clause_ends(text, low, high)})
    runs = [
        (a, b) for a in cuts if low <= a <= first for b in cuts if max(last, a) <= b <= high and 0 < b - a <= longest
    ]
    runs.sort(key=lambda run: (run[0] != sentence.start, abs(run[1] - run[0] - pleasant * 2 // 3), run))
    for start, end in runs[:24]:
        yield Stretch(start=start, end=end)


def _clause_ends(text: str, start: int, end: int) -> Iterator[int]:
    for clause in clauses(text, start, end):
        if text[start : clause.end].rstrip()[-1:] not in {"、", "：", ":"} and clause.end < end:
            yield clause.end


def _trim(text: str, stretch: Stretch) -> Stretch:
    start, end = stretch.start, stretch.end
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1] in _TRAILING:
        end -= 1
    return Stretch(start=start, end=end)


def _stands_alone(reading: Reading, stretch: Stretch, hidden: Sequence[tuple[int, int]]) -> bool:
    text, size = reading.text, stretch.end - stretch.start
    hidden_size = sum(end - start for start, end in hidden)
    if hidden and not (stretch.start <= hidden[0][0] and hidden[-1][1] <= stretch.end):
        return False
    if size > LONGEST[reading.language] or hidden_size > LARGEST_HIDDEN_SHARE * size:
        return False
    if size - hidden_size < SHORTEST_CONTEXT[reading.language]:
        return False
    piece = text[stretch.start : stretch.end]
    if reading.language is Language.ENGLISH:
        count, asked = len(piece.split()), sum(len(text[start:end].split()) for start, end in hidden)
        if count > MOST_WORDS or count - asked < FEWEST_WORDS_SHOWN:
            return False
    return is_balanced(piece) and "____" not in piece and not dangles(piece, reading.language)


def is_balanced(piece: str) -> bool:
    """Whether quotation marks, brackets and 《》 open and close in order."""
    waiting: list[str] = []
    for mark in _MARKS.findall(piece):
        if mark in PAIRS:
            waiting.append(PAIRS[mark])
        elif not waiting or waiting[-1] != mark:
            if mark == "’":
                continue  # an apostrophe
            return False
        else:
            waiting.pop()
    return not waiting and piece.count('"') % 2 == 0


def dangles(piece: str, language: Language) -> bool:
    """Whether the piece begins with a mark, a marker, or a word that points back at what is not shown."""
    bare = piece.lstrip("“‘「『《（(\"'*_")
    if not bare or _LEFTOVER_MARKER.match(piece):
        return True
    if language is Language.CHINESE:
        pointing = bare.startswith(_POINTING) or bare.startswith(_LONG_OPENERS)
        return pointing or not bare[0].isalnum() or (bare[0] in _SHORT_OPENERS and not _opens_a_word(bare))
    first = re.match(r"[A-Za-z'’]+|\$?\d", bare)
    if first is None:
        return True
    word = first.group()
    return word.lower() in ENGLISH_OPENERS or not (word[0].isupper() or word[0].isdigit() or word[0] == "$")


_OPENING_WORDS = (
    "自觉", "自我", "自主", "自然", "自信", "自由", "自治", "自从", "所有", "更好", "更高", "来自", "来源", "当今", "当前",
    "当代", "今天", "今年", "夫妻", "如期", "者们", "并联", "被告", "被动", "使命", "使用", "让步", "和谐", "和平", "与会",
    "故事", "故意", "故乡", "既有", "再生", "再次", "且不", "况且", "等级", "等于", "是否", "的确", "仍需", "之所以", "就业",
    "就医", "就近", "就读", "去年", "去除", "都市", "都城", "才能", "才干", "何时", "谁能", "我们", "我国", "我党", "自立",
    "自强", "自信心", "来信", "去粗", "来年",
)  # fmt: skip
"""Words that begin with a character which alone would point back."""


def _opens_a_word(bare: str) -> bool:
    return bare.startswith(_OPENING_WORDS)


def hide(text: str, stretch: Stretch, hidden: Sequence[tuple[int, int]]) -> str:
    """The stretch with a blank mark for each hidden span, which come in order and do not overlap."""
    pieces, at = [], stretch.start
    for start, end in hidden:
        pieces += [text[at:start], BLANK_MARK]
        at = end
    return "".join([*pieces, text[at : stretch.end]])


def gives_away(stem: str, answer: str) -> bool:
    """Whether the answer, or three characters of it in a row (ten in Latin letters), can be read in the stem."""
    shown, hidden = normal_form(stem.replace(BLANK_MARK, "\n")), normal_form(answer)
    if not hidden or hidden in shown:
        return True
    if hidden.isascii():
        long_words = re.findall(r"[a-z]{5,}", answer.lower())
        return any(re.search(rf"\b{word[:-1]}", stem.lower()) for word in long_words)
    return any(hidden[i : i + 3] in shown for i in range(len(hidden) - 2)) if len(hidden) > 3 else False

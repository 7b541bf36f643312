"""Where words begin and end. The only module that imports rjieba.

Chinese is cut by rjieba's dictionary without its hidden Markov model, whose guesses at unknown words cut through
names; the text's own quoted terms and titles are added to the dictionary. English is cut at spaces and marks, and
its words are classed by closed lists and by their surroundings.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from rjieba import Jieba

from quizzes.domain.word_lists import ENGLISH_CLASSES, NOT_CONTENT, TAG_CLASSES
from studyapp.domain.structure import Language


class WordClass(StrEnum):
    """The class of a word, as coarse as questions need it."""

    NOUN = "noun"
    VERB = "verb"
    VERBAL_NOUN = "verbal_noun"
    ADJECTIVE = "adjective"
    ADVERB = "adverb"
    IDIOM = "idiom"
    TIME = "time"
    NUMBER = "number"
    DETERMINER = "determiner"
    PREPOSITION = "preposition"
    CONJUNCTION = "conjunction"
    PRONOUN = "pronoun"
    AUXILIARY = "auxiliary"
    FUNCTION = "function"
    MARK = "mark"


FUNCTION_CLASSES = frozenset(
    {
        WordClass.NUMBER,
        WordClass.DETERMINER,
        WordClass.PREPOSITION,
        WordClass.CONJUNCTION,
        WordClass.PRONOUN,
        WordClass.AUXILIARY,
        WordClass.FUNCTION,
        WordClass.MARK,
    }
)
"""Classes no blank consists of, begins with or ends with."""


@dataclass(frozen=True, slots=True)
class Words:
    """A text cut into words: three parallel lists, because a long text has hundreds of thousands of them."""

    text: str
    language: Language
    starts: Sequence[int]
    ends: Sequence[int]
    classes: Sequence[WordClass]

    def __len__(self) -> int:
        return len(self.starts)

    def word(self, index: int) -> str:
        """The word as written."""
        return self.text[self.starts[index] : self.ends[index]]

    def within(self, start: int, end: int) -> range:
        """Indexes of the words that lie wholly inside a span."""
        return range(bisect_left(self.starts, start), bisect_right(self.ends, end))

    def fits(self, start: int, end: int) -> bool:
        """Whether a span begins where a word begins and ends where a word ends."""
        first, last = bisect_left(self.starts, start), bisect_left(self.ends, end)
        return (
            first < len(self.starts)
            and last < len(self.ends)
            and self.starts[first] == start
            and self.ends[last] == end
            and first <= last
        )

    def before(self, offset: int) -> int:
        """Index of the last word that ends at or before an offset; -1 when there is none."""
        return bisect_right(self.ends, offset) - 1

    def after(self, offset: int) -> int:
        """Index of the first word that begins at or after an offset; `len(self)` when there is none."""
        return bisect_left(self.starts, offset)


def cut_words(text: str, language: Language, *, terms: Iterable[str] = ()) -> Words:
    """Cut a text into words. `terms` are kept whole. Blanks between words belong to none."""
    cut = _cut_chinese(text, terms) if language is Language.CHINESE else _cut_english(text)
    starts, ends, classes = [], [], []
    for start, end, word_class in cut:
        starts.append(start)
        ends.append(end)
        classes.append(word_class)
    return Words(text, language, starts, ends, classes)


# Numbers with their points and signs, and runs of Latin letters, are one word each whatever the dictionary says.
_WHOLE = re.compile(
    r"[0-9０-９]+(?:[.．,，][0-9０-９]+)*[%％‰]?|[A-Za-zＡ-Ｚａ-ｚÀ-ɏ]+(?:['’\-][A-Za-zＡ-Ｚａ-ｚÀ-ɏ]+)*[0-9]*"
)
_CONTENT = re.compile(r"\w")


def _cut_chinese(text: str, terms: Iterable[str]) -> Iterable[tuple[int, int, WordClass]]:
    cutter = Jieba()
    for term in sorted(set(terms)):
        cutter.add_word(term, None, "nz")
    at = 0
    for whole in _WHOLE.finditer(text):
        yield from _cut_by_dictionary(cutter, text[at : whole.start()], at)
        number = whole.group()[0].isdigit()
        yield whole.start(), whole.end(), WordClass.NUMBER if number else WordClass.NOUN
        at = whole.end()
    yield from _cut_by_dictionary(cutter, text[at:], at)


def _cut_by_dictionary(cutter: Jieba, piece: str, at: int) -> Iterable[tuple[int, int, WordClass]]:
    for word, tag in cutter.tag(piece, hmm=False) if piece else ():
        end = at + len(word)
        if not word.isspace():
            yield at, end, _chinese_class(word, tag)
        at = end


def _chinese_class(word: str, tag: str) -> WordClass:
    if not _CONTENT.search(word):
        return WordClass.MARK
    if word in NOT_CONTENT:
        return WordClass.FUNCTION
    for prefix, name in TAG_CLASSES:
        if tag.startswith(prefix):
            return WordClass(name)
    return WordClass.FUNCTION


_ENGLISH_WORD = re.compile(
    r"\$?\d+(?:[.,]\d+)*%?(?:st|nd|rd|th)?|[^\W\d_]+(?:['’\-–][^\W\d_]+)*|[^\w\s]|\w+", re.UNICODE
)


def _cut_english(text: str) -> Iterable[tuple[int, int, WordClass]]:
    for match in _ENGLISH_WORD.finditer(text):
        yield match.start(), match.end(), _english_class(match.group())


def _english_class(word: str) -> WordClass:
    if not _CONTENT.search(word):
        return WordClass.MARK
    if word[0].isdigit() or word[0] == "$":
        return WordClass.NUMBER
    lower = word.lower().replace("’", "'")
    name = ENGLISH_CLASSES.get(lower)
    if name is not None:
        return WordClass(name)
    if lower.endswith("ly") and len(lower) > 4:
        return WordClass.ADVERB
    return WordClass.NOUN

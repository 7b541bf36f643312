"""Noun phrases by the classes of their words: whole runs, so that no blank is a fragment of a longer expression."""

import re
from collections.abc import Iterator

from quizzes.domain.words import WordClass, Words
from studyapp.domain.structure import Language

_CORE = frozenset({WordClass.NOUN, WordClass.VERBAL_NOUN, WordClass.ADJECTIVE, WordClass.IDIOM})
_HEADS = frozenset({WordClass.NOUN, WordClass.VERBAL_NOUN})
_NOUN_ENDINGS = frozenset(
    "线旨标想观制系度力量神路法权业性学论家党会院部心史场境局果益本能源章程德风话群队网库区城村品"
)
"""Last characters of four-character expressions that name a thing: 群众路线, 根本宗旨, but not 持之以恒."""
_AFFIXES = frozenset("者们性化式型界率性度感力观论")
_COUNTERS = frozenset("个项种列条次位名批代届")
_PLACES = frozenset({"上", "下", "中", "里", "内", "外", "间", "前", "后"})

# English words that can head a phrase only when a determiner stands before and the phrase ends behind.
_ADJECTIVE_ENDING = re.compile(r"(?:ous|ful|able|ible|less|ish|ed|ing|ive|ic|ary|est|ent|ant|al|ly|en)$")
_NEVER_LAST = re.compile(r"(?:ous|ful|able|ible|less|ish|ed|ly|est)$")
_CLOSED_BEHIND = frozenset(
    {WordClass.MARK, WordClass.PREPOSITION, WordClass.CONJUNCTION, WordClass.AUXILIARY, WordClass.PRONOUN}
)


def phrase_at(words: Words, run: range) -> tuple[int, int]:
    """The span of a run of words."""
    return words.starts[run[0]], words.ends[run[-1]]


def phrases(words: Words) -> Iterator[range]:
    """Runs of word indexes that are whole noun phrases, in order of the text. Linear."""
    good = _is_chinese_phrase if words.language is Language.CHINESE else _is_english_phrase
    first = 0
    while first < len(words):
        last = first
        while last < len(words) and _joins(words, first, last):
            last += 1
        if last > first and good(words, range(first, last)):
            yield range(first, last)
        first = max(last, first + 1)


def _joins(words: Words, first: int, index: int) -> bool:
    core = _CORE if words.language is Language.CHINESE else _HEADS
    if words.classes[index] not in core:
        return False
    gap = words.text[words.ends[index - 1] : words.starts[index]] if index > first else ""
    return gap == "" if words.language is Language.CHINESE else gap in {"", " "}


def _class(words: Words, index: int) -> WordClass:
    return words.classes[index] if 0 <= index < len(words) else WordClass.MARK


def _is_chinese_phrase(words: Words, run: range) -> bool:
    before, after = _touching(words, run[0] - 1, run[0]), _touching(words, run[-1], run[-1] + 1)
    head = words.word(run[-1])
    if words.classes[run[-1]] not in _HEADS and not (
        words.classes[run[-1]] is WordClass.IDIOM and head[-1] in _NOUN_ENDINGS
    ):
        return False
    if sum(len(words.word(index)) == 1 for index in run) > (0 if len(run) == 1 else 1):
        return False
    if len(run) > 1 and _begins_with_a_verb(words, run[0]):
        return False
    if after and words.word(run[-1] + 1)[0] in _AFFIXES:
        return False
    if before:
        left, left_class = words.word(run[0] - 1), words.classes[run[0] - 1]
        if left_class is WordClass.NUMBER and left[-1] not in _COUNTERS:
            return False
        if left_class in {WordClass.VERB, WordClass.ADVERB} and len(run) == 1 and len(head) == 2:
            return False
        if len(left) == 1 and left_class in {WordClass.VERB, WordClass.ADVERB, WordClass.TIME}:
            return False
    # Two verbs in a row are often one compound (学习领会), and a verb behind a bare noun may belong to it.
    return not (after and len(run) == 1 and len(head) == 2 and words.classes[run[-1] + 1] is WordClass.VERB)


def _begins_with_a_verb(words: Words, first: int) -> bool:
    """Whether the first of several words governs the rest: 规范政府行为 behind a mark, but not 的投资环境."""
    word, word_class = words.word(first), words.classes[first]
    if word_class is WordClass.IDIOM:
        return word[-1] not in _NOUN_ENDINGS
    return word_class is WordClass.VERBAL_NOUN and not _touching(words, first - 1, first)


def _touching(words: Words, left: int, right: int) -> bool:
    """Whether two words stand side by side with no mark or blank between them."""
    if left < 0 or right >= len(words):
        return False
    if WordClass.MARK in {words.classes[left], words.classes[right]}:
        return False
    return words.ends[left] == words.starts[right]


def _is_english_phrase(words: Words, run: range) -> bool:
    left, right = _class(words, run[0] - 1), _class(words, run[-1] + 1)
    first, last = words.word(run[0]), words.word(run[-1])
    if run[0] == 0 or run[-1] + 1 == len(words):
        return False
    if left not in {WordClass.DETERMINER, WordClass.PREPOSITION, WordClass.FUNCTION} or right not in _CLOSED_BEHIND:
        return False
    before, after = words.word(run[0] - 1).lower(), words.word(run[-1] + 1).lower()
    if before in {"to", "like", "than", "as", "that"} or after in {
        "that",
        "and",
        "or",
        "-",
        "–",
        "/",
        "'",
        "’",
        "(",
        ")",
    }:
        return False
    if first.lower().endswith("ing") and left is not WordClass.DETERMINER:
        return False
    if _NEVER_LAST.search(last.lower()) or not last[0].isalpha():
        return False
    closed = left is WordClass.DETERMINER and right is not WordClass.CONJUNCTION and after != ","
    return closed or not _ADJECTIVE_ENDING.search(last.lower())

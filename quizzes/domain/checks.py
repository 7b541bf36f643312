"""What an answer must be before it is asked: one right filler, no member of an unasked list."""

import re

from quizzes.domain.stems import Stretch
from quizzes.domain.words import WordClass, Words
from studyapp.domain.structure import Language

REACH = 100_000
"""Rivals are looked for so many characters around a blank: in a book, the chapter counts."""
_QUOTES = "“”‘’「」『』《》\"'*"
_LIST_WORDS = frozenset(["和", "与", "及", "以及", "或", "或者", "、", "and", "or", "&", "/", "／"])


def has_rival(words: Words, sentence: Stretch, start: int, end: int) -> bool:
    """Whether some other filler stands between the same neighbours elsewhere in the text.

    Neighbours are the words on each side (two in English), marks passed over but counted.
    """
    left = _side(words, sentence, start, step=-1)
    right = _side(words, sentence, end, step=1)
    if not left or not right:
        return False
    longest = 12 if words.language is Language.CHINESE else 40
    between = re.compile(
        f"{_edge(left, 0)}{re.escape(left)}([^\n。！？；]{{1,{longest}}}?){re.escape(right)}{_edge(right, -1)}"
    )
    low, high = max(0, start - REACH), min(len(words.text), end + REACH)
    answer = words.text[start:end].strip(_QUOTES)
    fillers = (match.group(1).strip(_QUOTES) for match in between.finditer(words.text, low, high))
    return any(filler != answer for filler in fillers)


def _edge(side: str, index: int) -> str:
    return r"\b" if side[index].isascii() and side[index].isalnum() else ""


def _side(words: Words, sentence: Stretch, offset: int, *, step: int) -> str:
    """The text from a blank to the far end of its nearest words on one side; to the sentence's edge at most."""
    wanted = 1 if words.language is Language.CHINESE else 2
    index = words.before(offset) if step < 0 else words.after(offset)
    far = offset
    for _ in range(4):
        if not 0 <= index < len(words):
            break
        start, end = words.starts[index], words.ends[index]
        if start < sentence.start or end > sentence.end:
            break
        far = start if step < 0 else end
        if words.classes[index] is not WordClass.MARK:
            wanted -= 1
        if not wanted:
            break
        index += step
    return words.text[far:offset] if step < 0 else words.text[offset:far]


def in_a_list(words: Words, start: int, end: int) -> bool:
    """Whether the span is joined to another by 、, 和, `and` or the like, where either would fit as well."""
    left, right = words.before(start), words.after(end)
    while left >= 0 and words.word(left) in _QUOTES:
        left -= 1
    while right < len(words) and words.word(right) in _QUOTES:
        right += 1
    around = {words.word(index).lower() for index in (left, right) if 0 <= index < len(words)}
    return bool(around & _LIST_WORDS)


def is_whole(words: Words, start: int, end: int) -> bool:
    """Whether a span is whole words, or all that stands between a pair of quotation or title marks."""
    before, after = words.text[max(0, start - 1) : start], words.text[end : end + 1]
    if before and after and before in _QUOTES and after in _QUOTES:
        return True
    return words.fits(start, end)

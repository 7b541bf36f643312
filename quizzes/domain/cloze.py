"""Fill-in-the-blank questions: one key term of a sentence is hidden."""

from bisect import bisect_right
from collections import Counter

from quizzes.domain.difficulty import cloze_difficulty
from quizzes.domain.key_terms import KeyTerm
from quizzes.domain.questions import Kind, QuestionDraft
from quizzes.domain.stems import Stretch, gives_away, hide, sentence_stretches, stem_around
from quizzes.domain.words import Words
from studyapp.domain.structure import Language, Reading

PER_SENTENCE = 2
LIST_MARKS = "、"
LONGEST_ANSWER = {Language.CHINESE: 12, Language.ENGLISH: 48}
_QUOTES = "“”‘’「」『』《》\"'"


def cloze_drafts(reading: Reading, words: Words, terms: tuple[KeyTerm, ...]) -> list[QuestionDraft]:
    """At most two questions a sentence, the weightiest terms first, in order of the text."""
    drafts = []
    sentences = sentence_stretches(reading)
    starts = [sentence.start for sentence in sentences]
    by_sentence: dict[int, list[KeyTerm]] = {}
    for term in terms:
        index = bisect_right(starts, term.start) - 1
        if index >= 0 and term.end <= sentences[index].end:
            by_sentence.setdefault(index, []).append(term)
    asked: Counter[str] = Counter()
    for index in sorted(by_sentence):
        taken: list[tuple[int, int]] = []
        for term in sorted(by_sentence[index], key=lambda term: (-term.weight, term.start - term.end, term.start)):
            word = reading.text[term.start : term.end]
            overlaps = any(term.start < end and start < term.end for start, end in taken)
            if overlaps or len(taken) == PER_SENTENCE or asked[word] >= 3:
                continue
            draft = _draft(reading, words, sentences[index], term)
            if draft:
                drafts.append(draft)
                taken.append((term.start, term.end))
                asked[word] += 1
    return drafts


def _draft(reading: Reading, words: Words, sentence: Stretch, term: KeyTerm) -> QuestionDraft | None:
    text = reading.text
    answer = text[term.start : term.end]
    if not _askable(reading, words, term):
        return None
    stretch = stem_around(reading, sentence, [(term.start, term.end)])
    if stretch is None:
        return None
    stem = hide(text, stretch, [(term.start, term.end)])
    if gives_away(stem, answer):
        return None
    return QuestionDraft(
        kind=Kind.CLOZE,
        form="term",
        language=reading.language,
        stem=stem,
        answers=((answer,),),
        span=(stretch.start, stretch.end),
        blanks=((term.start, term.end),),
        difficulty=cloze_difficulty(answer, stem, reading.language),
        why=term.why,
        point=point_at(reading, term.start),
        passage=passage_at(reading, term.start),
    )


def _askable(reading: Reading, words: Words, term: KeyTerm) -> bool:
    """Whole words, short enough, and no member of an unmarked list, where any other member would fit as well."""
    text = reading.text
    if term.end - term.start > LONGEST_ANSWER[reading.language]:
        return False
    before, after = text[max(0, term.start - 1) : term.start], text[term.end : term.end + 1]
    quoted = before in set(_QUOTES) and after in set(_QUOTES) and before != ""
    if quoted:
        outer = text[max(0, term.start - 2) : term.start - 1] + text[term.end + 1 : term.end + 2]
        return not set(outer) & set(LIST_MARKS + _QUOTES)
    if not words.fits(term.start, term.end):
        return False
    return before not in LIST_MARKS and after not in LIST_MARKS if before and after else True


def point_at(reading: Reading, offset: int) -> int | None:
    """Index of the innermost point that holds the offset."""
    holding = [i for i, point in enumerate(reading.points) if point.start <= offset < point.end]
    return max(holding, key=lambda i: reading.points[i].level) if holding else None


def passage_at(reading: Reading, offset: int) -> int | None:
    """Index of the passage that holds the offset."""
    return next((i for i, span in enumerate(reading.passages) if span.start <= offset < span.end), None)

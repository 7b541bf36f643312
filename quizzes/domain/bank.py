"""Builds the bank: every question the text deserves, and none that fails a check."""

import random

from quizzes.domain.choice import choice_drafts
from quizzes.domain.cloze import cloze_drafts
from quizzes.domain.key_terms import key_terms
from quizzes.domain.questions import QuestionDraft
from quizzes.domain.recall import recall_drafts
from quizzes.domain.words import cut_words
from studyapp.domain.structure import Reading


def build_bank(reading: Reading, *, seed: int) -> tuple[QuestionDraft, ...]:
    """All questions on a text, in order of the text. The same text and seed give the same questions."""
    rng = random.Random(seed)  # noqa: S311 - a fair order, not a secret
    words = cut_words(reading.text, reading.language, terms=[reading.text[t.start : t.end] for t in reading.terms])
    cloze = cloze_drafts(reading, words, key_terms(reading, words))
    drafts = [*cloze, *recall_drafts(reading), *choice_drafts(reading, words, cloze, rng=rng)]
    return tuple(sorted(drafts, key=lambda draft: (draft.span, draft.kind, draft.form, draft.stem)))

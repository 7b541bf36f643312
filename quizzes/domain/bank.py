"""Builds the bank: every question the text deserves, and none that fails a check."""

import random
from collections.abc import Iterator, Sequence

from quizzes.domain.choice import KeyPlaces, choice_draft, which_point_drafts
from quizzes.domain.cloze import Gap, cloze_draft, find_gaps
from quizzes.domain.distractors import Distractors, Fairness
from quizzes.domain.folding import normal_form
from quizzes.domain.key_terms import key_terms
from quizzes.domain.matching import matching_drafts
from quizzes.domain.ordering import ordering_drafts
from quizzes.domain.places import Places
from quizzes.domain.questions import Kind, QuestionDraft
from quizzes.domain.recall import recall_drafts
from quizzes.domain.true_false import true_false_draft
from quizzes.domain.words import Words, cut_words
from studyapp.domain.structure import Reading

GAP_KINDS = (Kind.CLOZE, Kind.CHOICE, Kind.CLOZE, Kind.TRUE_FALSE)
"""What the gaps of a text are asked as, in turn; a gap without good distractors becomes a cloze."""
LONGEST_TERM = 20


def build_bank(reading: Reading, *, seed: int) -> tuple[QuestionDraft, ...]:
    """All questions on a text, in order of the text. The same text and seed give the same questions.

    Another seed asks the same gaps as other kinds, with other distractors. Linear in the text; a long text is asked
    about in an even sample of its sentences.
    """
    rng = random.Random(seed)  # noqa: S311 - a fair order, not a secret
    marked = [reading.text[term.start : term.end] for term in reading.terms]
    words = cut_words(reading.text, reading.language, terms=[term for term in marked if len(term) <= LONGEST_TERM])
    terms = key_terms(reading, words)
    key_places, places = KeyPlaces(rng), Places(reading)
    drafts = [
        *_ask_gaps(
            reading, places, words, find_gaps(reading, words, terms), Distractors(words, terms), key_places, rng
        ),
        *recall_drafts(reading, places),
        *which_point_drafts(reading, key_places=key_places, rng=rng),
        *ordering_drafts(reading, rng=rng),
        *matching_drafts(reading, terms, rng=rng),
    ]
    unique = {(draft.kind, draft.stem, draft.answers, draft.options): draft for draft in drafts}
    return tuple(sorted(unique.values(), key=lambda draft: (draft.span, draft.kind, draft.form, draft.stem)))


def _ask_gaps(
    reading: Reading,
    places: Places,
    words: Words,
    gaps: Sequence[tuple[Gap, ...]],
    distractors: Distractors,
    key_places: KeyPlaces,
    rng: random.Random,
) -> Iterator[QuestionDraft]:
    """Each gap once. A term is asked in its own words before it may be swapped in a statement."""
    fairness, folded_text, asked = Fairness(), normal_form(reading.text), set[str]()
    turn, truths = rng.randrange(len(GAP_KINDS)), _truths(rng)
    for gap in (gap for sentence in gaps for gap in sentence):
        kind = GAP_KINDS[turn % len(GAP_KINDS)]
        turn += 1
        answer = words.text[slice(*gap.blanks[0])]
        draft = None
        if kind is Kind.TRUE_FALSE and (answer in asked or gap.why not in {"quoted_term", "title"}):
            draft = true_false_draft(
                reading, places, gap, distractors=distractors, true=truths[0], folded_text=folded_text, rng=rng
            )
            if draft:
                truths.append(truths.pop(0))
        elif kind is Kind.CHOICE:
            draft = choice_draft(
                reading, places, gap, distractors=distractors, fairness=fairness, key_places=key_places, rng=rng
            )
        if draft is None or draft.kind is not Kind.TRUE_FALSE:
            asked.add(answer)
        yield draft or cloze_draft(reading, places, gap)


def _truths(rng: random.Random) -> list[bool]:
    """True and false statements in an order that no one can guess, as many of each."""
    truths = [True, True, False, False, True, False, False, True, False, True]
    rng.shuffle(truths)
    return truths

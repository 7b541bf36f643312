"""True or false: a sentence of the text as it stands, or with one expression swapped for another of its class."""

import random

from quizzes.domain.cloze import Gap
from quizzes.domain.distractors import Distractors, swapped
from quizzes.domain.folding import normal_form
from quizzes.domain.places import Places
from quizzes.domain.questions import Kind, QuestionDraft
from studyapp.domain.structure import Reading


def true_false_draft(
    reading: Reading,
    places: Places,
    gap: Gap,
    *,
    distractors: Distractors,
    true: bool,
    folded_text: str,
    rng: random.Random,
) -> QuestionDraft | None:
    """A statement on the gap's stretch. None when no false one can be made, also for a true one: so both stay alike.

    `folded_text` is the whole text in its normal form: a false statement is nowhere in it.
    """
    if len(gap.blanks) > 1:
        return None
    for filler in distractors.fitting(gap, rng):
        false = swapped(reading.text, gap, filler)
        if normal_form(false) in folded_text:
            continue
        stem = reading.text[gap.stretch.start : gap.stretch.end] if true else false
        start = gap.blanks[0][0]
        return QuestionDraft(
            kind=Kind.TRUE_FALSE,
            form="statement",
            language=reading.language,
            stem=stem,
            answers=(),
            key=true,
            span=(gap.stretch.start, gap.stretch.end),
            difficulty=0.35,
            why=gap.why,
            point=places.point(start),
            passage=places.passage(start),
        )
    return None

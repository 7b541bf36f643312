"""Choice questions: a gap with distractors from the same text, and which point a passage supports."""

import random

from quizzes.domain.cloze import Gap, cloze_draft
from quizzes.domain.distractors import Distractors, Fairness
from quizzes.domain.folding import normal_form
from quizzes.domain.places import Places
from quizzes.domain.questions import Kind, QuestionDraft
from quizzes.domain.recall import ENDS, accepted_headings, shares_a_run, sibling_points
from quizzes.domain.stems import is_balanced
from studyapp.domain.segmentation import clauses
from studyapp.domain.structure import Language, Reading

FEWEST_POINTS = 3
LONGEST_PASSAGE_SHOWN = 80


class KeyPlaces:
    """Where the right option stands: every place once before one comes again."""

    def __init__(self, rng: random.Random) -> None:
        self._rng = rng
        self._waiting: dict[int, list[int]] = {}

    def next(self, options: int) -> int:
        """A place among so many options."""
        waiting = self._waiting.setdefault(options, [])
        if not waiting:
            waiting.extend(self._rng.sample(range(options), options))
        return waiting.pop()


def choice_draft(
    reading: Reading,
    places: Places,
    gap: Gap,
    *,
    distractors: Distractors,
    fairness: Fairness,
    key_places: KeyPlaces,
    rng: random.Random,
) -> QuestionDraft | None:
    """The gap as a choice; None when the text has no two certain distractors."""
    if len(gap.blanks) > 1:
        return None
    cloze = cloze_draft(reading, places, gap)
    answer = cloze.answers[0][0]
    wrong = fairness.choose(answer, distractors.fitting(gap, rng), distractors.frequency)
    if not wrong:
        return None
    place = key_places.next(len(wrong) + 1)
    return QuestionDraft(
        kind=Kind.CHOICE,
        form="term",
        language=cloze.language,
        stem=cloze.stem,
        answers=cloze.answers,
        options=(*wrong[:place], answer, *wrong[place:]),
        key=place,
        span=cloze.span,
        blanks=cloze.blanks,
        difficulty=round(cloze.difficulty * 0.6, 3),
        why=cloze.why,
        point=cloze.point,
        passage=cloze.passage,
    )


def which_point_drafts(reading: Reading, *, key_places: KeyPlaces, rng: random.Random) -> list[QuestionDraft]:
    """For each passage under a listed point: which of the list's points it supports."""
    drafts = []
    for group in sibling_points(reading):
        if len(group) < FEWEST_POINTS:
            continue
        headings = [forms[min(1, len(forms) - 1)] for forms in accepted_headings([reading.points[i] for i in group])]
        if len({normal_form(heading) for heading in headings}) < len(group) or max(map(len, headings)) > 60:
            continue
        for index, passage in enumerate(reading.passages):
            if passage.point in group:
                right = group.index(passage.point)
                draft = _which_point(reading, index, group, headings, right, key_places=key_places, rng=rng)
                drafts += [draft] if draft else []
    return drafts


def _which_point(
    reading: Reading,
    index: int,
    group: list[int],
    headings: list[str],
    right: int,
    *,
    key_places: KeyPlaces,
    rng: random.Random,
) -> QuestionDraft | None:
    passage, point = reading.passages[index], reading.points[group[right]]
    if point.heading_start <= passage.start < point.heading_end:
        return None
    span = _beginning(reading.text, passage.start, passage.end)
    quoted = reading.text[slice(*span)]
    wrong = [heading for place, heading in enumerate(headings) if place != right]
    if "\n" in quoted or len(quoted) < 12 or not is_balanced(quoted) or any(shares_a_run(h, quoted) for h in headings):
        return None
    wrong = [h for h in rng.sample(wrong, len(wrong)) if not (h in headings[right] or headings[right] in h)][:3]
    if len(wrong) < 2 or any(a in b for a in wrong for b in wrong if a is not b):
        return None
    place = key_places.next(len(wrong) + 1)
    chinese = reading.language is Language.CHINESE
    stem = (
        f"“{quoted}”——这段引文支持哪一个要点？" if chinese else f"“{quoted}” Which point of the text does this support?"
    )
    key = headings[right].strip(ENDS)
    start = point.heading_start + max(0, point.heading.find(key))
    return QuestionDraft(
        kind=Kind.CHOICE,
        form="which_point",
        language=reading.language,
        stem=stem,
        answers=((headings[right],),),
        options=(*wrong[:place], headings[right], *wrong[place:]),
        key=place,
        span=span,
        blanks=((start, start + len(key)),),
        difficulty=0.4,
        why="quotation",
        point=group[right],
        passage=index,
    )


def _beginning(text: str, start: int, end: int) -> tuple[int, int]:
    """The passage, or as many of its first clauses as may be shown."""
    if end - start <= LONGEST_PASSAGE_SHOWN:
        return start, end
    ends = [clause.end for clause in clauses(text, start, end) if clause.end - start <= LONGEST_PASSAGE_SHOWN]
    stop = ends[-1] if ends else start
    while stop > start and text[stop - 1] in ENDS:
        stop -= 1
    return start, stop

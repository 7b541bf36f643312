"""Ordering: the points of one list, without their markers, to be put in the text's order."""

import random

from quizzes.domain.folding import normal_form
from quizzes.domain.questions import Kind, QuestionDraft
from quizzes.domain.recall import accepted_headings, list_context, sibling_points
from studyapp.domain.structure import Language, Reading

FEWEST, MOST = 3, 7
LONGEST_OPTION = {Language.CHINESE: 40, Language.ENGLISH: 120}


def ordering_drafts(reading: Reading, *, rng: random.Random) -> list[QuestionDraft]:
    """One question for each list of three points or more; of a long list a stretch of seven."""
    drafts = []
    for group in sibling_points(reading):
        context = list_context(reading, group)
        if len(group) < FEWEST or context is None:
            continue
        first = rng.randrange(len(group) - MOST + 1) if len(group) > MOST else 0
        part = group[first : first + MOST]
        points = [reading.points[index] for index in part]
        headings = [forms[min(1, len(forms) - 1)] for forms in accepted_headings(points)]
        folded = {normal_form(heading) for heading in headings}
        if len(folded) < len(headings) or "" in folded or max(map(len, headings)) > LONGEST_OPTION[reading.language]:
            continue
        order = list(range(len(part)))
        while order == sorted(order):
            rng.shuffle(order)
        chinese = reading.language is Language.CHINESE
        ask = "请把下列要点按原文中的先后顺序排列。" if chinese else "Put these points in the order of the text."
        drafts.append(
            QuestionDraft(
                kind=Kind.ORDERING,
                form="points",
                language=reading.language,
                stem=f"{context}{ask}",
                answers=(),
                options=tuple(headings[place] for place in order),
                key=tuple(order.index(place) for place in range(len(part))),
                span=(points[0].start, points[-1].heading_end),
                difficulty=0.6,
                why="heading",
                point=points[0].parent,
            )
        )
    return drafts

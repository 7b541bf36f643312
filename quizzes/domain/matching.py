"""Matching: points of one list and an expression that only one of them uses, or speakers and what they said."""

import random
from collections.abc import Sequence

from quizzes.domain.folding import normal_form
from quizzes.domain.key_terms import KeyTerm
from quizzes.domain.questions import Kind, QuestionDraft
from quizzes.domain.recall import ENDS, accepted_headings, list_context, shares_a_run, sibling_points
from studyapp.domain.segmentation import clauses
from studyapp.domain.structure import Language, Reading

FEWEST, MOST = 4, 6
LONGEST_LEFT = {Language.CHINESE: 40, Language.ENGLISH: 100}
LONGEST_RIGHT = {Language.CHINESE: 60, Language.ENGLISH: 160}


def matching_drafts(reading: Reading, terms: Sequence[KeyTerm], *, rng: random.Random) -> list[QuestionDraft]:
    """A question for each list of points with four expressions of their own, and one on who said what."""
    drafts = []
    for group in sibling_points(reading):
        context = list_context(reading, group)
        if context is not None and len(group) >= FEWEST:
            draft = _points_and_terms(reading, group, context, terms, rng)
            drafts += [draft] if draft else []
    draft = _speakers_and_quotations(reading, rng)
    return drafts + ([draft] if draft else [])


def _points_and_terms(
    reading: Reading, group: list[int], context: str, terms: Sequence[KeyTerm], rng: random.Random
) -> QuestionDraft | None:
    points = [reading.points[index] for index in group]
    headings = [forms[min(1, len(forms) - 1)] for forms in accepted_headings(points)]
    bodies = [normal_form(reading.text[point.start : point.end]) for point in points]
    pairs: list[tuple[str, str]] = []
    for place, point in enumerate(points):
        own = [
            reading.text[term.start : term.end]
            for term in terms
            if point.heading_end <= term.start < point.end and term.why in {"quoted_term", "title", "key_term"}
        ]
        others = [body for at, body in enumerate(bodies) if at != place]
        right = _best_own(own, others, headings, [taken for _, taken in pairs])
        if right and len(headings[place]) <= LONGEST_LEFT[reading.language]:
            pairs.append((headings[place], right))
    chinese = reading.language is Language.CHINESE
    ask = (
        "请为每个要点找出只在该部分出现的表述。" if chinese else "Match each point with the expression used only there."
    )
    return _as_matching(reading, f"{context}{ask}", pairs, (points[0].start, points[-1].end), points[0].parent, rng)


def _best_own(own: Sequence[str], others: Sequence[str], headings: Sequence[str], taken: Sequence[str]) -> str | None:
    """The first expression that stands in no other point, no heading and beside nothing taken."""
    for term in own:
        folded = normal_form(term)
        clash = any(folded in body for body in others) or any(shares_a_run(term, heading) for heading in headings)
        if len(folded) >= 3 and not clash and not any(folded in normal_form(other) for other in taken):
            return term
    return None


def _speakers_and_quotations(reading: Reading, rng: random.Random) -> QuestionDraft | None:
    spoken: dict[str, tuple[str, tuple[int, int]]] = {}
    for passage in reading.passages:
        if passage.speaker is None or passage.speaker in spoken:
            continue
        ends = [
            clause.end
            for clause in clauses(reading.text, passage.start, passage.end)
            if clause.end - passage.start <= LONGEST_RIGHT[reading.language]
        ]
        quoted = reading.text[passage.start : ends[-1]].strip(ENDS) if ends else ""
        if len(quoted) >= 8 and "\n" not in quoted and passage.speaker not in quoted:
            spoken[passage.speaker] = quoted, (passage.start, passage.end)
    names = sorted(spoken, key=lambda name: spoken[name][1])
    if any(a in b for a in names for b in names if a != b):
        return None
    chinese = reading.language is Language.CHINESE
    ask = "下列引文各是谁说的？请一一配对。" if chinese else "Who said what? Match each speaker with the words quoted."
    spans = [spoken[name][1] for name in names] or [(0, 0)]
    pairs = [(name, spoken[name][0]) for name in names]
    return _as_matching(reading, ask, pairs, (spans[0][0], max(end for _, end in spans)), None, rng)


def _as_matching(
    reading: Reading,
    stem: str,
    pairs: Sequence[tuple[str, str]],
    span: tuple[int, int],
    point: int | None,
    rng: random.Random,
) -> QuestionDraft | None:
    one_to_one = len({normal_form(left) for left, _ in pairs}) == len({normal_form(right) for _, right in pairs})
    if len(pairs) < FEWEST or not one_to_one or len({normal_form(left) for left, _ in pairs}) < len(pairs):
        return None
    chosen = sorted(rng.sample(range(len(pairs)), min(MOST, len(pairs))))
    kept = tuple(pairs[index] for index in chosen)
    right = [pair[1] for pair in kept]
    rng.shuffle(right)
    return QuestionDraft(
        kind=Kind.MATCHING,
        form="pairs",
        language=reading.language,
        stem=stem,
        answers=(),
        options=tuple(right),
        key=kept,
        span=span,
        difficulty=0.6,
        why="heading",
        point=point,
    )

"""Chooses the questions of one quiz: every point, several kinds, no question that gives another away."""

import random
from collections import Counter
from collections.abc import Sequence

from quizzes.domain.folding import normal_form
from quizzes.domain.questions import QuestionDraft
from studyapp.domain.structure import Reading

SHARES = {"cloze": 0.5, "recall": 0.25, "choice": 0.25}


def select_quiz(bank: Sequence[QuestionDraft], reading: Reading, *, seed: int, size: int) -> tuple[QuestionDraft, ...]:
    """At most `size` questions, ordered as the text is, questions on the whole last.

    Greedy: at each step the question that adds most (a point not asked yet, a kind short of its share, a tenth of
    the text not asked yet), ties broken by the seed. A question that shows another's answer is never added.
    """
    rng = random.Random(seed)  # noqa: S311 - a fair order, not a secret
    candidates = [(rng.random(), draft) for draft in bank]
    chosen: list[QuestionDraft] = []
    while candidates and len(chosen) < size:
        best = max(candidates, key=lambda pair: (_gain(pair[1], chosen, reading, size), pair[0]))
        chosen.append(best[1])
        candidates = [pair for pair in candidates if pair is not best and _goes_with(pair[1], best[1])]
    return tuple(sorted(chosen, key=lambda draft: (draft.form == "list_points", draft.span, draft.kind)))


def _gain(draft: QuestionDraft, chosen: list[QuestionDraft], reading: Reading, size: int) -> float:
    kinds = Counter(str(other.kind) for other in chosen)
    wanted = SHARES.get(str(draft.kind), 0.2) * size - kinds[str(draft.kind)]
    tenth = _tenth(draft, reading)
    same_tenth = sum(_tenth(other, reading) == tenth for other in chosen)
    new_point = draft.point is not None and all(other.point != draft.point for other in chosen)
    worth = {"quoted_term": 0.6, "title": 0.4, "quotation": 0.6, "heading": 0.4}.get(draft.why, 0.2)
    return 3.0 * new_point + 0.8 * wanted + worth - 0.9 * same_tenth


def _tenth(draft: QuestionDraft, reading: Reading) -> int:
    return min(9, draft.span[0] * 10 // max(1, len(reading.text)))


def _goes_with(draft: QuestionDraft, other: QuestionDraft) -> bool:
    """Whether two questions may stand in one quiz: another place, another answer, neither shows the other's."""
    if draft.span[0] < other.span[1] and other.span[0] < draft.span[1] and draft.form != "list_points":
        return False
    return not (_shows(draft, other) or _shows(other, draft))


def _shows(draft: QuestionDraft, other: QuestionDraft) -> bool:
    """Whether anything the one question shows, or is answered with, is an answer of the other."""
    shown = normal_form(" ".join([draft.stem, *(draft.options or ()), *(forms[0] for forms in draft.answers)]))
    return any(normal_form(form) in shown for forms in other.answers for form in forms if normal_form(form))

"""Chooses the questions of one quiz: every point, several kinds, no question that gives another away."""

import random
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from quizzes.domain.folding import normal_form
from quizzes.domain.questions import QuestionDraft
from studyapp.domain.structure import Reading

SHARES = {"cloze": 0.5, "recall": 0.25, "choice": 0.25}


LOOKED_AT = 8
"""Of the best candidates at a step so many are tried for what they would rule out."""


@dataclass(frozen=True, kw_only=True, slots=True)
class _Candidate:
    """A draft with what it shows and accepts, folded once. `chance` breaks ties."""

    draft: QuestionDraft
    shown: str
    accepted: tuple[str, ...]
    chance: float


def select_quiz(bank: Sequence[QuestionDraft], reading: Reading, *, seed: int, size: int) -> tuple[QuestionDraft, ...]:
    """At most `size` questions, ordered as the text is, questions on the whole last.

    Greedy: at each step the question that adds most (a point not asked yet, a kind short of its share, a tenth of
    the text not asked yet) and leaves the most other points something to ask; ties are broken by the seed. A
    question that shows another's answer is never added. O(size x len(bank)).
    """
    rng = random.Random(seed)  # noqa: S311 - a fair order, not a secret
    candidates = [_candidate(draft, rng.random()) for draft in bank]
    chosen: list[QuestionDraft] = []
    while candidates and len(chosen) < size:
        best = _best(candidates, chosen, reading, size)
        chosen.append(best.draft)
        candidates = [other for other in candidates if other is not best and _goes_with(other, best)]
    return tuple(sorted(chosen, key=lambda draft: (draft.form == "list_points", draft.span, draft.kind)))


def _candidate(draft: QuestionDraft, chance: float) -> _Candidate:
    words = [draft.stem, *(draft.options or ()), *(forms[0] for forms in draft.answers)]
    accepted = {normal_form(form) for forms in draft.answers for form in forms} - {""}
    return _Candidate(draft=draft, shown=normal_form(" ".join(words)), accepted=tuple(sorted(accepted)), chance=chance)


def _best(candidates: list[_Candidate], chosen: list[QuestionDraft], reading: Reading, size: int) -> _Candidate:
    ranked = sorted(candidates, key=lambda one: (_gain(one.draft, chosen, reading, size), one.chance), reverse=True)
    asked = {draft.point for draft in chosen}
    waiting = {one.draft.point for one in candidates if one.draft.point is not None} - asked

    def still_askable(one: _Candidate) -> int:
        return len(
            {o.draft.point for o in candidates if o.draft.point in waiting and _goes_with(o, one)} - {one.draft.point}
        )

    leading = [one for one in ranked if one.draft.point in waiting][:LOOKED_AT] or ranked[:1]
    return max(leading, key=still_askable)


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


def _goes_with(one: _Candidate, other: _Candidate) -> bool:
    """Whether two questions may stand in one quiz: another place, another answer, neither shows the other's."""
    a, b = one.draft, other.draft
    if a.span[0] < b.span[1] and b.span[0] < a.span[1] and "list_points" not in {a.form, b.form}:
        return False
    return not (_shows(one, other) or _shows(other, one))


def _shows(one: _Candidate, other: _Candidate) -> bool:
    """Whether anything the one question shows, or is answered with, is an answer of the other."""
    return any(accepted in one.shown for accepted in other.accepted)

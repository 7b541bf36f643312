"""Responses of every kind, and grading them against a key.

A response is plain data, as saved: typed kinds a text per box; choice an option index or None; true/false a bool or
None; ordering for each option its place from 0, or None; matching for each prompt an option index, or None. A partly
filled response is a response.
"""

import itertools
from collections.abc import Sequence
from dataclasses import dataclass

from quizzes.domain.grading import RULES_VERSION, Reason, grade_text
from quizzes.domain.questions import Kind
from quizzes.domain.verdicts import QuestionVerdict, Rule, Token, TokenKind, Verdict

LONGEST_ANSWER = 2000
"""Characters a typed answer may have."""

MOST_ORDER_FREE = 7
"""Boxes that may stand in any order; beyond it every assignment would have to be tried by a slower method."""

Response = Sequence[str] | Sequence[int | None] | int | bool | None


@dataclass(frozen=True, kw_only=True, slots=True)
class AnswerKey:
    """What a response is graded with.

    `key` is an option index, a bool, the option indexes in right order, or for matching the right option index of
    each prompt; `texts` are the options as shown, for the verdict's words.
    """

    kind: Kind
    answers: tuple[tuple[str, ...], ...] = ()
    key: int | bool | tuple[int, ...] | None = None
    texts: tuple[str, ...] = ()
    order_free: tuple[tuple[int, ...], ...] = ()
    rule: Rule = Rule.LENIENT


def is_answered(response: Response) -> bool:
    """Whether anything was answered."""
    if response is None:
        return False
    if isinstance(response, list | tuple):
        return any(part is not None and str(part).strip() for part in response)
    return True


def grade_response(key: AnswerKey, response: Response) -> QuestionVerdict:
    """The verdict on a response, None included: nothing answered is wrong, not unknown.

    Choice and true/false are all or nothing. Typed kinds, ordering and matching give the share of their parts: for
    ordering a part is a place that holds the right sentence.
    """
    if key.kind in {Kind.CHOICE, Kind.TRUE_FALSE}:
        parts = [_grade_single(key, response)]
    elif key.kind is Kind.ORDERING and isinstance(key.key, tuple):
        right = {option: place for place, option in enumerate(key.key)}
        parts = _grade_rows([right[option] for option in range(len(right))], response, places=True, texts=key.texts)
    elif key.kind is Kind.MATCHING and isinstance(key.key, tuple):
        parts = _grade_rows(list(key.key), response, places=False, texts=key.texts)
    else:
        parts = _grade_boxes(key, response)
    known = [part.correctness for part in parts if part.correctness is not None]
    correctness = sum(known) / len(parts) if len(known) == len(parts) and parts else None
    return QuestionVerdict(correctness=correctness, parts=tuple(parts), rules_version=RULES_VERSION)


def _grade_single(key: AnswerKey, response: Response) -> Verdict:
    def words(value: object) -> str:
        if key.kind is Kind.CHOICE and isinstance(value, int) and 0 <= value < len(key.texts):
            return key.texts[value]
        return "" if value is None else str(value).lower()

    return _picked(right=response is not None and response == key.key, accepted=words(key.key), chosen=words(response))


def _grade_rows(right: list[int], response: Response, *, places: bool, texts: Sequence[str]) -> list[Verdict]:
    given = list(response) if isinstance(response, list | tuple) else []
    given += [None] * (len(right) - len(given))

    def words(value: object) -> str:
        if not isinstance(value, int):
            return ""
        return str(value + 1) if places else texts[value]

    return [
        _picked(right=chosen == wanted, accepted=words(wanted), chosen=words(chosen))
        for wanted, chosen in zip(right, given, strict=False)
    ]


def _picked(*, right: bool, accepted: str, chosen: str) -> Verdict:
    """The verdict on something picked rather than typed."""
    if right:
        return Verdict(
            correctness=1.0,
            reason=Reason.EXACT,
            rule=Rule.VERBATIM,
            accepted=accepted,
            typed=chosen,
            tokens=(Token(kind=TokenKind.SAME, text=accepted),),
        )
    tokens = [Token(kind=TokenKind.WRONG, text=chosen)] if chosen else []
    return Verdict(
        correctness=0.0,
        reason=Reason.DIFFERENT if chosen else Reason.EMPTY,
        rule=Rule.VERBATIM,
        accepted=accepted,
        typed=chosen,
        tokens=(*tokens, Token(kind=TokenKind.MISSING, text=accepted)),
    )


def _grade_boxes(key: AnswerKey, response: Response) -> list[Verdict]:
    typed = [str(part) for part in response] if isinstance(response, list | tuple) else []
    typed += [""] * (len(key.answers) - len(typed))
    accepted = list(key.answers)
    for group in key.order_free:
        best = _best_order([key.answers[box] for box in group], [typed[box] for box in group], key.rule)
        for box, answers in zip(group, best, strict=True):
            accepted[box] = answers
    return [grade_text(answers, text, rule=key.rule) for answers, text in zip(accepted, typed, strict=False)]


def _best_order(accepted: list[tuple[str, ...]], typed: list[str], rule: Rule) -> list[tuple[str, ...]]:
    """The accepted answers in the order that gives these boxes most credit, each used once."""
    if len(accepted) > MOST_ORDER_FREE:
        return _greedy_order(accepted, typed, rule)
    credit = [[grade_text(answers, text, rule=rule).correctness or 0.0 for answers in accepted] for text in typed]
    orders = itertools.permutations(range(len(accepted)))
    best = max(orders, key=lambda order: sum(credit[box][index] for box, index in enumerate(order)))
    return [accepted[index] for index in best]


def _greedy_order(accepted: list[tuple[str, ...]], typed: list[str], rule: Rule) -> list[tuple[str, ...]]:
    """Right answers take their place first, the rest fill up in order. Exact when credit is 0 or 1 per box."""
    left = list(accepted)
    order: list[tuple[str, ...] | None] = []
    for text in typed:
        match = next((answers for answers in left if grade_text(answers, text, rule=rule).right), None)
        if match is not None:
            left.remove(match)
        order.append(match)
    rest = iter(left)
    return [answers if answers is not None else next(rest) for answers in order]

"""Fair grading of a typed answer: what does not matter is ignored, what matters is exact.

There is no edit distance and no "contains": one wrong character, digit or 不 makes another meaning.
"""

from collections.abc import Sequence
from enum import StrEnum

from quizzes.domain.diff import difference
from quizzes.domain.folding import normal_form, verbatim_form
from quizzes.domain.homophones import is_homophone
from quizzes.domain.verdicts import Rule, Token, TokenKind, Verdict

RULES_VERSION = 1
"""Raised whenever a change here can change a grade; every stored grade carries it."""


class Reason(StrEnum):
    """Why a typed answer got its correctness."""

    EXACT = "exact"
    SAME_AFTER_FOLDING = "same_after_folding"
    EMPTY = "empty"
    HOMOPHONE = "homophone"
    DIFFERENT = "different"
    NO_KEY = "no_key"


def grade_text(
    accepted: Sequence[str], typed: str, *, rule: Rule = Rule.LENIENT, homophone_credit: float = 0.0
) -> Verdict:
    """The best verdict over the accepted answers. Without any, correctness is None: grading cannot tell."""
    if not accepted:
        return Verdict(correctness=None, reason=Reason.NO_KEY, rule=rule, accepted="", typed=typed)
    verdicts = [_compare(answer, typed, rule=rule, homophone_credit=homophone_credit) for answer in accepted]
    return max(verdicts, key=lambda verdict: (verdict.correctness or 0.0, _shared(verdict.tokens)))


def _compare(answer: str, typed: str, *, rule: Rule, homophone_credit: float) -> Verdict:
    def verdict(correctness: float, reason: Reason, tokens: tuple[Token, ...]) -> Verdict:
        return Verdict(correctness=correctness, reason=reason, rule=rule, accepted=answer, typed=typed, tokens=tokens)

    whole = (Token(kind=TokenKind.SAME, text=answer),)
    if verbatim_form(answer) == verbatim_form(typed):
        return verdict(1.0, Reason.EXACT, whole)
    expected, given = normal_form(answer), normal_form(typed)
    if rule is Rule.LENIENT and expected and expected == given:
        return verdict(1.0, Reason.SAME_AFTER_FOLDING, whole)
    if not typed.strip() or (expected and not given):
        return verdict(0.0, Reason.EMPTY, difference(answer, ""))
    if is_homophone(expected, given):
        return verdict(homophone_credit, Reason.HOMOPHONE, difference(answer, typed))
    return verdict(0.0, Reason.DIFFERENT, difference(answer, typed))


def _shared(tokens: tuple[Token, ...]) -> int:
    """How many characters are right, to choose the nearest accepted answer for the difference."""
    return sum(len(token.text) for token in tokens if token.kind is TokenKind.SAME)

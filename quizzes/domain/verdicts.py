"""What grading says: data, never HTML. Templates turn tokens into marked-up differences."""

from dataclasses import dataclass
from enum import StrEnum


class Rule(StrEnum):
    """How strictly a typed answer is compared: 原文 (verbatim) or 宽松 (lenient)."""

    VERBATIM = "verbatim"
    LENIENT = "lenient"


class TokenKind(StrEnum):
    """How one run of characters of an answer stands to the accepted answer."""

    SAME = "same"
    MISSING = "missing"
    EXTRA = "extra"
    WRONG = "wrong"


@dataclass(frozen=True, kw_only=True, slots=True)
class Token:
    """A run of characters. `text` is from the accepted answer for `same` and `missing`, as typed for the others."""

    kind: TokenKind
    text: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Verdict:
    """The judgement on one typed answer.

    `correctness` is 0..1, or None for "cannot tell". `reason` is a short stable code (`exact`, `same_after_folding`,
    `different`, `empty`, `homophone` ...). `accepted` is the accepted answer the typed one was compared with:
    the one it equals, else the nearest.
    """

    correctness: float | None
    reason: str
    rule: Rule
    accepted: str
    typed: str
    tokens: tuple[Token, ...] = ()

    @property
    def right(self) -> bool | None:
        """True only for full credit; None when grading cannot tell."""
        return None if self.correctness is None else self.correctness >= 1.0


@dataclass(frozen=True, kw_only=True, slots=True)
class QuestionVerdict:
    """The judgement on a whole response: one part per blank, box, option place or pair.

    `correctness` is the mean of the parts (all or nothing for choice and true/false). `rules_version` says which
    version of the grading rules was applied.
    """

    correctness: float | None
    parts: tuple[Verdict, ...]
    rules_version: int

    @property
    def right(self) -> bool | None:
        """True only for full credit; None when grading cannot tell."""
        return None if self.correctness is None else self.correctness >= 1.0

"""What lenient grading does not count: width, case, accents, 繁/简, blanks, quotation marks, punctuation.

A mark that carries meaning stays: 3.5 is not 35, 1:2 not 12, 2-3 not 23, −5 not 5, 5% not 5.
"""

import functools
import re
import unicodedata

from quizzes.domain.numbers import one_writing

LEADING_ARTICLE = re.compile(r"(?:the|an?)\s+(?=\S)")
KEPT_SYMBOLS = frozenset("%‰°+=<>$€£¥√±×÷")
DASHES = frozenset("-‐‑‒–—−")
BETWEEN_DIGITS = {".": ".", ",": ",", "、": ",", ":": ":", "/": "/", "~": "~"}


def normal_form(text: str) -> str:
    """The form in which two answers are compared under the lenient rule. Idempotent; empty for bare punctuation."""
    folded = simplify(_fold_characters(text)).strip()
    folded = LEADING_ARTICLE.sub("", folded, count=1)
    return _drop_marks(one_writing(folded))


def verbatim_form(text: str) -> str:
    """The form compared under the verbatim rule: NFC, one kind of line end, no blanks around it."""
    return unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n")).strip()


@functools.lru_cache(maxsize=8192)
def fold_character(character: str) -> str:
    """One character as the difference compares it: folded like `normal_form`, empty for blanks and marks."""
    folded = simplify(_fold_characters(character))
    return "".join(kept for kept in folded if kept.isalnum() or kept in KEPT_SYMBOLS)


def simplify(text: str) -> str:
    """Traditional characters as simplified ones, one for one (OpenCC's t2s)."""
    if text.isascii():
        return text
    converted: str = _converter().convert(text)
    return converted if len(converted) == len(text) else text


@functools.cache
def _converter():  # type: ignore[no-untyped-def]  # OpenCC ships no types
    from opencc import OpenCC  # loads its dictionaries: only when there is something to convert

    return OpenCC("t2s")


def _fold_characters(text: str) -> str:
    clean = text.encode("utf-8", "ignore").decode("utf-8")
    decomposed = unicodedata.normalize("NFKD", clean).casefold()
    return unicodedata.normalize(
        "NFC", "".join(c for c in decomposed if unicodedata.category(c) != "Mn" or not _latin(c))
    )


def _latin(mark: str) -> bool:
    """Whether a combining mark is one that accents Latin letters."""
    return "\u0300" <= mark <= "\u036f"


def _drop_marks(text: str) -> str:
    """Letters, digits and the marks that carry meaning where they stand."""
    kept = []
    squeezed = "".join(c for c in text if not c.isspace() and unicodedata.category(c) not in {"Cf", "Cc"})
    for index, character in enumerate(squeezed):
        before = squeezed[index - 1] if index else ""
        after = squeezed[index + 1] if index + 1 < len(squeezed) else ""
        if character.isalnum() or character in KEPT_SYMBOLS or unicodedata.category(character) in {"Mn", "Mc", "So"}:
            kept.append(character)
        elif after.isdigit() and before.isdigit() and character in BETWEEN_DIGITS:
            kept.append(BETWEEN_DIGITS[character])
        elif after.isdigit() and character in DASHES and not before.isalpha():
            kept.append("-")
    return "".join(kept)

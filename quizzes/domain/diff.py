"""The difference between an accepted answer and a typed one, as tokens a page can draw."""

import re
from collections.abc import Sequence
from difflib import SequenceMatcher

from quizzes.domain.folding import fold_character
from quizzes.domain.verdicts import Token, TokenKind

_HAN = re.compile(r"[\u3400-\u9fff\uf900-\ufaff]")
_WORD = re.compile(r"\S+\s*|\s+")


def difference(accepted: str, typed: str) -> tuple[Token, ...]:
    """Tokens from accepted to typed: per character when either is Chinese, else per word.

    `same` and `missing` joined give the accepted answer; `extra` and `wrong` are as typed. Blanks and marks are never
    shown as a difference of their own. Ratcliff-Obershelp matching (difflib) on folded pieces.
    """
    if not typed.strip():
        return (Token(kind=TokenKind.MISSING, text=accepted),) if accepted else ()
    by_character = bool(_HAN.search(accepted) or _HAN.search(typed))
    left, right = _pieces(accepted, by_character), _pieces(typed, by_character)
    matcher = SequenceMatcher(None, [key for _, key in left], [key for _, key in right], autojunk=False)
    tokens: list[Token] = []
    for operation, a, b, c, d in matcher.get_opcodes():
        expected = "".join(piece for piece, _ in left[a:b])
        given = "".join(piece for piece, _ in right[c:d])
        if operation == "equal":
            tokens.append(Token(kind=TokenKind.SAME, text=expected))
            continue
        if given:
            kind = TokenKind.WRONG if operation == "replace" else TokenKind.EXTRA
            tokens.append(Token(kind=kind, text=given))
        if expected:
            tokens.append(Token(kind=TokenKind.MISSING, text=expected))
    return tuple(tokens)


def _pieces(text: str, by_character: bool) -> Sequence[tuple[str, str]]:
    """(as written, folded) pieces; a piece that folds to nothing joins the one before it."""
    pieces: list[tuple[str, str]] = []
    for piece in text if by_character else _WORD.findall(text):
        folded = "".join(fold_character(character) for character in piece)
        if not folded and pieces:
            written, key = pieces[-1]
            pieces[-1] = (written + piece, key)
        else:
            pieces.append((piece, folded))
    return pieces

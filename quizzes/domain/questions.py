"""A question as the engine drafts it: a value that knows the exact span of the text it came from.

Offsets are Unicode code points into the stored text, half open.
"""

from dataclasses import dataclass
from enum import StrEnum

BLANK_MARK = "____"
"""How a blank is written in a stem: four underscores."""


class Kind(StrEnum):
    """How a question is answered."""

    CLOZE = "cloze"
    RECALL = "recall"
    CHOICE = "choice"
    TRUE_FALSE = "true_false"
    ORDERING = "ordering"
    MATCHING = "matching"


Key = int | bool | tuple[int, ...] | tuple[tuple[str, str], ...] | None
"""Choice: index of the right option. True/false: whether the statement is true. Ordering: option indexes in the
right order. Matching: pairs of left and right texts. None for typed questions."""


@dataclass(frozen=True, kw_only=True, slots=True)
class QuestionDraft:
    """A question that may be asked.

    `form` says which of the kind's wordings this is (`term`, `state_point`, `list_points`, `complete_quotation`,
    `which_point` ...). `answers` holds one tuple of accepted answers per blank or box, the source's own wording
    first. `order_free` holds groups of blank indexes whose answers may stand in any order. `blanks` are the spans
    of the hidden answers in the text, `span` the part of the text the question asks about. `point` and `passage`
    index `Reading.points` and `Reading.passages`. `difficulty` is 0 (easy) to 1 (hard). `why` is a short code for
    the reason this was asked (`quoted_term`, `title`, `key_term`, `number`, `heading`, `quotation` ...).
    `language` is the language of the stem (`zh` or `en`).
    """

    kind: Kind
    form: str
    language: str
    stem: str
    answers: tuple[tuple[str, ...], ...]
    span: tuple[int, int]
    difficulty: float
    why: str
    options: tuple[str, ...] | None = None
    key: Key = None
    blanks: tuple[tuple[int, int], ...] = ()
    order_free: tuple[tuple[int, ...], ...] = ()
    point: int | None = None
    passage: int | None = None

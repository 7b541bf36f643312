"""A quote: exact text with its place and a little of what stands around it, found again after the text was edited.

The idea of keeping the exact text together with a prefix and a suffix is that of the Web Annotation Data Model
(W3C Recommendation 2017, TextQuoteSelector and TextPositionSelector).
"""

from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher

CONTEXT = 32  # code points kept on each side
_MAX_PLACES = 2_000  # places of the same words that are weighed against each other
_MAX_COMPARED = 2_000  # longer passages are not compared letter by letter
_ALIKE = 0.6


@dataclass(frozen=True, kw_only=True, slots=True)
class Quote:
    """A span of a text. Offsets are code points, half open; `before` and `after` are up to CONTEXT long."""

    exact: str
    start: int
    end: int
    before: str = ""
    after: str = ""


def quote(text: str, start: int, end: int) -> Quote:
    """The quote of `text[start:end]`. Raises ValueError for an empty span or one outside the text."""
    if not 0 <= start < end <= len(text):
        raise ValueError(f"no span {start}..{end} in a text of {len(text)} characters")
    return Quote(
        exact=text[start:end],
        start=start,
        end=end,
        before=text[max(0, start - CONTEXT) : start],
        after=text[end : end + CONTEXT],
    )


def find(quote: Quote, text: str) -> tuple[int, int] | None:
    """Where the quote stands in an edited text; None when it is gone.

    Of several places with the same words the one with the most of the old surroundings wins, then the nearest. Words
    that were edited themselves are found between their old surroundings, if enough of them is left.
    """
    best: tuple[int, int] | None = None
    place = -1
    for at in _places(quote.exact, text):
        fit = _shared_end(text[max(0, at - CONTEXT) : at], quote.before) + _shared_start(
            text, at + len(quote.exact), quote.after
        )
        rank = (fit, -abs(at - quote.start))
        if best is None or rank > best:
            best, place = rank, at
    if best is not None:
        return place, place + len(quote.exact)
    return _between_surroundings(quote, text)


def _places(exact: str, text: str) -> Iterator[int]:
    at = text.find(exact) if exact else -1
    for _ in range(_MAX_PLACES):
        if at < 0:
            return
        yield at
        at = text.find(exact, at + 1)


def _shared_end(left: str, right: str) -> int:
    """How many characters two strings share at their ends."""
    size = 0
    while size < min(len(left), len(right)) and left[-1 - size] == right[-1 - size]:
        size += 1
    return size


def _shared_start(text: str, at: int, after: str) -> int:
    """How many characters of `after` stand in the text from `at` on."""
    size = 0
    while size < len(after) and at + size < len(text) and text[at + size] == after[size]:
        size += 1
    return size


def _between_surroundings(quote: Quote, text: str) -> tuple[int, int] | None:
    """The edited words: what now stands between the old surroundings, if it is still much like the old words."""
    longest = 2 * len(quote.exact) + CONTEXT
    best: tuple[float, int, int] | None = None
    before, after = quote.before[-CONTEXT // 2 :], quote.after[: CONTEXT // 2]
    if not before.strip() or not after.strip() or len(quote.exact) > _MAX_COMPARED:
        return None
    for at in _places(before, text):
        start = at + len(before)
        end = text.find(after, start, start + longest + len(after))
        if end <= start:
            continue
        alike = SequenceMatcher(None, quote.exact, text[start:end], autojunk=False).ratio()
        if alike >= _ALIKE and (best is None or alike > best[0]):
            best = (alike, start, end)
    return best[1:] if best else None

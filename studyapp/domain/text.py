"""From the bytes of a file to the stored text, and the foldings under which two texts count as the same.

The stored text keeps what was written, but for what no reader sees: line ends become line feeds, byte-order marks,
zero-width and control characters go, no-break spaces become spaces, and pasted HTML becomes the text it shows.
"""

import codecs
import re
import unicodedata
from dataclasses import dataclass

from studyapp.domain.markup import html_to_text, looks_like_html


class UnreadableTextError(ValueError):
    """These bytes are no text; `str(error)` is one plain sentence that says why."""


@dataclass(frozen=True, kw_only=True, slots=True)
class DecodedText:
    """The stored text of a file. `encoding` is a Python codec name; `warnings` are codes, see `Reading.warnings`.

    `title` is what an HTML page calls itself, None for every other source.
    """

    text: str
    encoding: str
    title: str | None = None
    warnings: tuple[str, ...] = ()


# What the file begins with, for the kinds people upload by mistake.
_SIGNATURES = (
    (b"%PDF-", "a PDF file"),
    (b"PK\x03\x04", "a Word, Excel or zip file"),
    (b"\xd0\xcf\x11\xe0", "an old Word or Excel file"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"{\\rtf", "an RTF file"),
    (b"\x1f\x8b", "a compressed file"),
    (b"Rar!", "a compressed file"),
    (b"7z\xbc\xaf", "a compressed file"),
)
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# The characters every Chinese text is full of, in both scripts: under the wrong codec they all but vanish.
_FREQUENT = frozenset(
    "的一是不了在人有我他这这個个们們中来來上大为為和国國地到以说說时時要就出会會可也你对對生能而子那得于於着下自之年过過"
    "发發后後作里用道行所然家种種事成方多经經么麼去法学學如都同现現当當没沒动動面起看定天分还還进進好小部其些主样樣理心她"
    "本前开開但因只从從想实實日军軍者意无無力它与與长長把机機十民第公此已工使情明性知全三又关關点點正业業外将將两兩高间間"
    "由问問很最重并物手应應战戰向头頭文体體政美相见見被利什二等产產或新己制身果加西斯月话話合回特代内內信表化老给給世位"
)
_SAMPLE = 200_000
_CHINESE_SHARE = 0.15  # of the characters of a Chinese text that are frequent ones, at the very least


def decode(data: bytes) -> DecodedText:
    """Read the bytes of a text file of any common encoding into the stored text.

    Raises UnreadableTextError when the bytes are another kind of file or no text at all.
    """
    for signature, name in _SIGNATURES:
        if data.startswith(signature):
            raise UnreadableTextError(f"This is {name}, not a text file.")
    raw, encoding, warnings = _decode_bytes(data)
    title = None
    if looks_like_html(raw):
        raw, title = html_to_text(raw)
        title = " ".join(clean(title).split()) or None if title else None
    text = clean(raw)
    if not text.strip():
        raise UnreadableTextError("There is no text in this file.")
    return DecodedText(text=text, encoding=encoding, title=title, warnings=warnings)


def _decode_bytes(data: bytes) -> tuple[str, str, tuple[str, ...]]:
    for mark, name in _MARKS:
        if data.startswith(mark):
            # A torn last character must not cost the reader the whole file.
            text = data.decode(name, errors="replace")
            return text, name, _replacement_warning(text)
    wide = _wide_encoding(data)
    if wide is not None:
        text = data.decode(wide, errors="replace")
        return text, wide, _replacement_warning(text)
    if data.count(0) > len(data) // 1000:
        raise UnreadableTextError("This file holds binary data, not text.")
    try:
        return data.decode("utf-8"), "utf-8", ()
    except UnicodeDecodeError:
        return _decode_legacy(data)


def _replacement_warning(text: str) -> tuple[str, ...]:
    return ("unreadable_characters",) if "\ufffd" in text else ()


def _wide_encoding(data: bytes) -> str | None:
    """UTF-16 without a mark: one byte of most pairs is 0 (Latin), or the pairs read as Chinese."""
    sample = data[:_SAMPLE]
    if len(sample) < 4 or len(data) % 2:
        return None
    is_ascii = sample.isascii() and 0 not in sample
    for name, high, low in (
        ("utf-16-le", sample[1::2], sample[0::2]),
        ("utf-16-be", sample[0::2], sample[1::2]),
    ):
        if high.count(0) > 0.4 * len(high) and low.count(0) < 0.02 * len(low):
            return name
        if not is_ascii and _frequent_share(sample.decode(name, errors="replace")) > _CHINESE_SHARE:
            return name
    return None


def _decode_legacy(data: bytes) -> tuple[str, str, tuple[str, ...]]:
    """Choose among the encodings from before Unicode by how Chinese the outcome reads."""
    sample = data[:_SAMPLE]
    high = sum(byte >= 0x80 for byte in sample)
    candidates = []
    for name in ("gb18030", "big5hkscs", "utf-8"):
        text = sample.decode(name, errors="replace")
        bad = text.count("\ufffd")
        candidates.append((_frequent_share(text) - 3 * bad / max(1, len(text)), name))
    score, best = max(candidates)
    if score < 0.08 and high < 0.1 * len(sample):
        best = "utf-8" if _mostly_utf8(sample) else "cp1252"
    text = data.decode(best, errors="replace")
    if _noise(text) > 0.05 or (score < 0.01 and high > 0.3 * len(sample)):
        raise UnreadableTextError("The characters of this file cannot be made out: its encoding is unknown.")
    return text, best, _replacement_warning(text)


def _frequent_share(text: str) -> float:
    """Share of the characters beyond ASCII that are among the most frequent Chinese ones."""
    beyond = [char for char in text if char > "\x7f"]
    return sum(char in _FREQUENT for char in beyond) / max(1, len(beyond))


def _mostly_utf8(data: bytes) -> bool:
    text = data.decode("utf-8", errors="replace")
    bad = text.count("\ufffd")
    return bad * 4 < sum(char > "\x7f" for char in text)


def _noise(text: str) -> float:
    """Share of characters no written text holds: replacement marks and control characters."""
    noise = sum(char == "\ufffd" or (char < " " and char not in "\t\n\r\f\v") for char in text[:_SAMPLE])
    return noise / max(1, min(len(text), _SAMPLE))


_LINE_END = re.compile("\r\n?|[\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
_UNSEEN = re.compile(
    "[\x00-\x08\x0e-\x1b\x1f\x7f\x80-\x84\x86-\x9f\xad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]"
)
_FIXED_SPACE = re.compile("[\xa0\u2007\u202f]")


def clean(text: str) -> str:
    """The stored form of a text that is already decoded. Cleaning twice changes nothing."""
    text = _LINE_END.sub("\n", text)
    text = _UNSEEN.sub("", text)
    return _FIXED_SPACE.sub(" ", text)


_SPACE = re.compile(r"\s+")


def fold_width(text: str) -> str:
    """Full-width letters, digits and signs as their ordinary forms, and the like (Unicode NFKC)."""
    return unicodedata.normalize("NFKC", text)


def fold_case(text: str) -> str:
    """Without the difference between capital and small letters."""
    return text.casefold()


def fold_space(text: str) -> str:
    """Every run of blanks and line ends as one space, none at the edges."""
    return _SPACE.sub(" ", text).strip()

"""Numbers as markers write them: Chinese, Roman, in words, circled, as letters."""

import unicodedata

_DIGITS = {char: value for value, char in enumerate("零一二三四五六七八九")} | {
    "〇": 0, "两": 2, "兩": 2, "壹": 1, "贰": 2, "貳": 2, "叁": 3, "參": 3, "肆": 4, "伍": 5, "陆": 6, "陸": 6, "柒": 7, "捌": 8, "玖": 9,
}  # fmt: skip
_UNITS = {"十": 10, "拾": 10, "百": 100, "佰": 100, "千": 1000}
_STEMS = {char: value for value, char in enumerate("甲乙丙丁戊己庚辛壬癸", 1)}
_ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}
_WORDS = (
    ("one", "first", "firstly"), ("two", "second", "secondly"), ("three", "third", "thirdly"),
    ("four", "fourth", "fourthly"), ("five", "fifth", "fifthly"), ("six", "sixth", "sixthly"),
    ("seven", "seventh", "seventhly"), ("eight", "eighth", "eighthly"), ("nine", "ninth", "ninthly"),
    ("ten", "tenth", "tenthly"), ("eleven", "eleventh"), ("twelve", "twelfth"), ("thirteen", "thirteenth"),
    ("fourteen", "fourteenth"), ("fifteen", "fifteenth"), ("sixteen", "sixteenth"), ("seventeen", "seventeenth"),
    ("eighteen", "eighteenth"), ("nineteen", "nineteenth"), ("twenty", "twentieth"),
)  # fmt: skip
_IN_WORDS = {word: value for value, words in enumerate(_WORDS, 1) for word in words}


def chinese_number(written: str) -> int | None:
    """The value of 十二, 一百零三, 二〇一九; None for what is no number."""
    if not written or any(char not in _DIGITS and char not in _UNITS for char in written):
        return None
    if not any(char in _UNITS for char in written):
        return int("".join(str(_DIGITS[char]) for char in written))
    total, digit = 0, 0
    for char in written:
        if char in _UNITS:
            total += (digit or (1 if total == 0 else 0)) * _UNITS[char]
            digit = 0
        else:
            digit = _DIGITS[char]
    return total + digit


def stem_number(written: str) -> int | None:
    """The place of 甲, 乙, 丙 ... among the ten."""
    return _STEMS.get(written)


def roman_number(written: str) -> int | None:
    """The value of a Roman number up to 399 in its proper form, in letters or in the single characters Ⅰ to Ⅻ."""
    letters = unicodedata.normalize("NFKC", written).lower()
    if not letters or any(char not in _ROMAN for char in letters):
        return None
    values = [_ROMAN[char] for char in letters]
    total = sum(-value if value < max(values[at:]) else value for at, value in enumerate(values))
    return total if _to_roman(total) == letters else None


def _to_roman(number: int) -> str:
    written = ""
    for value, letters in (
        (100, "c"),
        (90, "xc"),
        (50, "l"),
        (40, "xl"),
        (10, "x"),
        (9, "ix"),
        (5, "v"),
        (4, "iv"),
        (1, "i"),
    ):
        while number >= value:
            written += letters
            number -= value
    return written


def word_number(written: str) -> int | None:
    """The value of one, first, firstly ... twentieth."""
    return _IN_WORDS.get(written.lower())


def sign_number(written: str) -> int | None:
    """The value of a single sign: ① ⑴ ⒈ ㈠."""
    value = unicodedata.numeric(written, None) if len(written) == 1 else None
    if value is None:
        folded = unicodedata.normalize("NFKC", written).strip("().")
        return int(folded) if folded.isdecimal() else chinese_number(folded)
    return int(value) if value == int(value) else None


def letter_number(written: str) -> int | None:
    """The place of a single Latin letter in the alphabet."""
    folded = unicodedata.normalize("NFKC", written).lower()
    return ord(folded) - 96 if len(folded) == 1 and "a" <= folded <= "z" else None


def plain_number(written: str) -> int | None:
    """A number in any of the ways a unit is counted: 3, ３, 三, III, three."""
    folded = unicodedata.normalize("NFKC", written)
    if folded.isdecimal():
        return int(folded) if len(folded) < 5 else None
    for read in (chinese_number, roman_number, word_number):
        if (value := read(written)) is not None:
            return value
    return None

"""Numbers in any writing become one: 二〇三五, ２０３５ and 2035; 十 and 10; 百分之五 and 5%; 1,000 and 1000; 1.5万 and 15000.

Both sides of a comparison pass through the same rules, so a word that merely contains a numeral (一带一路, 三农) still
equals itself and nothing else.
"""

import re
from decimal import Decimal

DIGITS = {character: value for value, character in enumerate("零一二三四五六七八九")} | {"〇": 0, "○": 0}
UNITS = {"十": 10, "百": 100, "千": 1000}
LARGE_UNITS = {"万": 10_000, "亿": 100_000_000}

_NUMERAL = re.compile(r"[零〇○一二三四五六七八九十百千万亿]+")
_TWO = re.compile(r"两(?=[个百千万亿年次项条类种点位名届步])")
_PER_CENT = re.compile(r"百分之([零〇○一二三四五六七八九十百点\d.]+)")
_POINT = re.compile(r"([零〇○一二三四五六七八九十百千万亿]+)点([零〇○一二三四五六七八九]+)")
_THOUSANDS = re.compile(r"(?<![\d.])\d{1,3}(?:,\d{3})+(?!\d)")
_SCALED = re.compile(r"(\d+(?:\.\d+)?)([万亿]+)")


def one_writing(text: str) -> str:
    """The text with every number written in plain digits. `text` is already folded to half width and simplified."""
    text = _THOUSANDS.sub(lambda match: match.group().replace(",", ""), text)
    text = _PER_CENT.sub(lambda match: f"{one_writing(match.group(1))}%", text)
    text = _TWO.sub("二", text)
    text = _POINT.sub(lambda match: f"{_plain(match.group(1))}.{_positional(match.group(2))}", text)
    text = _SCALED.sub(_scale, text)
    return _NUMERAL.sub(lambda match: _plain(match.group()), text)


def _plain(numeral: str) -> str:
    """二〇三五 by position, 二十三 by unit; a lone large unit such as 万 in 万众一心 stays a word."""
    if all(character in DIGITS for character in numeral):
        return _positional(numeral)
    value = _by_units(numeral)
    return numeral if value is None else str(value)


def _positional(numeral: str) -> str:
    return "".join(str(DIGITS[character]) for character in numeral)


def _by_units(numeral: str) -> int | None:
    """The value of a numeral with units, or None when it is not well formed (千万 is no number, 一千万 is)."""
    if numeral[0] not in DIGITS and numeral[0] != "十":
        return None
    total = section = 0
    digit: int | None = None
    unit_before = 10_000
    for character in numeral:
        if character in DIGITS:
            if digit:
                return None
            digit = DIGITS[character]
        elif character in UNITS:
            if UNITS[character] >= unit_before:
                return None
            unit_before = UNITS[character]
            section += (1 if digit is None else digit) * unit_before
            digit = None
        else:
            total = (total + section + (digit or 0)) * LARGE_UNITS[character]
            section, digit, unit_before = 0, None, 10_000
    return total + section + (digit or 0)


def _scale(match: "re.Match[str]") -> str:
    value = Decimal(match.group(1))
    for unit in match.group(2):
        value *= LARGE_UNITS[unit]
    return f"{value.normalize():f}"

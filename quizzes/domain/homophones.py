"""同音错字: a wrong character that sounds right. Told to the learner, never counted right on its own."""

import re

_ONLY_HAN = re.compile(r"[\u3400-\u9fff]+")


def is_homophone(expected: str, typed: str) -> bool:
    """Whether two different Chinese strings of the same length sound the same, tones aside (pypinyin)."""
    if expected == typed or len(expected) != len(typed):
        return False
    if not (_ONLY_HAN.fullmatch(expected) and _ONLY_HAN.fullmatch(typed)):
        return False
    from pypinyin import lazy_pinyin  # its dictionaries are large: loaded only for a wrong answer in Chinese

    return bool(lazy_pinyin(expected) == lazy_pinyin(typed))

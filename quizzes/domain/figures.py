"""Numbers that say something: with a unit, a percentage, or as a date. A bare number is never asked."""

import re
from collections.abc import Iterator

from quizzes.domain.words import Words
from studyapp.domain.structure import Language

_CHINESE = re.compile(
    r"""
    (?<![\d.．,，第])(?:
        \d{4}年 (?:\d{1,2}月 (?:\d{1,2}日)?)?
      | \d{1,2}月\d{1,2}日
      | \d+(?:[.．]\d+)? (?:%|％|‰|个百分点
          | [百千]?[万亿]? (?:多|余)? (?:美元|人民币|元|平方公里|公里|公顷|亩|吨|公斤|千克|千瓦时|千瓦|人次|人|户|家
          | 周年|年|个月|天|小时|分钟|个国家|个省|个县|个村|项|件|次|倍|岁|米|辆|座|所|万|亿))
    )
    """,
    re.VERBOSE,
)
_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
_UNITS = (
    "percent|per cent|million|billion|trillion|years?|months?|weeks?|days?|hours?|minutes?|miles?|kilomet(?:er|re)s?|"
    "met(?:er|re)s?|feet|acres?|hectares?|tons?|tonnes?|pounds?|dollars|cents|people|members|countries|states|degrees"
)
_ENGLISH = re.compile(
    rf"""
    (?<![\w.,$-])(?:
        (?:{_MONTHS}) \ \d{{1,2}}, \ \d{{4}}
      | (?:{_MONTHS}) \ \d{{4}}
      | \d{{1,2}} \ (?:{_MONTHS}) \ \d{{4}}
      | \$\d[\d,]*(?:\.\d+)? (?:\ (?:million|billion|trillion))?
      | \d[\d,]*(?:\.\d+)? (?:%|\ (?:(?:million|billion|trillion|thousand)\ )?(?:{_UNITS}))
    ) (?![\w-])
    """,
    re.VERBOSE,
)


def figures(words: Words) -> Iterator[tuple[int, int]]:
    """Spans of figures with their unit, whole words only, in order of the text."""
    pattern = _CHINESE if words.language is Language.CHINESE else _ENGLISH
    for match in pattern.finditer(words.text):
        if words.fits(*match.span()):
            yield match.span()

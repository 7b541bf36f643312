"""How markers are written: one rule a style, with the tests on what must follow it.

Most look-alikes (2.5 · 第一时间 · 第一、二、三、四卷 · 一是一) fail at what follows; 统一、开放 fails because nothing ends before
its 一、; others (一九四九年, 首先 alone) fail later because they belong to no sequence.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum

from studyapp.domain.points import numerals

PLAIN = 99
WORD_RANK = 63
LAST = -1  # the number of 最后 and Finally, which close a sequence of any length


class Standing(Enum):
    """Where a marker of a style may stand, besides the start of a line."""

    LINE = "line"  # nowhere else
    SENTENCE = "sentence"  # after the end of a sentence or item
    CLAUSE = "clause"  # after a comma too


@dataclass(frozen=True, kw_only=True, slots=True)
class Style:
    """A way of writing markers. `rank` is where it usually stands, small is outer.

    The rank only decides where the text itself leaves the nesting open. `depth` is the rank of a markdown heading
    (0 for a title in a YAML block), PLAIN for everything else: headings hold what is not a heading.
    """

    name: str
    rank: int
    depth: int = PLAIN

    @property
    def is_word(self) -> bool:
        """Whether the marker is a word of the sentence (一是, 首先, First), not a number set before it."""
        return self.rank >= WORD_RANK or self.name == "第一，"


@dataclass(frozen=True, kw_only=True, slots=True)
class Rule:
    """One style's pattern. Its group `marker` is the marker, `n` the number; the match ends where the heading begins."""

    style: Style
    pattern: re.Pattern[str]
    number: Callable[[str], int | None]
    standing: Standing


_CN = "[一二三四五六七八九十百零〇]{1,7}"
_CN_SHORT = "[一二三四五六七八九十]{1,3}"
_BLANK = r"[ \t\u3000]*"
# A sign before a comma or stop is the mark of a note.
_NO_NOTE = "(?![，。；：、！？,.;:!?])"
# Nouns that begin with 要, so that 第一要务 is no 第一，要务.
_NOT_YAO = "(?![点點素求闻聞务務义義件领領害塞地道])"
_NOT_LISTED = f"(?!{_CN_SHORT}(?:[、，,]|[产產类類版卷届屆次等]))"
# What may be counted: 第一点，, 第二种：, 第三个方面，.
_KINDS = "点|點|个方面|個方面|方面|步|种|種|类|類|层|層|个问题|个层面|个特点|个原因|个阶段|个|個|项|項"
_ORDINALS = (
    "First|Second|Third|Fourth|Fifth|Sixth|Seventh|Eighth|Ninth|Tenth|Eleventh|Twelfth"
    "|Firstly|Secondly|Thirdly|Fourthly|Fifthly|Finally|Lastly|Last"
)
_UNIT_RANKS = {
    "编": 20, "編": 20, "卷": 20, "部分": 22, "篇": 22, "单元": 22, "單元": 22, "讲": 24, "講": 24, "课": 24, "課": 24,
    "章": 24, "回": 24, "幕": 24, "节": 26, "節": 26, "场": 26,
}  # fmt: skip
_WORD_UNIT_RANKS = {
    "book": 20, "part": 20, "volume": 20, "title": 21, "annex": 22, "appendix": 22, "unit": 22, "act": 22, "chapter": 24,
    "lesson": 24, "lecture": 24, "letter": 24, "pillar": 24, "article": 25, "amendment": 25, "section": 26, "sec": 26,
    "scene": 26, "clause": 28, "step": 30, "rule": 30, "principle": 30, "point": 30, "goal": 30, "priority": 30,
    "recommendation": 30, "theme": 30, "phase": 30, "stage": 30, "objective": 30, "strategy": 30, "question": 32, "tip": 32,
    "lemma": 30, "theorem": 30, "habit": 30, "law": 30, "reason": 30, "myth": 30, "lever": 30, "task": 30,
}  # fmt: skip


def _arabic(written: str) -> int | None:
    return int(written) if written.isdecimal() else None


def _word(written: str) -> int | None:
    return {"首先": 1, "其次": 2, "再次": 3, "再者": 3, "复次": 3, "最后": LAST, "最後": LAST}.get(written)


def _ordinal(written: str) -> int | None:
    return LAST if written.lower() in ("finally", "lastly", "last") else numerals.word_number(written)


def _rule(
    name: str, rank: int, pattern: str, number: Callable[[str], int | None], standing: Standing = Standing.LINE
) -> Rule:
    return Rule(style=Style(name=name, rank=rank), pattern=re.compile(pattern), number=number, standing=standing)


def _unit_rules() -> list[Rule]:
    """第一章, 第二节: a heading of its own line."""
    rules = []
    for unit, rank in _UNIT_RANKS.items():
        pattern = (
            rf"(?P<marker>第[ \u3000]?(?P<n>{_CN}|\d{{1,4}})[ \u3000]?{unit}(?:之{_CN_SHORT})?)"
            r"[ \t\u3000：:、.．]*(?![的中里第规規是和与至，])(?=[^\n]{0,45}$|[^\n]{0,45}\n)(?![^\n]*[。；;]\s*$)"
        )
        rules.append(_rule(f"第…{unit}", rank, pattern, numerals.plain_number))
    return rules


def _word_unit_rules() -> list[Rule]:
    """Article IV, Section 1: a heading, not the beginning of a sentence about one."""
    number = r"\d{1,3}|[IVXL]{1,7}|[Oo]ne|[Tt]wo|[Tt]hree|[Ff]our|[Ff]ive|[Ss]ix|[Ss]even|[Ee]ight|[Nn]ine|[Tt]en|[Ee]leven|[Tt]welve"
    rules = []
    for unit, rank in _WORD_UNIT_RANKS.items():
        written = f"{unit.capitalize()}|{unit.upper()}"
        pattern = (
            rf"(?P<marker>(?:{written})\.?[ \t]+(?:No\.[ \t]*)?(?P<n>{number}|{number.upper()})\b\.?)"
            r"(?:[:：)]?[ \t]*(?:[-–—]+[ \t]*)?(?=$|\n|[A-Z“\"'\[]|(?<=[:：.–—-] )\S))"
        )
        rules.append(_rule(f"{unit} 1", rank, pattern, numerals.plain_number))
    return rules


_S, _C = Standing.SENTENCE, Standing.CLAUSE
RULES: tuple[Rule, ...] = (
    # Words.
    _rule("一是", 64, rf"(?P<marker>(?P<n>{_CN_SHORT})(?:是|要{_NOT_YAO}|则(?!是)|則(?!是)|曰|为(?=了)))(?:{_BLANK}[，,、：:]{_BLANK})?(?![一二三四五六七八九十]|以贯)", numerals.chinese_number, _C),
    _rule("其一", 64, rf"(?P<marker>其(?P<n>{_CN_SHORT}))(?:{_BLANK}[，,、：:。]{_BLANK}|(?=[是为在]))", numerals.chinese_number, _C),
    _rule("第一，", 48, rf"(?P<marker>第(?P<n>{_CN_SHORT}|\d{{1,2}})(?:{_KINDS})?)(?:{_BLANK}(?:[，,：:]|、{_NOT_LISTED}){_BLANK}|(?=是|就是|要{_NOT_YAO}))", numerals.plain_number, _C),
    _rule("第一 ", 48, r"(?P<marker>第(?P<n>[一二三四五六七八九十]{1,3}))[ \u3000]+(?=[\u4e00-\u9fff])", numerals.chinese_number),
    _rule("首先", 63, rf"(?P<marker>(?P<n>首先|其次|再次|再者|复次|最[后後](?={_BLANK}[，,：:]|是|要)))(?![，,]?[。；])(?:{_BLANK}[，,、：:]{_BLANK})?", _word, _C),
    _rule("First", 63, rf"(?P<marker>(?P<n>{_ORDINALS}|{_ORDINALS.lower()})(?: of all| and foremost)?)(?:[,:，：][ \t]*|[ \t]*[–—-]{{1,2}}[ \t]+|[ \t]*—[ \t]*|\.[ \t]+(?=[A-Z]))", _ordinal, _S),
    # Units of law and books.
    _rule("第…条", 28, rf"(?P<marker>第{_BLANK}(?P<n>{_CN}|\d{{1,4}}){_BLANK}[条條](?:之{_CN_SHORT})?)[ \t\u3000、：:.．]*(?![第款项項规規的和至所中，,以或與与关關])", numerals.plain_number),
    *_unit_rules(),
    *_word_unit_rules(),
    # Chinese numbers.
    _rule("cn、", 40, rf"(?P<marker>(?P<n>{_CN})[、﹑]){_BLANK}{_NOT_LISTED}(?!{_CN_SHORT}[、，])", numerals.chinese_number, _S),
    _rule("cn、", 40, rf"(?P<marker>(?P<n>{_CN})[．.：:，,]){_BLANK}{_NOT_LISTED}", numerals.chinese_number, _S),
    _rule("cn ", 40, rf"(?P<marker>(?P<n>{_CN}))(?:[\u3000 \t]+(?=[^\s\d])|\s*$)", numerals.chinese_number),
    _rule("（cn）", 44, rf"(?P<marker>[（(【]\s?(?P<n>{_CN_SHORT})\s?[）)】])[、.．，,]?{_BLANK}{_NO_NOTE}", numerals.chinese_number, _S),
    _rule("cn）", 45, rf"(?P<marker>(?P<n>{_CN_SHORT})[)）])[、.．，,]?{_BLANK}", numerals.chinese_number),
    _rule("（cn）", 44, rf"(?P<marker>(?P<n>[㈠-㈩㊀-㊉]))[、.．]?{_BLANK}{_NO_NOTE}", numerals.sign_number, _S),
    _rule("甲、", 42, rf"(?P<marker>(?P<n>[甲乙丙丁戊己庚辛壬癸])[、．.：:）)]){_BLANK}", numerals.stem_number, _S),
    _rule("甲、", 42, r"(?P<marker>(?P<n>[甲乙丙丁戊己庚辛壬癸]))[ \u3000]+(?=[\u4e00-\u9fff])", numerals.stem_number),
    _rule("（甲）", 46, rf"(?P<marker>[（(](?P<n>[甲乙丙丁戊己庚辛壬癸])[）)]){_BLANK}", numerals.stem_number, _S),
    # Arabic numbers.
    _rule("n.n.n.n", 53, r"(?P<marker>(?:\d{1,3}[.．]){3}(?P<n>\d{1,3})[.．]?)(?![\d.%％．])[ \t\u3000]*", _arabic),
    _rule("n.n.n", 52, r"(?P<marker>(?:\d{1,3}[.．]){2}(?P<n>\d{1,3})[.．]?)(?![\d.%％．])[ \t\u3000]*", _arabic),
    _rule("n.n", 51, r"(?P<marker>\d{1,3}[.．](?P<n>\d{1,3})[.．]?)(?![\d.%％．万亿倍个年月日元米度分点])(?:[ \t\u3000]+|(?=[\u4e00-\u9fff《“]))", _arabic),
    _rule("n.", 50, rf"(?P<marker>(?P<n>\d{{1,3}})[．.、﹑])(?!\d){_BLANK}", _arabic, _S),
    _rule("n.", 50, r"(?P<marker>(?P<n>\d{1,2})[：:，,])(?!\d)[ \t\u3000]*(?=[\u4e00-\u9fff“《A-Z])", _arabic),
    _rule("n ", 50, r"(?P<marker>(?P<n>\d{1,2}))[ \t\u3000]+(?=[\u4e00-\u9fff“《A-Z])", _arabic),
    _rule("（n）", 56, rf"(?P<marker>[（(【]\s?(?P<n>\d{{1,2}})\s?[）)】])[、.．]?{_BLANK}{_NO_NOTE}", _arabic, _S),
    _rule("（n）", 56, rf"(?P<marker>(?P<n>[⑴-⒇]))[、.．]?{_BLANK}{_NO_NOTE}", numerals.sign_number, _S),
    _rule("n）", 58, rf"(?P<marker>(?P<n>\d{{1,2}})[)）]){_BLANK}", _arabic, _S),
    _rule("n.", 50, rf"(?P<marker>(?P<n>[⒈-⒛])){_BLANK}", numerals.sign_number, _S),
    _rule("①", 60, rf"(?P<marker>(?P<n>[①-⑳❶-❿➀-➓㉑-㉟]))[、.．]?{_BLANK}{_NO_NOTE}", numerals.sign_number, _S),
    # Roman numbers and letters.
    _rule("I.", 36, r"(?P<marker>(?P<n>[Ⅰ-Ⅻ])[、.．]?)[ \t\u3000]*", numerals.roman_number),
    _rule("I.", 36, r"(?P<marker>(?P<n>[IVXL]{1,6})[.．、:：])(?:[ \t\u3000]+|$|\n|(?=[\u4e00-\u9fff]))", numerals.roman_number),
    _rule("I", 36, r"(?P<marker>(?P<n>[IVXL]{1,6}))[ \t]*(?:$|\n)", numerals.roman_number),
    _rule("A.", 48, r"(?P<marker>(?P<n>[A-Z])[.．、)）])(?:[ \t\u3000]+|(?=[\u4e00-\u9fff]))", numerals.letter_number),
    _rule("a.", 59, r"(?P<marker>(?P<n>[a-z])[.．、)）])(?:[ \t\u3000]+|(?=[\u4e00-\u9fff]))", numerals.letter_number),
    _rule("(a)", 59, r"(?P<marker>[（(](?P<n>[a-z])[）)])[ \t\u3000]*", numerals.letter_number, _S),
    _rule("(A)", 57, r"(?P<marker>[（(](?P<n>[A-Z])[）)])[ \t\u3000]*", numerals.letter_number),
    _rule("(i)", 62, r"(?P<marker>[（(](?P<n>[ivx]{1,5})[）)])[ \t\u3000]*", numerals.roman_number, _S),
    _rule("i.", 62, r"(?P<marker>(?P<n>[ivx]{1,5})[.)])[ \t]+", numerals.roman_number),
    _rule("Q1", 48, rf"(?P<marker>Q\s?(?P<n>\d{{1,2}}))[.:：、)]{_BLANK}", _arabic),
    _rule("No. 1", 48, rf"(?P<marker>(?:No\.|Number|NO\.|№)[ \t]?(?P<n>\d{{1,2}}|[A-Za-z]{{3,6}}))[.:：,)–—-]{_BLANK}", numerals.plain_number),
)  # fmt: skip

RUN_IN_RULES = tuple(rule for rule in RULES if rule.standing is not Standing.LINE)

# 建议一：, 问题2：, any noun that counts itself.
NOUN_RULE = re.compile(
    r"(?P<marker>(?P<noun>[\u4e00-\u9fff]{2,4}?)(?P<n>[一二三四五六七八九十]{1,3}|\d{1,2}))[：:、.．][ \t\u3000]*"
)
NOUN_RANK = 47
# A dash begins a point only where a whole sentence follows: otherwise it is a subtitle or a signature.
SIGN_RULE = re.compile(r"(?P<marker>[■□◆◇●○▲△★☆▶►➤➢❖◎]|——(?=[^—]{15,}[。；！]$))[ \t\u3000]*")
SIGN_RANK = 61

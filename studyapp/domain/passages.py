"""Tells a real quotation from a quoted term, slogan or title, and says who is quoted."""

import re
from bisect import bisect_right
from collections.abc import Sequence

from studyapp.domain.quotations import QuotedSpan
from studyapp.domain.report import Report
from studyapp.domain.reporting import is_interruption, last_named, report_beside, told_before
from studyapp.domain.structure import PassageSpan, PointSpan

MIN_PASSAGE = 15  # code points; below, only a sentence with a reporting clause is a passage
_MIN_REPORTED = 5
_HAN = re.compile(r"[\u3400-\u9fff]")
_PARTS = re.compile(r"[、，,；;·\s]+")
_SENTENCE_MARK = re.compile(r"[。！？!?；]")
_FINISHED = tuple("。！？!?….")
# What a quoted name of a campaign, meeting or rule is followed by; what it is announced by.
_NAMED_AFTER = re.compile(
    r"(?:的?(?:主题|专题|研讨|活动|教育|行动|工程|计划|战略|布局|论坛|大会|会议|方针|原则|理念|口号|标语|模式|机制|制度|工作法|系列|专项|征文|演讲|比赛|展览|课题|项目|文章|一文|要求|目标|思路|格局|体系"
    r"|总要求|总方针|总目标|精神|标准|字样|等口号|等标语|为主题|为题|为目标|为抓手|为主线|为原则|为总))"
)
_ON_A_BANNER = re.compile(r"(?:[、和及]?“[^”]{1,60}”){0,3}等?(?:大幅|巨幅|宣传)?的?(?:标语|口号|横幅|条幅|板报|字样)")
_NAMED_BEFORE = re.compile(r"(?:题为|名为|主题是|主题为|标题为|口号是|高呼|高喊|写着|打出|开展|围绕)$")
_WORD = re.compile(r"[A-Za-z0-9’'-]+")
_VERBS = frozenset(
    [
        "is",
        "are",
        "was",
        "were",
        "be",
        "been",
        "am",
        "have",
        "has",
        "had",
        "do",
        "does",
        "did",
        "will",
        "would",
        "shall",
        "should",
        "can",
        "could",
        "may",
        "might",
        "must",
        "let",
        "cannot",
        "don't",
        "isn't",
        "i",
        "we",
        "you",
        "he",
        "she",
        "they",
        "it",
        "this",
        "that",
        "there",
        "who",
        "whom",
    ]
)


def find_passages(
    text: str, spans: Sequence[QuotedSpan], points: Sequence[PointSpan]
) -> tuple[tuple[PassageSpan, ...], list[QuotedSpan]]:
    """The passages of a text in order, and the quoted spans that are terms (short passages are both)."""
    passages: list[PassageSpan] = []
    terms: list[QuotedSpan] = []
    places = _Places(points)
    previous: PassageSpan | None = None
    for span in spans:
        report = report_beside(text, span.outer_start, span.outer_end)
        if not span.block and not is_passage(text, span, report):
            terms.append(span)
            continue
        end, signed = _signature(text, span)
        speaker = signed or _speaker(text, span, report, previous)
        previous = PassageSpan(start=span.start, end=end, speaker=speaker, point=places.at(span.start))
        passages.append(previous)
        if end - span.start < MIN_PASSAGE:
            terms.append(span)
    return tuple(passages), terms


_SIGNATURE = re.compile(r"\n[>＞ \t\u3000]*(?:——|—|–|--)[ \t\u3000]*(?P<name>[^\n]{2,40})$")


def _signature(text: str, span: QuotedSpan) -> tuple[int, str | None]:
    """Where the words of a quoted block end, and who signs it on a last line that begins with a dash."""
    signed = _SIGNATURE.search(text, max(span.start, span.end - 60), span.end) if span.block else None
    return (signed.start(), signed.group("name").strip(" *_")) if signed else (span.end, None)


def is_passage(text: str, span: QuotedSpan, report: Report | None) -> bool:
    """Whether what stands in quotation marks is somebody's words, not a term, a slogan or a name."""
    inside = text[span.start : span.end].strip()
    direct = report is not None and report.direct
    if _HAN.search(inside):
        return _is_chinese_passage(text, span, inside, direct=direct)
    return _is_english_passage(inside, reported=report is not None, direct=direct)


def _is_chinese_passage(text: str, span: QuotedSpan, inside: str, *, direct: bool) -> bool:
    finished = inside.endswith(_FINISHED)
    if len(inside) < MIN_PASSAGE:
        return direct and len(inside) >= _MIN_REPORTED and (finished or bool(_PARTS.search(inside)) or len(inside) > 7)
    if _ON_A_BANNER.match(text, span.outer_end, span.outer_end + 100):
        return False
    if direct or finished:
        return True
    if not _SENTENCE_MARK.search(inside) and is_coined_list(inside):
        return False
    if _NAMED_BEFORE.search(text[max(0, span.outer_start - 6) : span.outer_start]):
        return False
    return not _NAMED_AFTER.match(text, span.outer_end, span.outer_end + 8)


def is_coined_list(inside: str) -> bool:
    """Whether an expression is a made list such as 学史明理、学史增信、学史崇德、学史力行."""
    parts = [part for part in _PARTS.split(inside) if part]
    if len(parts) < 3:
        return False
    lengths = {len(part) for part in parts}
    return max(lengths) <= 6 or (len(parts) > 3 and max(lengths) <= 9 and len(lengths) == 1)


def _is_english_passage(inside: str, *, reported: bool, direct: bool) -> bool:
    words = _WORD.findall(inside)
    if len(inside) < MIN_PASSAGE:
        return direct and len(words) > 1 and inside.endswith((".", "!", "?", ","))
    capitals = sum(word[0].isupper() for word in words)
    finished = inside.endswith((".", "!", "?", ",", "…", "—"))
    if len(words) < 3:
        return False
    if direct and (finished or len(words) > 5):
        return True
    if capitals > 0.6 * len(words) and not inside.endswith((".", "!", "?")):
        return False  # a title
    says = any(word.lower() in _VERBS for word in words)
    sentence = (inside[0].isupper() and finished) or says
    return (len(words) > 5 and sentence) or len(words) > 11 or (reported and says and len(words) > 4)


def _speaker(text: str, span: QuotedSpan, report: Report | None, previous: PassageSpan | None) -> str | None:
    """Who is quoted. 他 and he are the speaker of the quotation just before, else whoever was last named."""
    if report is not None and report.speaker:
        return report.speaker
    if report is None:
        near = previous is not None and span.start - previous.end < _INTERRUPTION
        if previous is not None and near and is_interruption(text[previous.end : span.start]):
            return previous.speaker
        whole = text[span.start : span.end].endswith(("。", "！", "？"))
        return told_before(text, span.outer_start) if whole else None
    if not report.pronoun:
        return None
    named = last_named(text, span.outer_start)
    if previous is not None and previous.speaker and (named is None or named[1] < previous.start):
        return previous.speaker
    return named[0] if named else None


_INTERRUPTION = 60  # code points between the parts of one speech: “…，”他说，“…”


class _Places:
    """Finds the innermost point that holds an offset."""

    def __init__(self, points: Sequence[PointSpan]) -> None:
        self._points = points
        self._starts = [point.start for point in points]

    def at(self, offset: int) -> int | None:
        index: int | None = bisect_right(self._starts, offset) - 1
        while index is not None and index >= 0:
            if offset < self._points[index].end:
                return index
            index = self._points[index].parent
        return None

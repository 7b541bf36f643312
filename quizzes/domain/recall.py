"""Recall questions: state a point, list the points, complete a quotation."""

import os
import re

from quizzes.domain.cloze import passage_at, point_at
from quizzes.domain.difficulty import recall_difficulty
from quizzes.domain.questions import BLANK_MARK, Kind, QuestionDraft
from quizzes.domain.stems import is_balanced
from studyapp.domain.segmentation import clauses
from studyapp.domain.structure import Language, PointSpan, Reading

FEWEST_LISTED, MOST_LISTED = 2, 12
LONGEST_HEADING = 60
LONGEST_COMPLETION, SHORTEST_COMPLETION = 40, 6
LONGEST_SHOWN = 90
ENDS = "。，；：！？、.,;:!? \t\u3000"
CLOSERS = "”’」』\"'"
_LEAD = re.compile(r"^(?:要|必须|应当|应|坚持要)")
_SETTING = re.compile(r"^在[^，。]{2,16}?[中上下里]")
CHINESE_NUMBERS = "一二三四五六七八九十"


def recall_drafts(reading: Reading) -> list[QuestionDraft]:
    """All recall questions, in order of the text."""
    drafts = []
    for group in sibling_points(reading):
        headings = [reading.points[index] for index in group]
        if any(not 2 <= len(point.heading.strip(ENDS)) <= LONGEST_HEADING for point in headings):
            continue
        accepted = accepted_headings(headings)
        drafts += [_state_point(reading, group, place, accepted[place]) for place in range(len(group))]
        if FEWEST_LISTED < len(group) <= MOST_LISTED // 2 + 1:
            drafts.append(_list_points(reading, group, accepted))
    drafts += [draft for index in range(len(reading.passages)) if (draft := _complete_quotation(reading, index))]
    return drafts


def sibling_points(reading: Reading) -> list[list[int]]:
    """Indexes of points that make one list: the same parent, level and an unbroken run with markers."""
    groups: list[list[int]] = []
    for index, point in enumerate(reading.points):
        if point.marker is None:
            continue
        current = groups[-1] if groups else []
        last = reading.points[current[-1]] if current else None
        starts_over = re.search(r"[一1①]|首先|[Ff]irst|\bI\b", point.marker or "") and not re.search(
            r"十|1\d", point.marker or ""
        )
        same_list = last is not None and (last.parent, last.level) == (point.parent, point.level) and not starts_over
        if same_list:
            current.append(index)
        else:
            groups.append([index])
    return [group for group in groups if FEWEST_LISTED <= len(group) <= MOST_LISTED]


def accepted_headings(points: list[PointSpan]) -> list[tuple[str, ...]]:
    """For each point its heading, then the shorter forms that say the same; none fits two points of the list."""
    bare = [point.heading.strip(ENDS) for point in points]
    first = [re.split(r"[，。；：,;:]", heading)[0].strip() for heading in bare]
    shared = len(os.path.commonprefix(first)) if len(first) > 1 else 0  # noqa: RUF071 - characters are meant
    forms = []
    for heading, clause in zip(bare, first, strict=True):
        core = _SETTING.sub("", _LEAD.sub("", clause))
        short = [heading, clause, _LEAD.sub("", clause), core, clause[shared:]]
        forms.append([form for form in dict.fromkeys(short) if form == heading or len(form) >= 4])
    counted = [form for group in forms for form in group]
    return [tuple(form for form in group if counted.count(form) == 1 or form == group[0]) for group in forms]


def _state_point(reading: Reading, group: list[int], place: int, accepted: tuple[str, ...]) -> QuestionDraft:
    point = reading.points[group[place]]
    start = point.heading_start + point.heading.find(accepted[0])
    return QuestionDraft(
        kind=Kind.RECALL,
        form="state_point",
        language=reading.language,
        stem=f"{_context(reading, group)}{_ordinal(reading.language, place)}",
        answers=(accepted,),
        span=(point.start, point.heading_end),
        blanks=((start, start + len(accepted[0])),),
        difficulty=recall_difficulty(accepted[0]),
        why="heading",
        point=group[place],
    )


def _ordinal(language: Language, place: int) -> str:
    if language is Language.ENGLISH:
        return f"What is point {place + 1}?"
    number = CHINESE_NUMBERS[place] if place < 10 else f"十{CHINESE_NUMBERS[place - 10]}"
    return f"第{number}点是什么？"


def _context(reading: Reading, group: list[int]) -> str:
    """Names the list a question is about: its parent's heading, where it has one."""
    parent = reading.points[group[0]].parent
    if parent is None:
        return ""
    heading = reading.points[parent].heading.strip(ENDS)
    return f"“{heading}”部分，" if reading.language is Language.CHINESE else f"Under “{heading}”: "


def _list_points(reading: Reading, group: list[int], accepted: list[tuple[str, ...]]) -> QuestionDraft:
    points = [reading.points[index] for index in group]
    count = len(group)
    chinese = reading.language is Language.CHINESE
    stem = f"依次写出{count}个要点。" if chinese else f"List the {count} points."
    starts = [point.heading_start + point.heading.find(forms[0]) for point, forms in zip(points, accepted, strict=True)]
    return QuestionDraft(
        kind=Kind.RECALL,
        form="list_points",
        language=reading.language,
        stem=f"{_context(reading, group)}{stem}",
        answers=tuple(accepted),
        span=(points[0].start, points[-1].heading_end),
        blanks=tuple((start, start + len(forms[0])) for start, forms in zip(starts, accepted, strict=True)),
        order_free=(tuple(range(count)),),
        difficulty=0.9,
        why="heading",
        point=points[0].parent,
    )


def _complete_quotation(reading: Reading, index: int) -> QuestionDraft | None:
    """The quotation's beginning is shown and its last clause asked; a long one is cut to its last clauses."""
    passage, text = reading.passages[index], reading.text
    if "\n" in text[passage.start : passage.end]:
        return None
    pieces = [piece for piece in clauses(text, passage.start, passage.end) if text[piece.start - 1] != "、"]
    if len(pieces) < 2:
        return None
    end = passage.end
    while end > passage.start and text[end - 1] in ENDS + CLOSERS:
        end -= 1
    start = next((p.start for p in reversed(pieces[1:]) if end - p.start >= SHORTEST_COMPLETION), None)
    if start is None or end - start > LONGEST_COMPLETION:
        return None
    shown = next((p.start for p in pieces if start - p.start <= LONGEST_SHOWN), start)
    answer = text[start:end]
    if start - shown < 8 or answer in text[shown:start] or not is_balanced(text[shown : passage.end]):
        return None
    return QuestionDraft(
        kind=Kind.RECALL,
        form="complete_quotation",
        language=reading.language,
        stem=f"{text[shown:start]}{BLANK_MARK}{text[end : passage.end]}",
        answers=((answer,),),
        span=(shown, passage.end),
        blanks=((start, end),),
        difficulty=recall_difficulty(answer),
        why="quotation",
        point=point_at(reading, start),
        passage=passage_at(reading, start),
    )

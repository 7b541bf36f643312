"""Recall questions: state a point, list the points, complete a quotation."""

import os
import re
from collections import Counter

from quizzes.domain.difficulty import recall_difficulty
from quizzes.domain.folding import normal_form
from quizzes.domain.places import Places
from quizzes.domain.questions import BLANK_MARK, Kind, QuestionDraft
from quizzes.domain.stems import dangles, is_balanced
from studyapp.domain.segmentation import clauses, sentences
from studyapp.domain.structure import Language, PointSpan, Reading

FEWEST_LISTED, MOST_LISTED = 2, 7
LONGEST_LIST = 19
LONGEST_HEADING = 60
LONGEST_CONTEXT = 60
LONGEST_COMPLETION, SHORTEST_COMPLETION = 40, 6
LONGEST_SHOWN = 90
ENDS = "。，；：！？、.,;:!? \t\u3000"
CLOSERS = "”’」』\"'"
_LEAD = re.compile(r"^(?:要|必须|应当|应|坚持要)")
_SETTING = re.compile(r"^在[^，。]{2,16}?[中上下里]")
CHINESE_NUMBERS = "一二三四五六七八九十"


def recall_drafts(reading: Reading, places: Places) -> list[QuestionDraft]:
    """All recall questions, in order of the text."""
    drafts = []
    for group in sibling_points(reading):
        headings = [reading.points[index] for index in group]
        context = list_context(reading, group)
        if context is None:
            continue
        accepted = accepted_headings(headings)
        usable = [_is_statable(point) for point in headings]
        drafts += [
            _state_point(reading, group, place, accepted[place], context)
            for place in range(len(group))
            if usable[place]
        ]
        if FEWEST_LISTED < len(group) <= MOST_LISTED and all(usable):
            drafts.append(_list_points(reading, group, accepted, context))
    drafts += [d for index in range(len(reading.passages)) if (d := _complete_quotation(reading, places, index))]
    drafts += [d for index in range(len(reading.passages)) if (d := _who_said(reading, index))]
    return drafts


def _is_statable(point: PointSpan) -> bool:
    heading = point.heading.strip(ENDS)
    longest = LONGEST_HEADING if heading.isascii() is False else 3 * LONGEST_HEADING
    return 2 <= len(heading) <= longest and "\n" not in heading and is_balanced(heading)


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
    return [group for group in groups if FEWEST_LISTED <= len(group) <= LONGEST_LIST]


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


def _state_point(
    reading: Reading, group: list[int], place: int, accepted: tuple[str, ...], context: str
) -> QuestionDraft:
    point = reading.points[group[place]]
    start = point.heading_start + point.heading.find(accepted[0])
    return QuestionDraft(
        kind=Kind.RECALL,
        form="state_point",
        language=reading.language,
        stem=f"{context}{_ordinal(reading.language, place, len(group))}",
        answers=(accepted,),
        span=(point.start, point.heading_end),
        blanks=((start, start + len(accepted[0])),),
        difficulty=recall_difficulty(accepted[0]),
        why="heading",
        point=group[place],
    )


def _ordinal(language: Language, place: int, count: int) -> str:
    if language is Language.ENGLISH:
        return f"The text lists {count} points here. What does point {place + 1} say?"
    return f"依次列出{_how_many(count)}个要点，第{_chinese_number(place + 1)}个要点是什么？"


def _chinese_number(number: int) -> str:
    if number <= 10:
        return CHINESE_NUMBERS[number - 1]
    return f"十{CHINESE_NUMBERS[number - 11]}"


def _how_many(count: int) -> str:
    return "两" if count == 2 else _chinese_number(count)


def list_context(reading: Reading, group: list[int]) -> str | None:
    """Says which list of the text a question is about; None when it cannot be said without giving a point away.

    The only list of its kind needs no name. Another is named by its parent's heading, else by the sentence before it.
    """
    chinese = reading.language is Language.CHINESE
    alone = [other for other in sibling_points(reading) if reading.points[other[0]].parent is None]
    parent = reading.points[group[0]].parent
    if parent is None and len(alone) == 1:
        return "这篇文章" if chinese else "Think of the whole text. "
    headings = [reading.points[index].heading for index in group]
    name = _name_of(reading, parent) if parent is not None else _sentence_before(reading, group[0])
    siblings = [other for other in sibling_points(reading) if reading.points[other[0]].parent == parent]
    if parent is not None and len(siblings) > 1:
        name = _sentence_before(reading, group[0])
    if not name or len(name) > LONGEST_CONTEXT * (1 if chinese else 3) or not is_balanced(name) or "\n" in name:
        return None
    if any(shares_a_run(name, heading) for heading in headings):
        return None
    return f"“{name}”之下，原文" if chinese else f"Under “{name}”: "


def _name_of(reading: Reading, index: int) -> str:
    """The heading of a point, with those above it until no other point has the same name; empty when that fails."""
    headings = Counter(normal_form(point.heading) for point in reading.points)
    path: list[str] = []
    at = index
    while True:
        point = reading.points[at]
        path.insert(0, point.heading.strip(ENDS))
        if headings[normal_form(point.heading)] == 1:
            return " – ".join(path)
        if point.parent is None:
            return ""
        at = point.parent


def _sentence_before(reading: Reading, index: int) -> str:
    """The sentence that announces a list: the last one before its first point."""
    start = reading.points[index].start
    before = [piece.trimmed(reading.text) for piece in sentences(reading.text, max(0, start - 200), start)]
    texts = [reading.text[piece.start : piece.end].strip(ENDS) for piece in before if piece.start < piece.end]
    whole = start <= 200 or len(texts) > 1
    return texts[-1] if texts and whole and not dangles(texts[-1], reading.language) else ""


def shares_a_run(one: str, other: str) -> bool:
    """Whether two texts share four characters in a row, or in English a word of seven letters."""
    if one.isascii() or other.isascii():
        words = set(re.findall(r"[a-z]{7,}", one.lower()))
        return bool(words & set(re.findall(r"[a-z]{7,}", other.lower()))) or normal_form(one) in normal_form(other)
    a, b = normal_form(one), normal_form(other)
    return a in b or b in a or any(a[i : i + 4] in b for i in range(len(a) - 3))


def _list_points(reading: Reading, group: list[int], accepted: list[tuple[str, ...]], context: str) -> QuestionDraft:
    points = [reading.points[index] for index in group]
    count = len(group)
    if reading.language is Language.CHINESE:
        stem = f"{context}列出了{_how_many(count)}个要点，请逐条写出。"
    else:
        stem = f"{context}Write down all {count} points that the text lists here."
    starts = [point.heading_start + point.heading.find(forms[0]) for point, forms in zip(points, accepted, strict=True)]
    return QuestionDraft(
        kind=Kind.RECALL,
        form="list_points",
        language=reading.language,
        stem=stem,
        answers=tuple(accepted),
        span=(points[0].start, points[-1].heading_end),
        blanks=tuple((start, start + len(forms[0])) for start, forms in zip(starts, accepted, strict=True)),
        order_free=(tuple(range(count)),),
        difficulty=0.9,
        why="heading",
        point=points[0].parent,
    )


def _complete_quotation(reading: Reading, places: Places, index: int) -> QuestionDraft | None:
    """The quotation's beginning is shown and its end asked, a third of what is shown at most.

    Of a long quotation the last clauses are shown, from a sentence's beginning if one is near.
    """
    passage, text = reading.passages[index], reading.text
    if "\n" in text[passage.start : passage.end]:
        return None
    pieces = [piece for piece in clauses(text, passage.start, passage.end) if text[piece.start - 1] != "、"]
    end = passage.end
    while end > passage.start and text[end - 1] in ENDS + CLOSERS:
        end -= 1
    shortest = SHORTEST_COMPLETION if reading.language is Language.CHINESE else 3 * SHORTEST_COMPLETION
    begins = {passage.start} | {piece.start for piece in sentences(text, passage.start, passage.end)}
    for start in (piece.start for piece in reversed(pieces[1:]) if end - piece.start >= shortest):
        reach = LONGEST_SHOWN if reading.language is Language.CHINESE else 3 * LONGEST_SHOWN
        froms = [piece.start for piece in pieces if piece.start < start and passage.end - piece.start <= reach]
        for shown in sorted(froms, key=lambda at: (at not in begins, at)):
            draft = _completion(reading, places, index, shown, (start, end))
            if draft:
                return draft
    return None


def _completion(
    reading: Reading, places: Places, index: int, shown: int, blank: tuple[int, int]
) -> QuestionDraft | None:
    text, stop, (start, end) = reading.text, reading.passages[index].end, blank
    answer, before = text[start:end], text[shown:start]
    if end - start > 0.35 * (stop - shown) or len(before) < 12 or normal_form(answer) in normal_form(before):
        return None
    if not is_balanced(text[shown:stop]) or not is_balanced(answer) or dangles(before, reading.language):
        return None
    return QuestionDraft(
        kind=Kind.RECALL,
        form="complete_quotation",
        language=reading.language,
        stem=f"{before}{BLANK_MARK}{text[end:stop]}",
        answers=((answer,),),
        span=(shown, stop),
        blanks=(blank,),
        difficulty=recall_difficulty(answer),
        why="quotation",
        point=places.point(start),
        passage=index,
    )


def _who_said(reading: Reading, index: int) -> QuestionDraft | None:
    """Who is quoted, when the text names more than one speaker and the name stands near the words."""
    passage, text = reading.passages[index], reading.text
    speakers = {other.speaker for other in reading.passages if other.speaker}
    if passage.speaker is None or len(speakers) < 2 or "\n" in text[passage.start : passage.end]:
        return None
    near = max(text.rfind(passage.speaker, max(0, passage.start - 120), passage.start), -1)
    near = near if near >= 0 else text.find(passage.speaker, passage.end, passage.end + 60)
    ends = [clause.end for clause in clauses(text, passage.start, passage.end) if clause.end - passage.start <= 90]
    quoted = text[passage.start : ends[-1]].strip(ENDS) if ends else ""
    if near < 0 or len(quoted) < 10 or not is_balanced(quoted) or passage.speaker in quoted:
        return None
    chinese = reading.language is Language.CHINESE
    stem = f"“{quoted}”——文中这句话是谁说的？" if chinese else f"“{quoted}” Who says this in the text?"
    return QuestionDraft(
        kind=Kind.RECALL,
        form="who_said",
        language=reading.language,
        stem=stem,
        answers=((passage.speaker,),),
        span=(min(near, passage.start), max(passage.end, near + len(passage.speaker))),
        blanks=((near, near + len(passage.speaker)),),
        difficulty=0.4,
        why="speaker",
        point=passage.point,
        passage=index,
    )

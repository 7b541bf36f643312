"""Choice questions: a cloze with distractors from the same text, and which point a passage supports."""

import random

from quizzes.domain.folding import normal_form
from quizzes.domain.questions import Kind, QuestionDraft
from quizzes.domain.recall import ENDS, accepted_headings, sibling_points
from quizzes.domain.stems import is_balanced
from quizzes.domain.words import Words
from studyapp.domain.structure import Language, Reading

DISTRACTORS = 3
LONGEST_PASSAGE_SHOWN = 70


def choice_drafts(
    reading: Reading, words: Words, cloze: list[QuestionDraft], *, rng: random.Random
) -> list[QuestionDraft]:
    """One choice for each cloze that has enough certain distractors, then the passages. Key places are balanced."""
    pool = _pool(words, cloze)
    drafts: list[QuestionDraft] = []
    for draft in cloze:
        distractors = _distractors(draft, pool, rng)
        if len(distractors) >= DISTRACTORS - 1:
            place = _place(rng, len(drafts), len(distractors) + 1)
            options = [*distractors[:place], draft.answers[0][0], *distractors[place:]]
            drafts.append(_as_choice(draft, tuple(options), place))
    return drafts + _which_point(reading, rng)


def _pool(words: Words, cloze: list[QuestionDraft]) -> dict[tuple[str, str], list[str]]:
    """Answers of all clozes by kind and word classes: what may stand beside each other."""
    pool: dict[tuple[str, str], list[str]] = {}
    for draft in cloze:
        answer = draft.answers[0][0]
        terms = pool.setdefault(_class(draft, words), [])
        if answer not in terms:
            terms.append(answer)
    return pool | {("of", draft.stem): list(_class(draft, words)) for draft in cloze}


def _class(draft: QuestionDraft, words: Words) -> tuple[str, str]:
    """(kind, classes of the first and the last word); quoted terms and titles are of one class each."""
    if draft.why in {"title", "quoted_term"}:
        return draft.why, ""
    inside = words.within(*draft.blanks[0])
    return "term", f"{words.classes[inside[0]]} {words.classes[inside[-1]]}"


def _distractors(draft: QuestionDraft, pool: dict[tuple[str, str], list[str]], rng: random.Random) -> list[str]:
    """Terms of the same class and nearly the same length that stand nowhere in the question's own sentence."""
    answer = draft.answers[0][0]
    kind, word_class = pool["of", draft.stem]
    slack = 1 if draft.language == Language.CHINESE else 8
    shown = normal_form(draft.stem)
    fitting: list[str] = []
    for term in pool[kind, word_class]:
        folded, key = normal_form(term), normal_form(answer)
        alike = folded in key or key in folded or len(set(folded) & set(key)) > len(key) // 2
        others = [normal_form(other) for other in fitting]
        nested = any(folded in other or other in folded for other in others)
        if abs(len(term) - len(answer)) <= slack and not (alike and draft.language == Language.CHINESE):
            if folded not in shown and folded not in key and key not in folded and not nested:
                fitting.append(term)
    return rng.sample(fitting, min(DISTRACTORS, len(fitting)))


def _place(rng: random.Random, asked: int, options: int) -> int:
    """Where the right option stands: each place once in every round, in a random order a round."""
    return (asked + rng.randrange(2)) % options


def _as_choice(draft: QuestionDraft, options: tuple[str, ...], place: int) -> QuestionDraft:
    return QuestionDraft(
        kind=Kind.CHOICE,
        form=draft.form,
        language=draft.language,
        stem=draft.stem,
        answers=draft.answers,
        options=options,
        key=place,
        span=draft.span,
        blanks=draft.blanks,
        difficulty=round(draft.difficulty * 0.6, 3),
        why=draft.why,
        point=draft.point,
        passage=draft.passage,
    )


def _which_point(reading: Reading, rng: random.Random) -> list[QuestionDraft]:
    """For each passage under a listed point: which of the points it supports."""
    drafts: list[QuestionDraft] = []
    for group in sibling_points(reading):
        if len(group) < DISTRACTORS:
            continue
        headings = [forms[min(1, len(forms) - 1)] for forms in accepted_headings([reading.points[i] for i in group])]
        for index, passage in enumerate(reading.passages):
            quoted = reading.text[passage.start : passage.end]
            if passage.point not in group or "\n" in quoted:
                continue
            shown = quoted if len(quoted) <= LONGEST_PASSAGE_SHOWN else f"{quoted[:LONGEST_PASSAGE_SHOWN]}……"
            right = group.index(passage.point)
            if any(normal_form(heading) in normal_form(shown) for heading in headings) or not is_balanced(shown):
                continue
            wrong = rng.sample([h for i, h in enumerate(headings) if i != right], min(DISTRACTORS, len(group) - 1))
            place = _place(rng, len(drafts), len(wrong) + 1)
            chinese = reading.language is Language.CHINESE
            stem = f"“{shown}”这段引文支持哪一个要点？" if chinese else f"Which point does this support? “{shown}”"
            point = reading.points[passage.point]
            key = headings[right].strip(ENDS)
            start = point.heading_start + max(0, point.heading.find(key))
            drafts.append(
                QuestionDraft(
                    kind=Kind.CHOICE,
                    form="which_point",
                    language=reading.language,
                    stem=stem,
                    answers=((headings[right],),),
                    options=(*wrong[:place], headings[right], *wrong[place:]),
                    key=place,
                    span=(passage.start, passage.end),
                    blanks=((start, start + len(key)),),
                    difficulty=0.4,
                    why="quotation",
                    point=passage.point,
                    passage=index,
                )
            )
    return drafts

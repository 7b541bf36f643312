"""Question drafts as commands print them: a JSON object, or lines to read."""

from typing import Any

from quizzes.domain.questions import QuestionDraft

WHY = {
    "zh": {
        "quoted_term": "原文加引号的术语",
        "title": "原文提到的著作或文件",
        "key_term": "全文反复出现的关键表述",
        "number": "原文中的数字",
        "heading": "全文的要点",
        "quotation": "原文的引文",
    },
    "en": {
        "quoted_term": "a term the text puts in quotation marks",
        "title": "a title the text names",
        "key_term": "an expression the text keeps coming back to",
        "number": "a figure in the text",
        "heading": "a key point of the text",
        "quotation": "a quotation in the text",
    },
}


def as_json(file: str, draft: QuestionDraft) -> dict[str, Any]:
    """The stable form other programs read. Offsets are code points of the stored text."""
    return {
        "file": file,
        "kind": draft.kind,
        "stem": draft.stem,
        "answers": draft.answers,
        "options": draft.options,
        "key": draft.key,
        "span": draft.span,
        "blanks": draft.blanks,
        "point": draft.point,
        "passage": draft.passage,
        "difficulty": draft.difficulty,
        "why": WHY[draft.language].get(draft.why, draft.why),
    }


def as_lines(number: int, draft: QuestionDraft) -> str:
    """The question as a person reads it, with its answers."""
    lines = [f"{number}. [{draft.kind}] {draft.stem}"]
    lines += [f"   {'*' if index == draft.key else '-'} {option}" for index, option in enumerate(draft.options or ())]
    lines += [f"   = {' | '.join(accepted)}" for accepted in draft.answers]
    return "\n".join(lines)

"""Forms of the quiz app: what a request may say, checked."""

from typing import Any

from django import forms
from django.http import QueryDict

from quizzes.domain.answers import LONGEST_ANSWER
from quizzes.models import QuestionVersion

LARGEST_SEQUENCE = 2_000_000_000


class SaveForm(forms.Form):
    """A save: the sequence it wants to be, and its idempotency key. The answer itself is read by `raw_answer`."""

    sequence = forms.IntegerField(min_value=1, max_value=LARGEST_SEQUENCE)
    key = forms.UUIDField()


def raw_answer(version: QuestionVersion, data: QueryDict) -> Any:
    """The answer in the plain form of the question's kind, as the page's fields send it.

    Typed kinds: a text per box. Choice: an option index or None. True/false: a bool or None. Ordering: for each
    option its place from 0, or None. Matching: for each prompt an option index, or None. Raises ValidationError for
    anything no page sends.
    """
    kind = version.question.kind
    fields = data.getlist("answer")
    if kind == "choice":
        return _index(fields[0] if fields else "", len(version.options))
    if kind == "true_false":
        return {"true": True, "false": False}.get(fields[0] if fields else "")
    if kind in {"ordering", "matching"}:
        rows = len(version.prompts or version.options)
        return [_index(field, len(version.options)) for field in _exactly(fields, rows)]
    return [_text(field) for field in _exactly(fields, len(version.answers))]


def _exactly(fields: list[str], count: int) -> list[str]:
    if len(fields) != count:
        raise forms.ValidationError("A wrong number of answers.")
    return fields


def _index(field: str, count: int) -> int | None:
    if field == "":
        return None
    if not (field.isascii() and field.isdigit() and len(field) < 4 and int(field) < count):
        raise forms.ValidationError("No such option.")
    return int(field)


def _text(field: str) -> str:
    if len(field) > LONGEST_ANSWER or "\0" in field:
        raise forms.ValidationError("The answer is too long.")
    return field

"""The question bank: drafts become questions, once each."""

import hashlib
import json
import random
from collections.abc import Iterable, Sequence

from django.db import transaction

from quizzes.domain.questions import Kind, QuestionDraft
from quizzes.models import Question, QuestionVersion
from studyapp.models import DocumentVersion, KeyPoint, Passage

BATCH = 300


def fingerprint(draft: QuestionDraft) -> str:
    """SHA-256 of what is asked, so that a question drafted again is known again, also a rejected one."""
    asked = [draft.kind, draft.form, draft.stem, draft.answers, draft.options and sorted(draft.options)]
    return hashlib.sha256(json.dumps(asked, ensure_ascii=False).encode()).hexdigest()


@transaction.atomic
def store_questions(*, version: DocumentVersion, drafts: Sequence[QuestionDraft]) -> list[Question]:
    """The bank's questions for these drafts, in their order; those it did not have are added.

    A draft whose fingerprint is in the bank keeps its row and state. Queries grow with len(drafts) / BATCH.
    """
    by_fingerprint = {fingerprint(draft): draft for draft in drafts}
    known = _known(version, by_fingerprint)
    new = {mark: draft for mark, draft in by_fingerprint.items() if mark not in known}
    Question.objects.bulk_create(
        [Question(document_id=version.document_id, kind=draft.kind, fingerprint=mark) for mark, draft in new.items()],
        batch_size=BATCH,
    )
    known |= _known(version, new)
    points = list(version.points.all())
    passages = list(version.passages.all())
    QuestionVersion.objects.bulk_create(
        [_first_version(known[mark], version, draft, points, passages) for mark, draft in new.items()],
        batch_size=BATCH,
    )
    return [known[mark] for mark in by_fingerprint]


def _known(version: DocumentVersion, fingerprints: Iterable[str]) -> dict[str, Question]:
    marks = list(fingerprints)
    found: dict[str, Question] = {}
    for at in range(0, len(marks), BATCH):
        questions = Question.objects.filter(document_id=version.document_id, fingerprint__in=marks[at : at + BATCH])
        found |= {question.fingerprint: question for question in questions}
    return found


def _first_version(
    question: Question,
    version: DocumentVersion,
    draft: QuestionDraft,
    points: list[KeyPoint],
    passages: list[Passage],
) -> QuestionVersion:
    prompts, options, key = _presented(draft, question.fingerprint)
    return QuestionVersion(
        question=question,
        number=1,
        document_version=version,
        point=None if draft.point is None else points[draft.point],
        passage=None if draft.passage is None else passages[draft.passage],
        form=draft.form,
        language=draft.language,
        stem=draft.stem,
        answers=draft.answers,
        prompts=prompts,
        options=options,
        key=key,
        blanks=draft.blanks,
        order_free=draft.order_free,
        span_start=draft.span[0],
        span_end=draft.span[1],
        difficulty=draft.difficulty,
        why=draft.why,
    )


def _presented(draft: QuestionDraft, seed: str) -> tuple[list[str], list[str], object]:
    """(prompts, options, key) as stored. The right column of a matching question is shuffled, seeded by the question."""
    if draft.kind is not Kind.MATCHING:
        return [], list(draft.options or ()), draft.key
    pairs: list[tuple[str, str]] = list(draft.key)  # type: ignore[arg-type]
    options = [right for _left, right in pairs]
    random.Random(seed).shuffle(options)  # noqa: S311 - a fair order, not a secret
    key = [[index, options.index(right)] for index, (_left, right) in enumerate(pairs)]
    return [left for left, _right in pairs], options, key

"""Documents: a reading becomes rows."""

import hashlib

from django.db import transaction

from studyapp.domain.structure import Reading
from studyapp.models import Document, DocumentVersion, KeyPoint, Member, Passage, StudyGroup, Term

TITLE_LENGTH = 200
BATCH = 500


@transaction.atomic
def import_document(
    *, group: StudyGroup, reading: Reading, encoding: str, created_by: Member | None, title: str = ""
) -> DocumentVersion:
    """Store a text and what was read out of it as the first version of a new document.

    Without a `title` the reading's own is taken, else the beginning of the text.
    """
    document = Document.objects.create(
        group=group,
        title=(title or reading.title or _opening(reading.text))[:TITLE_LENGTH],
        language=reading.language,
        created_by=created_by,
    )
    version = DocumentVersion.objects.create(
        document=document,
        number=1,
        text=reading.text,
        digest=hashlib.sha256(reading.text.encode()).hexdigest(),
        encoding=encoding,
        created_by=created_by,
    )
    _store_structure(version, reading)
    return version


def _store_structure(version: DocumentVersion, reading: Reading) -> None:
    points = _store_points(version, reading)
    Passage.objects.bulk_create(
        [
            Passage(
                version=version,
                position=position,
                point=None if span.point is None else points[span.point],
                speaker=(span.speaker or "")[:80],
                start=span.start,
                end=span.end,
            )
            for position, span in enumerate(reading.passages)
        ],
        batch_size=BATCH,
    )
    Term.objects.bulk_create(
        [Term(version=version, kind=span.kind, start=span.start, end=span.end) for span in reading.terms],
        batch_size=BATCH,
    )


def _store_points(version: DocumentVersion, reading: Reading) -> list[KeyPoint]:
    """Points level by level, because a child needs its parent's row."""
    points = [
        KeyPoint(
            version=version,
            position=position,
            level=span.level,
            marker=(span.marker or "")[:40],
            heading=span.heading,
            start=span.start,
            heading_start=span.heading_start,
            heading_end=span.heading_end,
            end=span.end,
        )
        for position, span in enumerate(reading.points)
    ]
    for level in sorted({point.level for point in points}):
        generation = [
            (point, span.parent) for point, span in zip(points, reading.points, strict=True) if point.level == level
        ]
        for point, parent in generation:
            point.parent = None if parent is None else points[parent]
        KeyPoint.objects.bulk_create([point for point, _parent in generation], batch_size=BATCH)
    return points


def _opening(text: str) -> str:
    """The first words of a text that has no title."""
    opening = text.strip().split("\n", 1)[0].strip()
    return f"{opening[:24]}…" if len(opening) > 24 else opening or "–"

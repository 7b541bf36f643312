"""Reads shaped for one page each, returned as frozen values. Docstrings give the number of queries."""

from dataclasses import dataclass

from django.db.models import Count, Q
from django.db.models.functions import Length

from studyapp.domain.marking import Label, LabelledSpan, Paragraph, mark_up
from studyapp.models import Document, DocumentVersion, KeyPoint, Member, Membership


@dataclass(frozen=True, kw_only=True)
class LibraryEntry:
    """A document as the library lists it."""

    document: Document
    characters: int
    point_count: int
    passage_count: int


@dataclass(frozen=True, kw_only=True)
class ReadingParagraph:
    """A line of the text, with the key point that begins on it, if any."""

    paragraph: Paragraph
    point: KeyPoint | None


@dataclass(frozen=True, kw_only=True)
class ReadingPage:
    """A document to read: paragraphs in order, and the outline."""

    document: Document
    version: DocumentVersion
    points: tuple[KeyPoint, ...]
    paragraphs: tuple[ReadingParagraph, ...]
    passage_count: int
    term_count: int


@dataclass(frozen=True, kw_only=True)
class GroupEntry:
    """One of the member's groups."""

    membership: Membership
    member_count: int

    @property
    def is_organizer(self) -> bool:
        """Whether the member organizes this group."""
        return self.membership.role == Membership.Role.ORGANIZER


def current_version(document: Document) -> DocumentVersion:
    """The newest version of the document. One query."""
    return document.versions.latest("number")


def library(member: Member) -> tuple[LibraryEntry, ...]:
    """The documents the member may read, newest first. One query."""
    versions = (
        DocumentVersion.objects.newest()
        .filter(document__in=Document.objects.visible_to(member))
        .select_related("document__group")
        .annotate(
            characters=Length("text"),
            point_count=Count("points", filter=Q(points__level=1), distinct=True),
            passage_count=Count("passages", distinct=True),
        )
        .defer("text")
        .order_by("-document__created_at", "-document__pk")
    )
    return tuple(
        LibraryEntry(
            document=version.document,
            characters=version.characters,
            point_count=version.point_count,
            passage_count=version.passage_count,
        )
        for version in versions
    )


def reading_page(document: Document, *, asked: tuple[int, int] | None = None) -> ReadingPage:
    """The newest version with its structure. `asked` is a span to mark, such as a question's. Four queries."""
    version = current_version(document)
    points = tuple(version.points.all())
    passages = list(version.passages.all())
    terms = list(version.terms.all())
    spans = [
        *(LabelledSpan(start=p.start, end=p.heading_start, label=Label.MARKER) for p in points),
        *(LabelledSpan(start=p.heading_start, end=p.heading_end, label=Label.HEADING) for p in points),
        *(LabelledSpan(start=p.start, end=p.end, label=Label.PASSAGE) for p in passages),
        *(LabelledSpan(start=t.start, end=t.end, label=Label.TERM) for t in terms),
    ]
    if asked:
        spans.append(LabelledSpan(start=asked[0], end=asked[1], label=Label.ASKED))
    paragraphs = mark_up(version.text, spans)
    return ReadingPage(
        document=document,
        version=version,
        points=points,
        paragraphs=tuple(_with_points(paragraphs, points)),
        passage_count=len(passages),
        term_count=len(terms),
    )


def _with_points(paragraphs: tuple[Paragraph, ...], points: tuple[KeyPoint, ...]) -> list[ReadingParagraph]:
    """Each paragraph with the first point that begins in it. Both are in text order."""
    result = []
    remaining = list(reversed(points))
    for paragraph in paragraphs:
        first = None
        while remaining and remaining[-1].start < paragraph.end:
            point = remaining.pop()
            first = first or point
        result.append(ReadingParagraph(paragraph=paragraph, point=first))
    return result


def groups_of(member: Member) -> tuple[GroupEntry, ...]:
    """The member's groups by name. Two queries."""
    memberships = list(
        Membership.objects.active().filter(member=member).select_related("group").order_by("group__name", "pk")
    )
    counts = dict(
        Membership.objects.active()
        .filter(group__in=[membership.group_id for membership in memberships])
        .values_list("group")
        .annotate(Count("pk"))
    )
    return tuple(
        GroupEntry(membership=membership, member_count=counts[membership.group_id]) for membership in memberships
    )

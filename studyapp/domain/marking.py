"""Cuts a text into runs that carry labels, so that a page can tint passages and underline terms that overlap."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum


class Label(StrEnum):
    """What a run of characters belongs to."""

    MARKER = "marker"
    HEADING = "heading"
    PASSAGE = "passage"
    TERM = "term"
    ASKED = "asked"


@dataclass(frozen=True, kw_only=True, slots=True)
class LabelledSpan:
    """A span of the text under a label. Spans may overlap."""

    start: int
    end: int
    label: Label


@dataclass(frozen=True, kw_only=True, slots=True)
class Run:
    """Characters that share their labels. `starts` names the labels whose span begins with this run."""

    text: str
    start: int
    labels: frozenset[Label]
    starts: frozenset[Label]


@dataclass(frozen=True, kw_only=True, slots=True)
class Paragraph:
    """One line of the text, without its line end."""

    start: int
    end: int
    runs: tuple[Run, ...]


def mark_up(text: str, spans: Iterable[LabelledSpan]) -> tuple[Paragraph, ...]:
    """The text's non-blank lines as labelled runs. The runs of a line rejoin to it. O(n + s log s)."""
    edges: dict[int, list[tuple[bool, Label]]] = {}
    for span in spans:
        if span.start < span.end:
            edges.setdefault(span.start, []).append((True, span.label))
            edges.setdefault(span.end, []).append((False, span.label))
    places = iter(sorted(edges))
    place = next(places, None)
    depth: dict[Label, int] = {}
    paragraphs = []
    for line in re.finditer(r"[^\n]+", text):
        runs = []
        at = line.start()
        while at < line.end():
            starts = set()
            while place is not None and place <= at:
                starts |= _cross(edges[place], depth)
                place = next(places, None)
            stop = line.end() if place is None else min(place, line.end())
            labels = frozenset(label for label, count in depth.items() if count)
            runs.append(Run(text=text[at:stop], start=at, labels=labels, starts=frozenset(starts)))
            at = stop
        if line.group().strip():
            paragraphs.append(Paragraph(start=line.start(), end=line.end(), runs=tuple(runs)))
    return tuple(paragraphs)


def _cross(edges: list[tuple[bool, Label]], depth: dict[Label, int]) -> set[Label]:
    """Enter and leave the spans with an edge here; return the labels that begin."""
    for opens, label in edges:
        depth[label] = depth.get(label, 0) + (1 if opens else -1)
    return {label for opens, label in edges if opens}

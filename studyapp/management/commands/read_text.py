"""`manage.py read_text FILE... [--json]`: what the reader finds in text files."""

import json
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand

from studyapp.domain.reading import read_source
from studyapp.domain.structure import Reading, ReadingWarning
from studyapp.domain.text import UnreadableTextError


class Command(BaseCommand):
    """Prints the title, points, passages and terms of text files. Touches no database."""

    help = "Read text files and print their structure."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Take the files and the form of the outcome."""
        parser.add_argument("files", nargs="+", metavar="FILE")
        parser.add_argument("--json", action="store_true", help="one JSON object per file, one per line")

    def handle(self, *_args: Any, **options: Any) -> None:
        """Read every file; exit 1 after the last when one of them could not be read."""
        failed = False
        for name in options["files"]:
            try:
                reading, encoding = read_source(Path(name).read_bytes())
            except (OSError, UnreadableTextError) as error:
                reason = error.strerror if isinstance(error, OSError) else str(error)
                self.stderr.write(f"{name}: {reason}")
                failed = True
                continue
            if options["json"]:
                self.stdout.write(json.dumps(as_json(name, reading, encoding), ensure_ascii=False))
            else:
                self.stdout.write("\n".join(outline(name, reading, encoding)))
        if failed:
            raise SystemExit(1)


def as_json(name: str, reading: Reading, encoding: str) -> dict[str, Any]:
    """The object printed for one file."""
    text = reading.text
    return {
        "file": name,
        "title": reading.title,
        "language": reading.language.value,
        "encoding": encoding,
        "text": text,
        "points": [
            {
                "marker": point.marker,
                "heading": point.heading,
                "level": point.level,
                "start": point.start,
                "end": point.end,
                "parent": point.parent,
            }
            for point in reading.points
        ],
        "passages": [
            {
                "text": text[passage.start : passage.end],
                "start": passage.start,
                "end": passage.end,
                "speaker": passage.speaker,
                "point": passage.point,
            }
            for passage in reading.passages
        ],
        "terms": [
            {"text": text[term.start : term.end], "start": term.start, "end": term.end, "kind": term.kind.value}
            for term in reading.terms
        ],
        "warnings": [warning_line(warning) for warning in reading.warnings],
    }


def warning_line(warning: ReadingWarning) -> str:
    """A warning as one line: its code, what fills it in, its place."""
    parts = [warning.code, *(f"{key}={value}" for key, value in warning.params)]
    if warning.start is not None:
        parts.append(f"at={warning.start}")
    return " ".join(parts)


def outline(name: str, reading: Reading, encoding: str) -> list[str]:
    """The same for a person to read."""
    text = reading.text
    lines = [f"{name}: {reading.title or '(no title)'} [{reading.language.value}, {encoding}, {len(text)} characters]"]
    lines += [f"{'  ' * point.level}{point.marker or '-'} {point.heading}" for point in reading.points]
    for passage in reading.passages:
        shown = " ".join(text[passage.start : passage.end].split())
        lines.append(f"  “{shown}” ({passage.speaker or 'no speaker named'})")
    terms = dict.fromkeys(text[term.start : term.end] for term in reading.terms)
    if terms:
        lines.append("  Terms: " + " · ".join(terms))
    lines += [f"  Warning: {warning_line(warning)}" for warning in reading.warnings]
    return lines

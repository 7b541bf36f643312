"""Grades rows of a table of answers. Touches no database."""

import json
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError, CommandParser

from quizzes.domain.grading import grade_text
from quizzes.domain.verdicts import Rule, Verdict


class Command(BaseCommand):
    """`manage.py grade_answers FILE.tsv [--json]`: rows of expected, typed and, if need be, the rule."""

    help = "Grade rows of: expected (alternatives behind |), typed, and optionally lenient or verbatim."
    requires_system_checks = []

    def add_arguments(self, parser: CommandParser) -> None:
        """File and form."""
        parser.add_argument("file", metavar="FILE.tsv")
        parser.add_argument("--json", action="store_true", dest="as_json", help="one JSON object a line and row")

    def handle(self, *args: object, file: str, as_json: bool, **options: object) -> None:  # noqa: ARG002
        """A row that is no row is named on stderr; exit 1 after the others are done."""
        try:
            rows = Path(file).read_text(encoding="utf-8-sig").split("\n")
        except (OSError, UnicodeDecodeError) as error:
            raise CommandError(f"{file}: {error}") from error
        failed = False
        for number, row in enumerate(rows, start=1):
            line = row.removesuffix("\r")
            if not line.strip():
                continue
            try:
                verdict = _grade(line)
            except ValueError as error:
                self.stderr.write(f"{file}:{number}: {error}")
                failed = True
            else:
                self.stdout.write(_as_json(verdict) if as_json else _as_line(verdict))
        if failed:
            raise SystemExit(1)


def _grade(line: str) -> Verdict:
    """Raises ValueError for a row without a tab or with an unknown rule."""
    columns = line.split("\t")
    if len(columns) < 2:
        raise ValueError("a row needs an expected and a typed answer with a tab between them")
    rule = Rule(columns[2].strip() or Rule.LENIENT) if len(columns) > 2 else Rule.LENIENT
    return grade_text([answer for answer in columns[0].split("|") if answer.strip()], columns[1], rule=rule)


def _as_json(verdict: Verdict) -> str:
    record = {
        "right": verdict.right,
        "correctness": verdict.correctness,
        "reason": verdict.reason,
        "tokens": [[token.kind, token.text] for token in verdict.tokens],
    }
    return json.dumps(record, ensure_ascii=False)


def _as_line(verdict: Verdict) -> str:
    word = {True: "right", False: "wrong", None: "cannot tell"}[verdict.right]
    return f"{word:11} {verdict.reason:20} {verdict.accepted}  <-  {verdict.typed}"

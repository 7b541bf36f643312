"""Prints one quiz on a text file. Touches no database."""

import json

from django.core.management.base import BaseCommand, CommandParser

from quizzes.domain.bank import build_bank
from quizzes.domain.selection import select_quiz
from quizzes.management.drafts import as_json, as_lines
from quizzes.management.textfiles import readings


class Command(BaseCommand):
    """`manage.py build_quiz FILE [--json] [--seed N] [--size K]`."""

    help = "Print the questions of one quiz on a text."
    requires_system_checks = []

    def add_arguments(self, parser: CommandParser) -> None:
        """File, seed, size and form."""
        parser.add_argument("file", metavar="FILE")
        parser.add_argument("--json", action="store_true", dest="as_json", help="one JSON object a line and question")
        parser.add_argument("--seed", type=int, default=1)
        parser.add_argument("--size", type=int, default=10)

    def handle(self, *args: object, file: str, seed: int, size: int, **options: object) -> None:  # noqa: ARG002
        """Exit 1 when the file cannot be read."""
        failures: list[str] = []
        for name, reading in readings([file], failures):
            quiz = select_quiz(build_bank(reading, seed=seed), reading, seed=seed, size=size)
            if not quiz:
                self.stderr.write(f"{name}: no question could be built; the text has no points, quotations or terms.")
            for number, draft in enumerate(quiz, start=1):
                record = json.dumps(as_json(name, draft), ensure_ascii=False)
                self.stdout.write(record if options["as_json"] else as_lines(number, draft))
        if failures:
            raise SystemExit(1)

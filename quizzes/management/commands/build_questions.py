"""Prints the question bank of text files. Touches no database."""

import json

from django.core.management.base import BaseCommand, CommandParser

from quizzes.domain.bank import build_bank
from quizzes.management.drafts import as_json, as_lines
from quizzes.management.textfiles import readings


class Command(BaseCommand):
    """`manage.py build_questions FILE... [--json] [--seed N]`."""

    help = "Print every question the engine would ask about these texts."
    requires_system_checks = []

    def add_arguments(self, parser: CommandParser) -> None:
        """Files, seed and form."""
        parser.add_argument("files", nargs="+", metavar="FILE")
        parser.add_argument("--json", action="store_true", dest="as_json", help="one JSON object a line and question")
        parser.add_argument("--seed", type=int, default=1)

    def handle(self, *args: object, files: list[str], seed: int, **options: object) -> None:  # noqa: ARG002
        """Exit 1 after all files are done when one could not be read."""
        failures: list[str] = []
        for file, reading in readings(files, failures):
            bank = build_bank(reading, seed=seed)
            if not bank:
                self.stderr.write(f"{file}: no question could be built; the text has no points, quotations or terms.")
            for number, draft in enumerate(bank, start=1):
                self.stdout.write(
                    json.dumps(as_json(file, draft), ensure_ascii=False)
                    if options["as_json"]
                    else as_lines(number, draft)
                )
        if failures:
            raise SystemExit(1)

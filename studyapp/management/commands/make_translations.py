"""Brings the message catalog up to date with the source, and compiles it. Needs Babel, not GNU gettext."""

import io
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand
from django.utils.translation.template import templatize

CATALOG = Path("locale/zh_Hans/LC_MESSAGES/django.po")
KEYWORDS = {
    "_": None,
    "gettext": None,
    "gettext_lazy": None,
    "ngettext": (1, 2),
    "ngettext_lazy": (1, 2),
    "pgettext": ((1, "c"), 2),
    "npgettext": ((1, "c"), 2, 3),
}


def source_messages(root: Path) -> Iterator[tuple[str, int, Any, list[str], str | None]]:
    """(file, line, message, comments, context) of every translatable string of the product. `domain/` has none."""
    from babel.messages.extract import extract  # a tool of development, absent where the site runs

    sources = [path for app in ("studyapp", "quizzes") for path in sorted((root / app).rglob("*.py"))]
    for path in sources:
        if "domain" not in path.parts:
            with path.open("rb") as file:
                for line, message, comments, context in extract("python", file, KEYWORDS):
                    yield path.relative_to(root).as_posix(), line, message, comments, context
    for path in sorted((root / "templates").rglob("*.html")):
        code = templatize(path.read_text(encoding="utf-8"), origin=str(path))
        # What templatize leaves of a template's indentation is not Python's.
        flat = "\n".join(line.strip() for line in code.split("\n"))
        for line, message, comments, context in extract("python", io.BytesIO(flat.encode()), KEYWORDS):
            yield path.relative_to(root).as_posix(), line, message, comments, context


class Command(BaseCommand):
    """`manage.py make_translations`: new strings are added empty, gone ones dropped, the rest kept."""

    help = "Update and compile the zh-Hans message catalog."
    requires_system_checks = []

    def handle(self, *args: object, **options: object) -> None:  # noqa: ARG002
        """Say how many strings still want a translation."""
        from babel.messages.catalog import Catalog
        from babel.messages.mofile import write_mo
        from babel.messages.pofile import read_po, write_po

        path = Path(settings.BASE_DIR) / "studyapp" / CATALOG
        template = Catalog(charset="utf-8")
        for file, _line, message, _comments, context in source_messages(Path(settings.BASE_DIR)):
            template.add(message, locations=[(file, 1)], context=context)
        catalog = Catalog(locale="zh_Hans", domain="django", project="StudyApp", version="1", charset="utf-8")
        if path.exists():
            catalog = read_po(io.BytesIO(path.read_bytes()), locale="zh_Hans", domain="django")
        catalog.update(template, no_fuzzy_matching=True, update_header_comment=False)
        catalog.obsolete.clear()
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("wb") as source:
            write_po(source, catalog, width=120, sort_output=True, omit_header=False, include_lineno=False)
        with path.with_suffix(".mo").open("wb") as compiled:
            write_mo(compiled, catalog)
        missing = [message.id for message in catalog if message.id and not any(_strings(message.string))]
        for text in missing:
            self.stdout.write(f"untranslated: {text}")
        self.stdout.write(f"{len(catalog)} strings, {len(missing)} untranslated")


def _strings(string: Any) -> tuple[str, ...]:
    """The forms of a message: one, or one for each plural."""
    return tuple(string) if isinstance(string, tuple | list) else (string,)

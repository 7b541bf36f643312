"""System checks: what must hold before answers are trusted to this installation."""

import sqlite3
import sys
from collections.abc import Sequence

from django.conf import settings
from django.core.checks import CheckMessage, Error, Tags, Warning, register
from django.core.exceptions import ImproperlyConfigured
from django.db import connections
from django.db.backends.base.base import BaseDatabaseWrapper

# Earlier releases can corrupt a write-ahead log when it is reset (https://sqlite.org/wal.html, "the WAL-reset bug").
OLDEST_SQLITE = (3, 51, 3)
# Trying the site out must work where the wheel with a current SQLite does not exist; serving a group runs on Linux.
TOO_OLD = Error if sys.platform == "linux" else Warning
SYNCHRONOUS_FULL = 2


@register(Tags.database)
def sqlite_is_durable(*, databases: Sequence[str] | None = None, **_: object) -> list[CheckMessage]:
    """Every SQLite database keeps what it acknowledged. Runs with `check --database default` and before serving."""
    messages: list[CheckMessage] = []
    for alias in databases or []:
        connection = connections[alias]
        if connection.vendor == "sqlite":
            messages += _durability_errors(connection)
    return messages


def _durability_errors(connection: BaseDatabaseWrapper) -> list[CheckMessage]:
    """What is wrong with one SQLite connection; an in-memory database has nothing to keep and needs no log."""
    errors: list[CheckMessage] = []
    if sqlite3.sqlite_version_info < OLDEST_SQLITE:
        wanted = ".".join(map(str, OLDEST_SQLITE))
        errors.append(
            TOO_OLD(
                f"SQLite {sqlite3.sqlite_version} is too old: before {wanted} it can corrupt its write-ahead log.",
                hint="Install pysqlite3 as requirements.txt pins it, or a newer SQLite.",
                id="studyapp.E001",
            )
        )
    expected = {"journal_mode": "wal", "synchronous": SYNCHRONOUS_FULL, "foreign_keys": 1}
    if connection.is_in_memory_db():  # type: ignore[attr-defined]
        del expected["journal_mode"]
    with connection.cursor() as cursor:
        for pragma, value in expected.items():
            found = cursor.execute(f"PRAGMA {pragma}").fetchone()[0]
            if found != value:
                errors.append(
                    Error(
                        f"PRAGMA {pragma} of database “{connection.alias}” is {found}, it must be {value}.",
                        hint='Restore "init_command" in DATABASES; WAL needs a local disk, not a network share.',
                        id="studyapp.E002",
                    )
                )
    mode = connection.transaction_mode  # type: ignore[attr-defined]
    if mode != "IMMEDIATE":
        errors.append(
            Error(
                f"Transactions of database “{connection.alias}” begin as {mode or 'DEFERRED'}, not IMMEDIATE.",
                hint='Set "transaction_mode": "IMMEDIATE" in DATABASES, or writers will fail under load.',
                id="studyapp.E003",
            )
        )
    return errors


# Only with --deploy: reading a text or building questions needs no key. Serving refuses by itself (config/wsgi.py).
@register(Tags.security, deploy=True)
def secret_key_is_set(**_: object) -> list[CheckMessage]:
    """A site that serves has a secret key."""
    try:
        bool(settings.SECRET_KEY)
    except ImproperlyConfigured:
        hint = (
            "Set SECRET_KEY in the environment to 50 or more random characters, "
            f"or put them into {settings.SECRET_KEY_FILE}."
        )
        return [Error("There is no secret key.", hint=hint, id="studyapp.E004")]
    return []

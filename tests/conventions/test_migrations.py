"""Migrations are complete, named after what they do, and can be undone."""

import re
from pathlib import Path

import pytest
from django.core.management import call_command
from django.db import migrations
from django.db.migrations.loader import MigrationLoader

OWN = ("studyapp", "quizzes")
ROOT = Path(__file__).resolve().parent.parent.parent


def own_migrations():
    loader = MigrationLoader(None, ignore_no_migrations=True)
    return [migration for (app, _), migration in sorted(loader.disk_migrations.items()) if app in OWN]


@pytest.mark.django_db
def test_every_model_change_has_its_migration():
    call_command("makemigrations", check=True, dry_run=True, verbosity=0)


@pytest.mark.parametrize("migration", own_migrations(), ids=str)
def test_a_migration_is_numbered_named_and_reversible(migration):
    assert re.fullmatch(r"\d{4}_[a-z][a-z0-9_]+", migration.name)
    assert "auto" not in migration.name.split("_")
    assert all(operation.reversible for operation in migration.operations)


@pytest.mark.parametrize("app", OWN)
def test_migrations_stand_in_one_line(app):
    numbers = [migration.name[:4] for migration in own_migrations() if migration.app_label == app]
    assert numbers == [f"{number:04}" for number in range(1, len(numbers) + 1)]


def test_migrations_import_no_code_that_will_change():
    """A migration that leans on services or domain breaks the day those move."""
    for app in OWN:
        for path in (ROOT / app / "migrations").glob("0*.py"):
            imported = re.findall(r"^(?:from|import) ((?:studyapp|quizzes)[\w.]*)", path.read_text(), re.MULTILINE)
            assert set(imported) <= {f"{app}.models.groups" for app in OWN}, path


def test_the_check_of_reversibility_sees_what_it_should():
    assert not migrations.RunPython(migrations.RunPython.noop).reversible

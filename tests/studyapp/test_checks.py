"""The system checks say so when an installation could lose answers or sign nobody in safely."""

import copy

import pytest
from django.core.checks import Tags, run_checks
from django.db import connections
from django.db.backends.sqlite3.base import DatabaseWrapper

from studyapp import checks
from studyapp.config import settings as real_settings


def durability(monkeypatch, path, **options):
    """What the check says of a SQLite file opened with the site's options, some of them changed."""
    settings = copy.deepcopy(connections["default"].settings_dict)
    settings["NAME"] = str(path / "site.sqlite3")
    settings["OPTIONS"] = {**real_settings.DATABASES["default"]["OPTIONS"], **options}
    connection = DatabaseWrapper(settings, "default")
    monkeypatch.setattr(checks, "connections", {"default": connection})
    try:
        return [message.id for message in checks.sqlite_is_durable(databases=["default"])]
    finally:
        connection.close()


@pytest.mark.django_db
def test_the_settings_of_the_site_are_durable(monkeypatch, tmp_path):
    assert durability(monkeypatch, tmp_path) == []


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("pragmas", "found"),
    [
        ("PRAGMA journal_mode=DELETE; PRAGMA synchronous=FULL;", ["studyapp.E002"]),
        ("PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;", ["studyapp.E002"]),
        ("PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=OFF;", ["studyapp.E002"]),
        ("PRAGMA journal_mode=MEMORY; PRAGMA synchronous=OFF; PRAGMA foreign_keys=OFF;", ["studyapp.E002"] * 3),
    ],
)
def test_a_weaker_pragma_is_reported(monkeypatch, tmp_path, pragmas, found):
    assert durability(monkeypatch, tmp_path, init_command=pragmas) == found


@pytest.mark.django_db
@pytest.mark.parametrize("mode", [None, "DEFERRED", "EXCLUSIVE"])
def test_transactions_that_do_not_begin_immediate_are_reported(monkeypatch, tmp_path, mode):
    assert durability(monkeypatch, tmp_path, transaction_mode=mode) == ["studyapp.E003"]


@pytest.mark.django_db
def test_an_old_sqlite_is_reported(monkeypatch, tmp_path):
    monkeypatch.setattr(checks.sqlite3, "sqlite_version_info", (3, 51, 2))
    assert durability(monkeypatch, tmp_path) == ["studyapp.E001"]


@pytest.mark.django_db
def test_the_durability_check_runs_for_databases_only():
    assert run_checks(tags=[Tags.database], databases=["default"]) == []
    assert checks.sqlite_is_durable(databases=None) == []


def test_a_missing_key_is_a_deployment_error_that_says_what_to_set(settings):
    settings.SECRET_KEY = ""
    found = [message for message in run_checks(include_deployment_checks=True) if message.id == "studyapp.E004"]
    assert len(found) == 1
    assert "SECRET_KEY" in found[0].hint

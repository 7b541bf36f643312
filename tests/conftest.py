"""Shared fixtures. pyproject.toml lets tests connect to this machine only."""

import os

import pytest
from hypothesis import settings as hypothesis_settings

hypothesis_settings.register_profile("ci", derandomize=True, deadline=None)
hypothesis_settings.register_profile("local", deadline=None)
hypothesis_settings.load_profile("ci" if os.environ.get("CI") else "local")


@pytest.fixture
def study(db):
    """A group with an organizer, two members, a text, a quiz of three questions and an open assignment."""
    from tests.factories import make_study

    return make_study()

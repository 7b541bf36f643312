"""Reads settings out of the environment, with errors that name the variable to set."""

import os
from pathlib import Path

from django.core.exceptions import ImproperlyConfigured

TRUE = {"1", "true", "yes", "on"}
FALSE = {"", "0", "false", "no", "off"}


def env_text(name: str, default: str = "") -> str:
    """The variable's text without surrounding blanks."""
    return os.environ.get(name, default).strip()


def env_bool(name: str, *, default: bool = False) -> bool:
    """True for 1, true, yes, on; False for 0, false, no, off; anything else is an error."""
    value = os.environ.get(name)
    if value is None:
        return default
    folded = value.strip().lower()
    if folded in TRUE:
        return True
    if folded in FALSE:
        return False
    raise ImproperlyConfigured(f"{name} must be 1 or 0, not {value!r}.")


def env_list(name: str, default: str = "") -> list[str]:
    """A comma-separated list; empty parts are dropped."""
    return [part.strip() for part in os.environ.get(name, default).split(",") if part.strip()]


def secret_key(*, file: Path) -> str:
    """SECRET_KEY, else what stands in `file`, else an empty string, which Django refuses the moment it is used."""
    key = env_text("SECRET_KEY")
    if key:
        return key
    if file.is_file():
        return file.read_text(encoding="utf-8").strip()
    return ""

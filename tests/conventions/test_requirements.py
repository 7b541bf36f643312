"""Everything the site and its tests import is pinned, and everything pinned is wanted."""

import ast
import re
import sys
from importlib import metadata
from pathlib import Path

import pytest
from packaging.markers import Marker
from packaging.requirements import Requirement

ROOT = Path(__file__).resolve().parent.parent.parent
RUNTIME, TOOLS = ROOT / "requirements.txt", ROOT / "tests" / "requirements.txt"
OWN = {"studyapp", "quizzes", "tests", "bench"}
# A tool of development that stands among the commands of the site.
TOOL_MODULES = {"studyapp/management/commands/make_translations.py"}


def canonical(name):
    return re.sub(r"[-_.]+", "-", name).lower()


def lines(path):
    text = re.sub(r"#.*", "", path.read_text(encoding="utf-8"))
    return [line.strip() for line in text.splitlines() if line.strip() and not line.startswith("-r")]


def pins(*paths):
    found = {}
    for line in [line for path in paths for line in lines(path)]:
        match = re.fullmatch(r"([A-Za-z0-9._-]+)==([A-Za-z0-9.]+)(?: ; (.+))?", line)
        assert match, f"not an exact pin: {line}"
        if match[3] is None or Marker(match[3]).evaluate():
            found[canonical(match[1])] = match[2]
    return found


def direct(path):
    """The names above "Brought along"."""
    head = path.read_text(encoding="utf-8").split("# Brought along")[0]
    return {canonical(name) for name in re.findall(r"^([A-Za-z0-9._-]+)==", head, re.MULTILINE)}


def required_by(name):
    for text in metadata.requires(name) or []:
        requirement = Requirement(text)
        if requirement.marker is None or requirement.marker.evaluate({"extra": ""}):
            yield canonical(requirement.name)


@pytest.mark.parametrize("paths", [(RUNTIME,), (RUNTIME, TOOLS)], ids=["runtime", "tools"])
def test_what_is_pinned_is_installed_and_complete(paths):
    pinned = pins(*paths)
    assert {name: metadata.version(name) for name in pinned} == pinned
    assert {needed for name in pinned for needed in required_by(name)} <= set(pinned)


@pytest.mark.parametrize("path", [RUNTIME, TOOLS], ids=["runtime", "tools"])
def test_nothing_is_pinned_that_nobody_wants(path):
    pinned = pins(RUNTIME, TOOLS)
    wanted = {needed for name in pinned for needed in required_by(name)}
    assert set(pins(path)) - direct(path) <= wanted


def outside_imports(path):
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom) and not node.level:
            names = [node.module]
        else:
            continue
        yield from {name.split(".")[0] for name in names} - OWN - set(sys.stdlib_module_names)


def test_every_import_is_declared():
    runtime, tools = direct(RUNTIME), direct(RUNTIME) | direct(TOOLS)
    owners = metadata.packages_distributions()
    site = [ROOT / "manage.py", *(ROOT / "studyapp").rglob("*.py"), *(ROOT / "quizzes").rglob("*.py")]
    workshop = [*(ROOT / "tests").rglob("*.py"), *(ROOT / "bench").rglob("*.py")]
    for path in [*site, *workshop]:
        is_tool = path in workshop or path.relative_to(ROOT).as_posix() in TOOL_MODULES
        for module in outside_imports(path):
            owner = {canonical(name) for name in owners.get(module, [])}
            assert owner & (tools if is_tool else runtime), f"{path.relative_to(ROOT)} imports {module}"

"""Shape of the code: short views, imports in one direction, translatable sentences."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent.parent
LONGEST_VIEW = 40
GETTEXT = {"_", "gettext", "gettext_lazy", "ngettext", "ngettext_lazy", "pgettext", "npgettext"}


def functions(path):
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.FunctionDef):
            yield node


def test_views_stay_short():
    for path in [*ROOT.glob("*/views/*.py")]:
        for function in functions(path):
            first = min([function.lineno, *(decorator.lineno for decorator in function.decorator_list)])
            assert function.end_lineno - first < LONGEST_VIEW, f"{path.name}: {function.name}"


def test_imports_go_one_way():
    command = [str(Path(sys.executable).with_name("lint-imports")), "--no-cache"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=60, check=False)
    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize("app", ["studyapp", "quizzes"])
def test_only_whole_sentences_are_translated(app):
    """A variable or an f-string never reaches the catalog, and would stay English on a Chinese page."""
    for path in (ROOT / app).rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in GETTEXT:
                argument = node.args[0]
                assert isinstance(argument, ast.Constant), f"{path.relative_to(ROOT)}:{node.lineno}"
                assert isinstance(argument.value, str)

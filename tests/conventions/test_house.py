"""House rules a machine can check."""

import gzip
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent.parent
TEMPLATES = sorted((ROOT / "templates").rglob("*.html"))


def test_the_core_is_a_calculator():
    """domain/ imports with Django, the clock's owner and the database out of reach."""
    code = (
        "import sys, pkgutil, importlib\n"
        "for name in ('django', 'allauth', 'sqlite3', 'pysqlite3'): sys.modules[name] = None\n"
        "for package in ('studyapp.domain', 'quizzes.domain'):\n"
        "    home = importlib.import_module(package)\n"
        "    for found in pkgutil.walk_packages(home.__path__, package + '.'): importlib.import_module(found.name)\n"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda path: path.name)
def test_templates_hold_to_the_content_policy_and_work_without_scripts(template):
    source = template.read_text(encoding="utf-8")
    assert not re.search(r"<style|\sstyle=|\son[a-z]+=|hx-on|javascript:|<script(?![^>]*\bsrc=)", source)
    for tag in re.findall(r"<[a-z]+[^>]*\bhx-get=[^>]*>", source, re.DOTALL):
        assert tag.startswith("<a ")
        assert " href=" in tag
    for tag in re.findall(r"<[a-z]+[^>]*\bhx-post=[^>]*>", source, re.DOTALL):
        assert tag.startswith("<form ")
        assert 'method="post"' in tag
        assert " action=" in tag


def gzipped(paths) -> int:
    return sum(len(gzip.compress(path.read_bytes())) for path in paths)


def test_styles_and_scripts_stay_small():
    assert gzipped((ROOT / "static/css").glob("*.css")) <= 14_000
    assert gzipped((ROOT / "static/js").glob("*.js")) <= 10_000


def test_nothing_happens_behind_the_services():
    for path in [*ROOT.glob("studyapp/**/*.py"), *ROOT.glob("quizzes/**/*.py")]:
        source = path.read_text(encoding="utf-8")
        assert "def save(self" not in source, path
        assert "django.db.models.signals" not in source, path


def test_only_one_module_imports_each_outside_library():
    owners = {"rjieba": "words.py", "wordfreq": "frequency.py", "opencc": "folding.py", "pypinyin": "homophones.py"}
    for path in [*ROOT.glob("studyapp/**/*.py"), *ROOT.glob("quizzes/**/*.py")]:
        imported = re.findall(r"^\s*(?:from|import) (\w+)", path.read_text(encoding="utf-8"), re.MULTILINE)
        for library, owner in owners.items():
            assert library not in imported or path.name == owner


def test_the_repository_speaks_of_the_product_alone():
    words = re.compile(r"/(?:work|root|home)/|/tmp/bash")
    files = [
        path for folder in ("studyapp", "quizzes", "docs", "static", "templates") for path in (ROOT / folder).rglob("*")
    ]
    for path in files:
        if path.suffix in {".py", ".md", ".html", ".js", ".css"}:
            assert not words.search(path.read_text(encoding="utf-8")), path


def test_production_refuses_to_start_without_a_secret_key(tmp_path):
    environment = {"PATH": "/usr/bin:/bin", "DATA_DIR": str(tmp_path)}
    done = subprocess.run(
        [sys.executable, "-c", "import studyapp.config.wsgi"],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode != 0
    assert "SECRET_KEY" in done.stderr


def test_the_deployment_check_is_clean(tmp_path):
    environment = {
        "PATH": "/usr/bin:/bin",
        "DATA_DIR": str(tmp_path),
        "SITE_URL": "https://study.example",
        "SECRET_KEY": "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ",
    }
    done = subprocess.run(
        [sys.executable, "manage.py", "check", "--deploy", "--fail-level", "WARNING"],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr

"""A real server on a database of its own, and Debian's chromium."""

import os
import re
import secrets
import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent.parent
BROWSERS = ("chromium", "chromium-browser", "google-chrome")
START_SECONDS = 60
ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
]


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args):
    found = next(filter(None, map(shutil.which, BROWSERS)), None)
    if found is None:
        reason = "No chromium on this machine. On Debian: apt-get install chromium fonts-noto-cjk"
        if os.environ.get("CI"):
            pytest.fail(reason)
        pytest.skip(reason)
    return {**browser_type_launch_args, "executable_path": found, "args": ARGUMENTS}


@dataclass
class Site:
    """A running site and its data."""

    url: str
    environment: dict[str, str]

    def manage(self, *arguments: str) -> str:
        done = subprocess.run(
            [sys.executable, "manage.py", *arguments],
            cwd=ROOT,
            env=self.environment,
            capture_output=True,
            text=True,
            check=True,
            timeout=120,
        )
        return done.stdout

    def join(self, username: str) -> str:
        """A new member of the demo group; returns their sign-in link."""
        self.manage(
            "shell",
            "--no-imports",
            "-c",
            "from studyapp.models import StudyGroup; from studyapp.services import members as m;"
            f"m.add_member(group=StudyGroup.objects.get(), member=m.create_member(username='{username}', name='{username}'))",
        )
        return self.link(username)

    def link(self, name: str) -> str:
        return self.manage("sign_in_link", name).strip()


@pytest.fixture(scope="session")
def site(tmp_path_factory):
    """The site as `make run` serves it, with the demo loaded, on a free port."""
    folder = tmp_path_factory.mktemp("site")
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    environment = {
        **{name: value for name, value in os.environ.items() if name not in {"DJANGO_SETTINGS_MODULE", "DEBUG"}},
        "DATA_DIR": str(folder),
        "SECRET_KEY": secrets.token_urlsafe(50),
        "HOST": "127.0.0.1",
        "PORT": str(port),
        "SITE_URL": f"http://127.0.0.1:{port}",
    }
    running = Site(environment["SITE_URL"], environment)
    running.manage("collectstatic", "--noinput", "--verbosity", "0")
    with (folder / "server.log").open("w") as log:
        server = subprocess.Popen(
            [sys.executable, "manage.py", "serve"], cwd=ROOT, env=environment, stdout=log, stderr=log
        )
        try:
            wait_until_ready(running.url, server, folder / "server.log")
            yield running
        finally:
            server.terminate()
            server.wait(timeout=30)


def wait_until_ready(url, server, log):
    for _ in range(START_SECONDS * 5):
        try:
            urllib.request.urlopen(f"{url}/sign-in/", timeout=2)
        except (urllib.error.URLError, ConnectionError, TimeoutError):
            assert server.poll() is None, log.read_text()
            time.sleep(0.2)
        else:
            return
    pytest.fail(log.read_text())


@pytest.fixture
def open_page(browser, request):
    """Opens a page of a new visitor; anything the browser complains about fails the test."""
    complaints, contexts = [], []

    def opener(*, phone=True, locale="zh-CN", **options):
        size = {"width": 390, "height": 844} if phone else {"width": 1280, "height": 800}
        context = browser.new_context(viewport=size, locale=locale, has_touch=phone, is_mobile=phone, **options)
        contexts.append(context)
        page = context.new_page()
        page.on("console", lambda message: complaints.append(message.text) if message.type == "error" else None)
        page.on("pageerror", lambda error: complaints.append(str(error)))
        return page

    yield opener
    for context in contexts:
        context.close()
    expected = request.node.get_closest_marker("expects_complaints")
    left = [text for text in complaints if not (expected and re.search(expected.args[0], text))]
    assert left == []

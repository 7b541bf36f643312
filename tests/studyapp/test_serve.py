"""`manage.py serve`: refuses early, prepares what is missing, keeps what is there, stops when told."""

import os
import secrets
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from studyapp.management.commands import serve

ROOT = Path(__file__).resolve().parent.parent.parent


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@pytest.fixture
def become(monkeypatch, settings, tmp_path):
    """Catches the moment the command would turn into the server; gives its arguments and environment."""
    caught = {}
    settings.DATA_DIR = tmp_path / "data"
    for name in ("SITE_URL", "ALLOWED_HOSTS"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(serve, "lan_addresses", lambda: ["192.0.2.7", "192.0.2.8"])
    monkeypatch.setattr(serve.os, "execve", lambda path, command, env: caught.update(command=command, env=env))
    return caught


def test_a_port_in_use_is_named_with_a_way_out():
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        with pytest.raises(CommandError, match=rf"127\.0\.0\.1:{port}: .*make run PORT={port + 1}"):
            call_command("serve", host="127.0.0.1", port=port)


@pytest.mark.parametrize("port", [70_000, -1])
def test_a_port_that_does_not_exist_is_refused(port):
    with pytest.raises(CommandError, match="Cannot listen"):
        call_command("serve", host="127.0.0.1", port=port)


def test_without_a_key_it_says_what_to_set(settings):
    settings.SECRET_KEY = ""
    with pytest.raises(CommandError, match="SECRET_KEY"):
        call_command("serve", port=free_port())


@pytest.mark.django_db
def test_every_address_means_the_ones_others_can_reach(become, capsys):
    port = free_port()
    call_command("serve", host="0.0.0.0", port=port, no_demo=True)
    printed = capsys.readouterr().out
    assert f"http://192.0.2.7:{port}" in printed
    assert f"http://192.0.2.8:{port}" in printed
    assert become["env"]["ALLOWED_HOSTS"] == "192.0.2.7,192.0.2.8"
    assert become["env"]["SITE_URL"] == f"http://192.0.2.7:{port}"


@pytest.mark.django_db
def test_the_server_runs_as_measured_and_keeps_no_access_log(become):
    call_command("serve", host="127.0.0.1", port=free_port(), no_demo=True)
    command = " ".join(become["command"])
    assert "--workers 2 --blocking-threads 1" in command
    assert "--access-log" not in command
    assert command.endswith("studyapp.config.wsgi:application")


@pytest.mark.django_db
def test_the_address_of_the_site_wins_over_the_machine_s(become, monkeypatch, capsys):
    monkeypatch.setenv("SITE_URL", "https://study.example")
    call_command("serve", host="127.0.0.1", port=free_port(), no_demo=True)
    assert "https://study.example" in capsys.readouterr().out
    assert become["env"]["SITE_URL"] == "https://study.example"


@pytest.mark.parametrize(
    ("seen", "expected"),
    [(["127.0.1.1", "192.0.2.9", "192.0.2.9"], ["192.0.2.9"]), (["127.0.1.1"], ["127.0.0.1"])],
)
def test_lan_addresses_leave_this_machine_s_own_out(monkeypatch, seen, expected):
    class NoRoute:
        def __init__(self, *args):
            raise OSError

    monkeypatch.setattr(serve.socket, "socket", NoRoute)
    monkeypatch.setattr(serve.socket, "getaddrinfo", lambda *args: [(0, 0, 0, "", (address, 0)) for address in seen])
    assert serve.lan_addresses() == expected


def start(environment, *arguments):
    """The real server, answering; with the seconds it took."""
    began = time.monotonic()
    server = subprocess.Popen(
        [sys.executable, "manage.py", "serve", *arguments],
        cwd=ROOT,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    while True:
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{environment['PORT']}/sign-in/", timeout=5) as page:
                return server, page.read().decode(), time.monotonic() - began
        except (urllib.error.URLError, ConnectionError):
            assert server.poll() is None, server.stdout.read()
            assert time.monotonic() - began < 60
            time.sleep(0.05)


def test_it_starts_twice_on_the_same_data_and_stops_when_told(tmp_path):
    inherited = {"PATH": os.environ["PATH"], "LANG": "C.UTF-8"}
    environment = {**inherited, "DATA_DIR": str(tmp_path), "SECRET_KEY": secrets.token_urlsafe(50)}
    environment |= {"HOST": "127.0.0.1", "PORT": str(free_port())}
    manage = [sys.executable, "manage.py"]
    subprocess.run([*manage, "collectstatic", "--noinput", "-v0"], cwd=ROOT, env=environment, check=True)
    outputs = []
    for _ in range(2):
        server, page, _seconds = start(environment)
        assert "<h1" in page
        server.send_signal(signal.SIGTERM)
        outputs.append(server.communicate(timeout=20)[0])
        assert server.returncode == 0, outputs[-1]
    assert "Preparing the database" in outputs[0]
    assert "Loaded" in outputs[0]
    assert "Preparing the database" not in outputs[1]
    assert "Loaded" not in outputs[1]
    subprocess.run([*manage, "check", "--database", "default"], cwd=ROOT, env=environment, check=True)

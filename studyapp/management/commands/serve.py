"""Start the site the way it runs in production: database ready, demo loaded, granian in front."""

import os
import socket
import sys
from argparse import ArgumentParser
from contextlib import suppress
from pathlib import Path
from typing import NoReturn

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.core.management import BaseCommand, CommandError, call_command, get_commands
from django.db import connection, connections
from django.db.migrations.executor import MigrationExecutor

EVERY_ADDRESS = {"0.0.0.0", "::"}  # noqa: S104
# Time for answers under way to be committed when the server is told to stop; then it is killed.
GRACE_SECONDS = 10


class Command(BaseCommand):
    """Prepare what is missing, say where the site is, then become the server."""

    help = "Prepares the database where needed, loads the demo and serves the site until it is stopped."
    requires_system_checks = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Address and size of the server; the defaults come from HOST, PORT and docs/decisions/0003-granian.md."""
        parser.add_argument("--host", default=settings.HOST)
        parser.add_argument("--port", type=int, default=settings.PORT)
        parser.add_argument("--workers", type=int, default=2, help="processes (default: 2)")
        parser.add_argument("--threads", type=int, default=1, help="threads of each process (default: 1)")
        parser.add_argument("--no-demo", action="store_true", help="leave the demo group out")

    def handle(self, *, host: str, port: int, workers: int, threads: int, no_demo: bool, **_: object) -> None:
        """Refuse early and clearly; touch nothing that is already as it should be."""
        require_secret_key()
        require_free_port(host, port)
        self.prepare_database()
        if not no_demo and "load_demo" in get_commands():
            call_command("load_demo", links=True)
        addresses = lan_addresses() if host in EVERY_ADDRESS else [host]
        self.stdout.write(f"StudyApp runs at {site_url(addresses[0], port)} (Ctrl+C stops it)")
        for address in addresses[1:]:
            self.stdout.write(f"            and at {site_url(address, port)}")
        self.stdout.flush()
        connections.close_all()
        become_server(host=host, port=port, workers=workers, threads=threads, addresses=addresses)

    def prepare_database(self) -> None:
        """Migrate, make the cache table and check durability; costs a few milliseconds when all is in place."""
        Path(settings.DATA_DIR).mkdir(parents=True, exist_ok=True)
        executor = MigrationExecutor(connection)
        if executor.migration_plan(executor.loader.graph.leaf_nodes()):
            self.stdout.write("Preparing the database")
            call_command("migrate", interactive=False, verbosity=0)
        if settings.CACHES["default"]["LOCATION"] not in connection.introspection.table_names():
            call_command("createcachetable", verbosity=0)
        self.check(tags=["database"], databases=["default"])


def require_secret_key() -> None:
    """Raise CommandError that says what to set when there is no key."""
    try:
        bool(settings.SECRET_KEY)
    except ImproperlyConfigured as error:
        raise CommandError(
            "There is no secret key. Use `make run`, which makes one, or set SECRET_KEY to 50 random characters."
        ) from error


def require_free_port(host: str, port: int) -> None:
    """Raise CommandError when the address cannot be listened on, with the reason and a way out."""
    if not 0 < port < 65_536:  # some systems would take such a number modulo 65,536
        raise CommandError(f"Cannot listen on port {port}: choose one from 1 to 65535.")
    try:
        family, kind, protocol, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
        with socket.socket(family, kind, protocol) as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            probe.bind(address)
    except OSError as error:
        raise CommandError(
            f"Cannot listen on {host}:{port}: {error.strerror}. "
            f"Stop the program that uses it, or choose another: make run PORT={port + 1}"
        ) from error


def lan_addresses() -> list[str]:
    """This machine's addresses as others on the network see them, best first; 127.0.0.1 when there is no network."""
    found: list[str] = []
    with suppress(OSError), socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        probe.connect(("192.0.2.1", 9))  # a documentation address: choosing a route sends nothing
        found.append(probe.getsockname()[0])
    with suppress(OSError):
        found += [str(entry[4][0]) for entry in socket.getaddrinfo(socket.gethostname(), None, socket.AF_INET)]
    outside = [address for address in dict.fromkeys(found) if not address.startswith("127.")]
    return outside or ["127.0.0.1"]


def site_url(address: str, port: int) -> str:
    """The address to type into a browser; SITE_URL from the environment wins."""
    return os.environ.get("SITE_URL") or f"http://{f'[{address}]' if ':' in address else address}:{port}"


def become_server(*, host: str, port: int, workers: int, threads: int, addresses: list[str]) -> NoReturn:
    """Replace this process by granian, so that signals reach it and nothing stays in between."""
    environment = os.environ | {
        "HOST": host,
        "PORT": str(port),
        "SITE_URL": site_url(addresses[0], port),
        "ALLOWED_HOSTS": ",".join(filter(None, [os.environ.get("ALLOWED_HOSTS"), *addresses])),
    }
    options = {
        "--interface": "wsgi",
        "--host": host,
        "--port": port,
        "--workers": workers,
        "--blocking-threads": threads,
        "--workers-kill-timeout": GRACE_SECONDS,
        "--log-level": "warning",
    }
    arguments = [str(part) for pair in options.items() for part in pair]
    command = [sys.executable, "-m", "granian", *arguments, "--no-ws", "--respawn-failed-workers"]
    os.execve(sys.executable, [*command, "studyapp.config.wsgi:application"], environment)  # noqa: S606

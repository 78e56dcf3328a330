"""A site of its own with the demonstration data, for as long as somebody needs it.

Browser tests, the pictures of the documentation and the benchmarks use it: the site of
`make run` with its real web server and static files, but for worker and beat.
"""

import http.client
import os
import secrets
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import psycopg

from config.launch.environment import LOCAL
from config.launch.folder import PROJECT
from config.launch.postgres import EmbeddedPostgres
from config.launch.processes import Child, StopRequest, stop_all

ADMINISTRATOR = "admin"
# What the caller has set for another site is not this one's.
_NOT_INHERITED = ("BROKER_URL", "CACHE_URL", "STATIC_BACKEND", "WEB_HOST", "WEB_WORKERS")
_PATIENCE = 60  # seconds, for the web server's first answer


class DemonstrationFailed(Exception):
    """The site could not be made; the message says why."""


@dataclass(frozen=True)
class DemonstrationSite:
    """A running site; with `environment`, commands work on its database."""

    address: str
    password: str  # Of ADMINISTRATOR.
    environment: Mapping[str, str]
    web: Child

    def manage(self, *arguments: str) -> str:
        """Run a management command on the site's database and return what it said."""
        return _run(arguments, self.environment)


@contextmanager
def demonstration_site(*, server: str | None = None) -> Iterator[DemonstrationSite]:
    """Yield a site in a temporary folder, with a database of its own on the server.

    Without the address of a server it starts one.

    Raises:
        DemonstrationFailed: with the end of what went wrong.
    """
    with tempfile.TemporaryDirectory(prefix="balance-demonstration-") as name:
        folder = Path(name)
        folder.chmod(0o755)  # The database server's user must get in.
        with _database(server, folder) as database_url:
            environment = _environment(folder, database_url)
            password = folder / "password"
            made = ("--administrator", ADMINISTRATOR, "--password-file", str(password))
            _run(("prepare", "--demo", "--static", *made), environment)
            with _web(folder, environment) as web:
                address = f"http://{LOCAL}:{environment['PORT']}"
                yield DemonstrationSite(address, password.read_text().strip(), environment, web)


@contextmanager
def _database(server: str | None, folder: Path) -> Iterator[str]:
    if server is None:
        log = folder / "postgres.log"
        postgres = EmbeddedPostgres(folder / "postgres", log=log, durable=False)
        try:
            yield postgres.start().url
        finally:
            postgres.stop()
        return
    name = f"balance_demonstration_{secrets.token_hex(4)}"
    base = server.rpartition("/")[0]
    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name}")  # type: ignore[arg-type]  # Our own letters.
        try:
            yield f"{base}/{name}"
        finally:
            connection.execute(f"DROP DATABASE {name} WITH (FORCE)")  # type: ignore[arg-type]


def _environment(folder: Path, database_url: str) -> dict[str, str]:
    inherited = {name: value for name, value in os.environ.items() if name not in _NOT_INHERITED}
    return inherited | {
        "DJANGO_SETTINGS_MODULE": "config.settings",
        "DATABASE_URL": database_url,
        "SECRET_KEY": secrets.token_urlsafe(50),
        "DEBUG": "0",
        "HTTPS": "0",
        "ALLOWED_HOSTS": f"localhost,{LOCAL}",
        "API_RATE": "off",
        "STATIC_ROOT": str(folder / "static"),
        "MEDIA_ROOT": str(folder / "media"),
        "PORT": str(_free_port()),
    }


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind((LOCAL, 0))
        return int(probe.getsockname()[1])


def _run(arguments: tuple[str, ...], environment: Mapping[str, str]) -> str:
    done = subprocess.run(
        [sys.executable, "manage.py", *arguments],
        cwd=PROJECT,
        env=dict(environment),
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        raise DemonstrationFailed(f"manage.py {arguments[0]}:\n{done.stdout}{done.stderr}")
    return done.stdout


@contextmanager
def _web(folder: Path, environment: Mapping[str, str]) -> Iterator[Child]:
    command = [sys.executable, "-m", "config.launch", "web"]
    web = Child.start("web", command, log=folder / "web.log", env=environment, cwd=PROJECT)
    try:
        _await_answer(web, int(environment["PORT"]))
        yield web
    finally:
        stop_all([web], patience=5, hurry=StopRequest())


def _await_answer(web: Child, port: int) -> None:
    deadline = time.monotonic() + _PATIENCE
    while not _answers(port):
        web.check()
        if time.monotonic() > deadline:
            raise DemonstrationFailed(f"The web server does not answer:\n{web.tail()}")
        time.sleep(0.05)


def _answers(port: int) -> bool:
    connection = http.client.HTTPConnection(LOCAL, port, timeout=5)
    try:
        connection.request("GET", "/livez")
        return connection.getresponse().status == 200
    except OSError:
        return False
    finally:
        connection.close()

"""A site of its own with the demonstration data, for as long as somebody needs it.

The pictures of the documentation, the benchmarks and the browser tests use it: the site of
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

from config.launch.environment import LOCAL
from config.launch.folder import PROJECT
from config.launch.postgres import EmbeddedPostgres
from config.launch.processes import Child, StopRequest, stop_all

ADMINISTRATOR = "admin"
# What the caller has set for another site is not this one's.
_NOT_INHERITED = (
    *("BROKER_URL", "CACHE_URL", "STATIC_BACKEND", "WEB_HOST", "WEB_WORKERS", "WEB_THREADS"),
    *("DB_POOL_SIZE", "DB_STATEMENT_TIMEOUT", "DB_LOCK_TIMEOUT"),
)
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

    def work(self) -> None:
        """Do once what worker and beat would do: compute what readers asked for.

        Raises:
            DemonstrationFailed: with the last that was said.
        """
        _manage(["shell", "-c", "from balance.tasks import sweep; sweep()"], self.environment)


@contextmanager
def demonstration_site() -> Iterator[DemonstrationSite]:
    """Yield a site with a database server of its own, all in a temporary folder.

    Raises:
        DemonstrationFailed: with the end of what went wrong.
    """
    with tempfile.TemporaryDirectory(prefix="balance-demonstration-") as name:
        folder = Path(name)
        folder.chmod(0o755)  # The database server's user must get in.
        log = folder / "postgres.log"
        postgres = EmbeddedPostgres(folder / "postgres", log=log, durable=False)
        try:
            environment = environment_of(folder, postgres.start().url)
            prepare(environment, folder / "password")
            with served(environment, folder) as site:
                yield site
        finally:
            postgres.stop()


def environment_of(folder: Path, database_url: str) -> dict[str, str]:
    """Return the settings of a demonstration that keeps its files in the folder."""
    inherited = {name: value for name, value in os.environ.items() if name not in _NOT_INHERITED}
    return inherited | {
        "DJANGO_SETTINGS_MODULE": "config.settings",
        "DATABASE_URL": database_url,
        "SECRET_KEY": secrets.token_urlsafe(50),
        "DEBUG": "0",
        "HTTPS": "0",
        "ALLOWED_HOSTS": f"localhost,{LOCAL}",
        "API_RATE": "off",
        "REPORT_RATE": "off",
        "STATIC_ROOT": str(folder / "static"),
        "MEDIA_ROOT": str(folder / "media"),
        "PORT": str(_free_port()),
    }


def prepare(environment: Mapping[str, str], password_file: Path) -> None:
    """Migrate, load the demonstration, make the administrator, collect the static files.

    Raises:
        DemonstrationFailed: with the last that was said.
    """
    command = ["prepare", "--demo", "--static"]
    command += ["--administrator", ADMINISTRATOR, "--password-file", str(password_file)]
    _manage(command, environment)


def _manage(command: list[str], environment: Mapping[str, str]) -> None:
    done = subprocess.run(
        [sys.executable, "manage.py", *command],
        cwd=PROJECT,
        env=dict(environment),
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        said = f"{done.stdout}{done.stderr}".splitlines()
        raise DemonstrationFailed("\n".join(said[-10:]))


@contextmanager
def served(environment: Mapping[str, str], folder: Path) -> Iterator[DemonstrationSite]:
    """Yield the prepared site, with a web server; the administrator's password is in the folder.

    Raises:
        DemonstrationFailed: if the web server does not answer.
    """
    command = [sys.executable, "-m", "config.launch", "web"]
    log = folder / f"web-{environment['PORT']}.log"
    web = Child.start("web", command, log=log, env=environment, cwd=PROJECT)
    try:
        port = int(environment["PORT"])
        _await_answer(web, port)
        password = (folder / "password").read_text().strip()
        yield DemonstrationSite(f"http://{LOCAL}:{port}", password, environment, web)
    finally:
        stop_all([web], patience=5, hurry=StopRequest())


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind((LOCAL, 0))
        return int(probe.getsockname()[1])


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

"""A database for one command: the running site's, else a server of its own while it lasts."""

import os
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from config.launch import environment
from config.launch.folder import Busy, DevFolder, Running
from config.launch.postgres import EmbeddedPostgres, ServerFailed

# They touch no table; the settings want an address all the same.
_WITHOUT_DATABASE = {
    "check",
    "collectstatic",
    "compilemessages",
    "diffsettings",
    "findstatic",
    "help",
    "makemessages",
    "startapp",
    "version",
}
_PATIENCE = 60  # seconds, for the owner of the folder to have its server up


@contextmanager
def database_for(arguments: Sequence[str]) -> Iterator[None]:
    """Set DATABASE_URL, and everything else that is missing, while `manage.py` runs."""
    folder = DevFolder.of_project()
    environment.complete(folder)
    if os.environ.get("DATABASE_URL"):
        yield
    elif not _needs_database(arguments):
        os.environ["DATABASE_URL"] = "postgresql:///balance"
        yield
    else:
        with server(folder, what=" ".join(["manage.py", *arguments[:1]])) as url:
            os.environ["DATABASE_URL"] = url
            yield


def _needs_database(arguments: Sequence[str]) -> bool:
    if not arguments or {"-h", "--help", "--version"} & set(arguments):
        return False
    return arguments[0] not in _WITHOUT_DATABASE or "--database" in arguments


@contextmanager
def server(folder: DevFolder, *, what: str) -> Iterator[str]:
    """Yield the address of the folder's server, started here if nobody else has.

    Raises:
        Busy: if another launcher owns the folder and does not get its server up.
    """
    deadline = time.monotonic() + _PATIENCE
    while not _owned(folder, what):
        with folder.guest():
            owner = folder.owner()
            if owner and owner.database_url:
                yield owner.database_url
                return
        if time.monotonic() > deadline:
            folder.lock(Running(what, os.getpid()))  # Says who is in the way.
        time.sleep(0.2)
    try:
        with _own_server(folder, what) as url:
            yield url
    finally:
        folder.unlock()


def _owned(folder: DevFolder, what: str) -> bool:
    try:
        folder.lock(Running(what, os.getpid()))
    except Busy:
        return False
    return True


@contextmanager
def _own_server(folder: DevFolder, what: str) -> Iterator[str]:
    postgres = EmbeddedPostgres(folder.path / "postgres", log=folder.logs / "postgres.log")
    postgres.start()
    folder.announce(Running(what, os.getpid(), database_url=postgres.url))
    try:
        yield postgres.url
        with folder.without_guests():
            folder.announce(Running(what, os.getpid()))
            postgres.stop()
    finally:
        postgres.stop()


__all__ = ["Busy", "ServerFailed", "database_for", "server"]

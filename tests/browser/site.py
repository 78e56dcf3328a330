"""The demonstration site for browser tests: made once a run, served once a worker."""

import fcntl
import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psycopg
from psycopg import sql

from config.launch.demonstration import DemonstrationSite, environment_of, prepare, served


@contextmanager
def shared_site(folder: Path) -> Iterator[DemonstrationSite]:
    """Yield a site with a database of its own, copied from the one that the folder's users share.

    The copy takes a moment where making it takes half a minute.
    """
    server = os.environ["DATABASE_URL"]
    base, _, _ = server.rpartition("/")
    run = os.environ.get("PYTEST_XDIST_TESTRUNUID", secrets.token_hex(8))[:16]
    original, copy = f"demonstration_{run}", f"demonstration_{secrets.token_hex(8)}"
    with psycopg.connect(server, autocommit=True) as connection:
        is_ours = False
        try:
            with _alone(folder):
                if is_ours := not _exists(connection, original):
                    _do(connection, "CREATE DATABASE {}", original)
                    prepare(environment_of(folder, f"{base}/{original}"), folder / "password")
                _do(connection, "CREATE DATABASE {} TEMPLATE {}", copy, original)
            with served(environment_of(folder, f"{base}/{copy}"), folder) as site:
                yield site
        finally:
            _do(connection, "DROP DATABASE IF EXISTS {} WITH (FORCE)", copy)
            if is_ours:  # Whoever comes later makes another.
                with _alone(folder):
                    _do(connection, "DROP DATABASE IF EXISTS {} WITH (FORCE)", original)


@contextmanager
def _alone(folder: Path) -> Iterator[None]:
    with (folder / "lock").open("a") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def _exists(connection: psycopg.Connection, database: str) -> bool:
    found = connection.execute("SELECT FROM pg_database WHERE datname = %s", [database])
    return found.fetchone() is not None


def _do(connection: psycopg.Connection, statement: str, *databases: str) -> None:
    names = map(sql.Identifier, databases)
    connection.execute(sql.SQL(statement).format(*names))

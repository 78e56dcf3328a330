"""DATABASE_URL as Django's connection settings."""

from typing import Any

import psycopg
from django.core.exceptions import ImproperlyConfigured
from psycopg.conninfo import conninfo_to_dict

from config.env import SEE

# libpq's names, as Django calls them; what is not here stays an option of the driver.
_DJANGO_NAMES = {
    "dbname": "NAME",
    "user": "USER",
    "password": "PASSWORD",
    "host": "HOST",
    "port": "PORT",
}


def parse(url: str) -> dict[str, str]:
    """Return libpq's own reading of the address: it unquotes %2F and keeps ?host=.

    Raises:
        ImproperlyConfigured: if libpq cannot read it. The address may hold a password, so the
            message does not repeat it.
    """
    try:
        found = conninfo_to_dict(url)
    except psycopg.ProgrammingError:
        found = {}
    if not found.get("dbname"):
        raise ImproperlyConfigured(
            f"DATABASE_URL is not postgresql://user:password@host:port/name; {SEE}."
        )
    return {name: str(value) for name, value in found.items()}


def connection(
    url: str, *, pool_size: int, pool_wait: int, statement_timeout: int, lock_timeout: int
) -> dict[str, Any]:
    """Return an entry of DATABASES; seconds for the pool, milliseconds for the server's limits.

    A pool of 0 keeps one connection a thread instead; a limit of 0 is none.
    """
    parts = parse(url)
    server = f"-c TimeZone=UTC -c statement_timeout={statement_timeout} "
    # History's triggers read this setting at every row; unset, each look costs a caught error.
    server += f"-c lock_timeout={lock_timeout} -c pgtrigger.ignore={{}}"
    options: dict[str, Any] = {
        name: value for name, value in parts.items() if name not in _DJANGO_NAMES
    }
    options["options"] = f"{parts.get('options', '')} {server}".strip()
    if pool_size:
        # No more is opened than asked for; a request that waits longer is answered with 503.
        options["pool"] = {"min_size": 1, "max_size": pool_size, "timeout": pool_wait}
    return {
        "ENGINE": "django.db.backends.postgresql",
        **{django: parts.get(libpq, "") for libpq, django in _DJANGO_NAMES.items()},
        "CONN_MAX_AGE": 0 if pool_size else 60,
        "CONN_HEALTH_CHECKS": True,
        "OPTIONS": options,
    }

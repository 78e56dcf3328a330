"""The broker: Valkey or Redis by BROKER_URL, else message tables in the same PostgreSQL."""

import hashlib
from typing import Any

from django.db.backends.base.base import BaseDatabaseWrapper
from pgmq.install import get_embedded_install_sql
from psycopg import sql

# A message that a killed worker held is seen again after this many seconds.
VISIBILITY_TIMEOUT = 3600
IN_DATABASE = "pgmq://"


def _quoted(value: str) -> str:
    escaped = value.replace("\\", "\\\\").replace("'", "\\'")
    return f"'{escaped}'"


def conn_string(parts: dict[str, str]) -> str:
    """Return the database's address in the one form that pgmq does not lose half of.

    pgmq reads five keywords, forgets the rest and writes them into another address without
    quotes. So each value is quoted twice, and the rest (sslmode, say) rides behind the last.
    """
    known = ("host", "port", "dbname", "user", "password")
    rest = [f"{name}={_quoted(value)}" for name, value in parts.items() if name not in known]
    values = {name: _quoted(parts[name]) for name in known if name in parts}
    values["dbname"] = " ".join([values["dbname"], *rest])
    return " ".join(f"{name}={_quoted(value)}" for name, value in values.items())


def transport_options(broker_url: str, database: dict[str, str]) -> dict[str, Any]:
    """Return what Celery needs to know about the broker beside its address."""
    if broker_url != IN_DATABASE:
        return {
            "visibility_timeout": VISIBILITY_TIMEOUT,
            "socket_connect_timeout": 2,
            "socket_timeout": 10,
        }
    return {
        "conn_string": conn_string(database),
        "visibility_timeout": VISIBILITY_TIMEOUT,
        "polling_interval": 0.1,
        # Polling from here, not inside the server: a connection that sleeps in the server
        # for seconds cannot be told to stop.
        "wait_time_seconds": 0,
        "init_extension": False,  # Its tables are installed by install_sql(), as plain SQL.
        "pool_size": 4,
        "pool_timeout": 5,
    }


def install_sql(connection: BaseDatabaseWrapper) -> bool:
    """Create or renew the message tables, and return whether anything was to do.

    They are no migration: only a database that is its own broker needs them, and their version
    is the installed package's. The schema's comment remembers which text was run last.
    """
    script = get_embedded_install_sql()
    mark = hashlib.sha256(script.encode()).hexdigest()
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_lock(hashtext('balance broker'))")
        try:
            cursor.execute("SELECT obj_description(to_regnamespace('pgmq')::oid, 'pg_namespace')")
            if cursor.fetchone() == (mark,):
                return False
            cursor.execute(script)
            comment = sql.SQL("COMMENT ON SCHEMA pgmq IS {}").format(sql.Literal(mark))
            cursor.execute(comment)
        finally:
            cursor.execute("SELECT pg_advisory_unlock(hashtext('balance broker'))")
    return True

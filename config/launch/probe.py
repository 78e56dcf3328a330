"""Is a service well? For health checks: quick, and without loading the site."""

import http.client
import os

import psycopg

# The sweep runs every minute: beat sends it, a worker runs it, and its row says when.
SILENCE_ALLOWED = 300  # seconds


class Unwell(Exception):
    """The service does not do its work; the message says how that shows."""


def web() -> None:
    """Check that the web server answers, under a name that it serves."""
    host = (os.environ.get("ALLOWED_HOSTS") or "localhost").split(",")[0].strip().lstrip(".")
    port = int(os.environ.get("PORT") or "8000")
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=5)
    try:
        connection.request("GET", "/livez", headers={"Host": host})
        status = connection.getresponse().status
    except OSError as error:
        raise Unwell(f"no answer on port {port}: {error}") from error
    finally:
        connection.close()
    if status != http.HTTPStatus.OK:
        raise Unwell(f"/livez answers {status}")


def work() -> None:
    """Check that beat and a worker did their round in the last minutes."""
    asked = "SELECT extract(epoch FROM now() - beaten_at) FROM balance_heartbeat WHERE name = %s"
    try:
        with psycopg.connect(os.environ["DATABASE_URL"], connect_timeout=5) as connection:
            row = connection.execute(asked, ["sweep"]).fetchone()
    except psycopg.Error as error:
        raise Unwell(f"the database does not say: {error}") from error
    if row is None:
        raise Unwell("no sweep was ever run")
    if row[0] > SILENCE_ALLOWED:
        raise Unwell(f"the last sweep was {row[0]:.0f} seconds ago")


CHECKS = {"web": web, "worker": work, "beat": work}

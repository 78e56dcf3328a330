"""The demonstration data in the database of a test."""

from django.core.management import call_command
from django.db import connection


def load_demonstration() -> None:
    """Load it as an empty database does: with events from 1.

    Their ids are part of the data version, and with it of the seed of shuffles and draws. The
    restart goes back with the test's transaction.
    """
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_get_serial_sequence('balance_event', 'id')")
        cursor.execute(f"ALTER SEQUENCE {cursor.fetchone()[0]} RESTART WITH 1")
    call_command("load_demo", verbosity=0)

import pytest
from django.core.exceptions import ImproperlyConfigured
from psycopg.conninfo import conninfo_to_dict

from config import broker, database

LIMITS = {"pool_wait": 5, "statement_timeout": 100, "lock_timeout": 50}


@pytest.mark.parametrize(
    "url",
    [
        pytest.param("postgresql://u@%2Ftmp%2Fa%20b/name", id="a socket, quoted"),
        pytest.param("postgresql://u@/name?host=/tmp/a%20b", id="a socket, as an option"),
    ],
)
def test_sockets_are_read_as_libpq_reads_them(url):
    found = database.connection(url, pool_size=0, **LIMITS)

    assert (found["HOST"], found["NAME"], found["USER"]) == ("/tmp/a b", "name", "u")


def test_passwords_are_unquoted_and_further_options_kept():
    found = database.connection(
        "postgresql://u:p%40%2F%3A@db:5433/name?sslmode=require", pool_size=0, **LIMITS
    )

    assert (found["PASSWORD"], found["PORT"]) == ("p@/:", "5433")
    assert found["OPTIONS"]["sslmode"] == "require"


def test_limits_and_time_zone_are_set_at_connecting_beside_options_of_the_address():
    found = database.connection(
        "postgresql:///name?options=-c%20work_mem%3D8MB", pool_size=0, **LIMITS
    )

    assert found["OPTIONS"]["options"] == (
        "-c work_mem=8MB -c TimeZone=UTC -c statement_timeout=100 -c lock_timeout=50"
        " -c pgtrigger.ignore={}"
    )


def test_a_pool_leaves_no_connection_to_the_threads():
    pooled = database.connection("postgresql:///name", pool_size=7, **LIMITS)

    assert pooled["CONN_MAX_AGE"] == 0
    assert pooled["OPTIONS"]["pool"] == {"min_size": 1, "max_size": 7, "timeout": 5}


@pytest.mark.parametrize("url", ["nonsense", "mysql://u:secret@h/n", "postgresql://u:secret@h"])
def test_what_is_no_address_is_refused_without_repeating_it(url):
    with pytest.raises(ImproperlyConfigured, match="DATABASE_URL") as caught:
        database.parse(url)

    assert "secret" not in str(caught.value)


@pytest.mark.parametrize("password", ["plain", "two words", "quote's", "back\\slash", "a=b @/:"])
def test_the_address_survives_what_pgmq_does_to_it(password):
    from pgmq.base import PGMQConfig

    parts = {"host": "/tmp/a b", "dbname": "n", "user": "u", "password": password}
    parts["sslmode"] = "require"

    dsn = PGMQConfig(conn_string=broker.conn_string(parts)).dsn

    assert conninfo_to_dict(dsn) == parts | {"port": "5432"}

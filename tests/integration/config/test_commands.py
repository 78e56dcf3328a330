"""`manage.py` finds a database: the running one, or one of its own."""

import os
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[3]
# What a checkout decides for itself; the tests' own values would decide it here.
DECIDED = ("DATABASE_URL", "SECRET_KEY", "ALLOWED_HOSTS", "STATIC_ROOT", "MEDIA_ROOT")


@pytest.fixture
def environment():
    """Yield the environment of a fresh checkout, with a data folder of its own."""
    with tempfile.TemporaryDirectory(prefix="balance-test-") as folder:
        Path(folder).chmod(0o755)
        names = {name: value for name, value in os.environ.items() if name not in DECIDED}
        yield names | {"DEV_DIR": f"{folder}/dev"}


def start(environment, code: str, **more: str) -> subprocess.Popen:
    return subprocess.Popen(
        [sys.executable, "manage.py", "shell", "-v", "0", "-c", code],
        cwd=ROOT,
        env=environment | more,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


WRITE = """
from django.db import connection
from time import sleep
cursor = connection.cursor()
cursor.execute("CREATE TABLE kept AS SELECT 7 AS number")
print("written", flush=True)
sleep(3)
"""
READ = """
from django.db import connection
cursor = connection.cursor()
cursor.execute("SELECT number, pg_backend_pid() FROM kept")
print(cursor.fetchone()[0], flush=True)
"""


def test_two_commands_share_a_server_and_the_data_stays(environment):
    first = start(environment, WRITE)
    assert first.stdout.readline() == "written\n"

    beside = start(environment, READ).communicate(timeout=60)
    first.communicate(timeout=60)
    after = start(environment, READ).communicate(timeout=60)

    assert (beside[0], after[0]) == ("7\n", "7\n"), beside[1] + after[1]
    assert not servers_on(environment["DEV_DIR"])


def test_a_command_that_is_killed_takes_its_server_along(environment):
    command = start(environment, WRITE)
    assert command.stdout.readline() == "written\n"
    command.send_signal(signal.SIGKILL)
    command.communicate()

    deadline = time.monotonic() + 20
    while servers_on(environment["DEV_DIR"]) and time.monotonic() < deadline:
        time.sleep(0.1)

    assert not servers_on(environment["DEV_DIR"])


def test_a_command_without_tables_starts_nothing(environment):
    done = subprocess.run(
        [sys.executable, "manage.py", "check"], cwd=ROOT, env=environment, check=False
    )

    assert done.returncode == 0
    assert not (Path(environment["DEV_DIR"]) / "postgres").exists()


def servers_on(folder: str) -> list[str]:
    """Return the command lines of servers whose data is in the folder."""
    found = []
    for path in Path("/proc").glob("[0-9]*/cmdline"):
        try:
            line = path.read_bytes().replace(b"\0", b" ").decode(errors="replace")
        except OSError:
            continue
        if "postgres" in line and folder in line and "manage.py" not in line:
            found.append(line)
    return found

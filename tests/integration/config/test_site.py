"""`make run`, from its first line to an empty process table."""

import os
import re
import signal
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[3]
DECIDED = (
    *("DATABASE_URL", "SECRET_KEY", "ALLOWED_HOSTS", "STATIC_ROOT", "MEDIA_ROOT", "BROKER_URL"),
    *("STATIC_BACKEND", "MAKELEVEL", "MAKEFLAGS", "MFLAGS", "PYTEST_XDIST_WORKER"),
)

pytestmark = [pytest.mark.slow, pytest.mark.skipif(sys.platform != "linux", reason="reads /proc")]


@pytest.fixture(scope="module")
def environment():
    """Yield the environment of a fresh checkout: a data folder and a port of its own."""
    with tempfile.TemporaryDirectory(prefix="balance-test-") as folder:
        Path(folder).chmod(0o755)
        names = {name: value for name, value in os.environ.items() if name not in DECIDED}
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            port = probe.getsockname()[1]
        yield names | {"DEV_DIR": f"{folder}/dev", "PORT": str(port), "LAUNCH_MARK": folder}


@pytest.fixture
def site(environment):
    """Start the launcher, and see afterwards that it left nothing."""
    launched = []

    def start() -> "subprocess.Popen[str]":
        process = subprocess.Popen(
            [sys.executable, "-m", "config.launch", "run"],
            cwd=ROOT,
            env=environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_IGN),  # As sh does for `&`.
        )
        launched.append(process)
        return process

    yield start
    for process in launched:
        process.kill()
        process.wait()
        process.stdout.close()
    assert everything_gone(environment)


def read_until(process: "subprocess.Popen[str]", mark: str) -> str:
    said = ""
    for line in process.stdout:
        said += line
        if mark in line:
            return said
    raise AssertionError(f"never said {mark!r}:\n{said}")


def members(environment) -> dict[int, str]:
    """Return the processes of this site: the environment is inherited by all."""
    mark = f"LAUNCH_MARK={environment['LAUNCH_MARK']}".encode()
    folder = environment["DEV_DIR"].encode()
    found = {}
    for path in Path("/proc").glob("[0-9]*"):
        try:
            line = (path / "cmdline").read_bytes()
            # The server has an environment of its own, and names its folder.
            if mark in (path / "environ").read_bytes() or folder in line:
                found[int(path.name)] = line.replace(b"\0", b" ").decode(errors="replace")
        except OSError:
            continue
    return found


def everything_gone(environment) -> bool:
    deadline = time.monotonic() + 30
    while left := members(environment):
        if time.monotonic() > deadline:
            raise AssertionError(f"still there: {left}")
        time.sleep(0.1)
    return True


def get(environment, path: str) -> str:
    with urllib.request.urlopen(f"http://127.0.0.1:{environment['PORT']}{path}") as response:
        return response.read().decode()


def pid_of(environment, word: str) -> int:
    return next(pid for pid, line in sorted(members(environment).items()) if word in line)


def test_first_and_second_run(site, environment):
    first = site()
    said = read_until(first, "was made just now")
    address = f"http://127.0.0.1:{environment['PORT']}/"
    password = (Path(environment["DEV_DIR"]) / "admin-password").read_text().strip()

    assert address in said
    assert f"as admin with {password}" in said
    assert get(environment, "/livez") == "alive\n"
    assert get(environment, "/readyz") == "ready\n"

    beside = site()
    out, _ = beside.communicate(timeout=30)
    assert beside.returncode == 1
    assert re.search(rf"already running at {address} \(process {first.pid}\)", out)

    first.send_signal(signal.SIGINT)
    first.communicate(timeout=30)
    assert first.returncode == 0
    assert everything_gone(environment)

    again = site()
    said = read_until(again, "Editing")
    assert "the password is in" in said
    assert password not in said
    again.send_signal(signal.SIGTERM)
    again.communicate(timeout=30)
    assert everything_gone(environment)


def test_a_killed_launcher_takes_everything_along(site, environment):
    process = site()
    read_until(process, "Editing")

    process.kill()
    process.communicate()

    assert everything_gone(environment)


def test_a_service_that_dies_is_named_and_stops_the_site(site, environment):
    process = site()
    read_until(process, "Editing")

    os.kill(pid_of(environment, "celery -A config.celery beat"), signal.SIGKILL)
    out, _ = process.communicate(timeout=30)

    assert process.returncode == 1
    assert "beat has ended (SIGKILL)" in out
    assert everything_gone(environment)


def test_a_port_in_use_is_said_before_anything_starts(site, environment):
    with socket.socket() as taken:
        taken.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        taken.bind(("127.0.0.1", int(environment["PORT"])))
        taken.listen()
        process = site()
        out, _ = process.communicate(timeout=30)

    assert process.returncode == 1
    assert f"Port {environment['PORT']} cannot be used" in out
    assert "PostgreSQL" not in out

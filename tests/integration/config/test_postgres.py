"""The embedded server, on its own: starting, private, surviving, leaving nothing behind."""

import os
import signal
import stat
import subprocess
import sys
import time
from pathlib import Path

import psycopg
import pytest

from config.launch.folder import Busy, DevFolder, Running
from config.launch.postgres import EmbeddedPostgres, ServerFailed

ROOT = Path(__file__).resolve().parents[3]


@pytest.fixture
def folder(tmp_path_factory):
    """Return a folder that the server's user can enter, which pytest's own is not for root."""
    import shutil
    import tempfile

    path = Path(tempfile.mkdtemp(prefix="balance-test-"))
    path.chmod(0o755)
    yield path
    shutil.rmtree(path)


def server(folder: Path) -> EmbeddedPostgres:
    return EmbeddedPostgres(folder / "postgres", log=folder / "postgres.log", durable=False)


def answer(url: str) -> int:
    with psycopg.connect(url) as connection:
        return connection.execute("SELECT 42").fetchone()[0]


def test_it_starts_answers_and_stops_and_starts_again(folder):
    postgres = server(folder).start()
    with psycopg.connect(postgres.url) as connection:
        connection.execute("CREATE TABLE kept AS SELECT 7 AS number")
    postgres.stop()

    assert postgres.process.poll() is not None
    with pytest.raises(psycopg.OperationalError):
        answer(postgres.url)

    again = server(folder).start()
    with psycopg.connect(again.url) as connection:
        assert connection.execute("SELECT number FROM kept").fetchone() == (7,)
    again.stop()


def test_only_its_user_can_reach_it(folder):
    postgres = server(folder).start()

    private = stat.S_IMODE((folder / "postgres").stat().st_mode)
    listening = subprocess.run(
        ["grep", "-c", f"/{postgres.process.pid}/", "/proc/net/tcp"], capture_output=True
    )
    postgres.stop()

    assert private == 0o700
    assert listening.returncode != 0


def test_a_path_too_long_for_a_socket_is_no_obstacle(folder):
    deep = folder / ("d" * 60) / ("e" * 60)
    deep.mkdir(parents=True)

    postgres = server(deep).start()
    socket = Path(postgres._socket)

    assert answer(postgres.url) == 42
    postgres.stop()
    assert not socket.exists()


def test_a_set_up_that_was_killed_halfway_is_begun_anew(folder):
    (folder / "postgres" / "data.new").mkdir(parents=True)
    (folder / "postgres" / "data.new" / "PG_VERSION").write_text("18")

    postgres = server(folder).start()

    assert answer(postgres.url) == 42
    postgres.stop()


def test_data_of_another_version_is_left_alone_with_a_sentence(folder):
    server(folder).start().stop()
    mark = folder / "postgres" / "data" / "PG_VERSION"
    mark.write_text("9\n")

    with pytest.raises(ServerFailed, match="was made by PostgreSQL 9"):
        server(folder).start()

    assert mark.read_text() == "9\n"


def test_binaries_that_do_not_run_are_named(folder, monkeypatch):
    monkeypatch.setenv("PG_BIN", str(folder / "nowhere"))

    with pytest.raises(ServerFailed, match="nowhere"):
        server(folder).start()


@pytest.mark.skipif(sys.platform != "linux", reason="asks Linux to tell of a parent's death")
def test_it_ends_when_its_parent_is_killed_and_the_data_can_be_used_at_once(folder):
    program = f"""
import time
from pathlib import Path
from config.launch.postgres import EmbeddedPostgres
postgres = EmbeddedPostgres(Path({str(folder)!r}) / "postgres", log=Path({str(folder)!r}) / "log")
print(postgres.start().process.pid, flush=True)
time.sleep(600)
"""
    parent = subprocess.Popen([sys.executable, "-c", program], cwd=ROOT, stdout=subprocess.PIPE)
    pid = int(parent.stdout.readline())
    parent.kill()
    parent.communicate()

    again = server(folder).start()

    assert answer(again.url) == 42
    assert again.process.pid != pid
    again.stop()
    assert wait_until_gone(pid)


def wait_until_gone(pid: int) -> bool:
    deadline = time.monotonic() + 20
    while time.monotonic() < deadline:
        try:
            os.kill(pid, 0)
            if Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] == "Z":
                return True  # Dead; only nobody has asked for its status.
        except (ProcessLookupError, FileNotFoundError):
            return True
        time.sleep(0.1)
    return False


def test_a_second_owner_is_refused_with_the_address_of_the_first(tmp_path):
    first = DevFolder(tmp_path / "dev")
    first.lock(Running("make run", os.getpid(), "postgresql://x", "http://127.0.0.1:8000/"))

    with pytest.raises(Busy, match=rf"http://127\.0\.0\.1:8000/ \(process {os.getpid()}\)"):
        DevFolder(tmp_path / "dev").lock(Running("make run", 1))

    first.unlock()
    second = DevFolder(tmp_path / "dev")
    second.lock(Running("make run", 1))
    second.unlock()


def test_what_a_killed_owner_left_is_no_owner(tmp_path):
    folder = DevFolder(tmp_path)
    program = f"""
import os, signal
from pathlib import Path
from config.launch.folder import DevFolder, Running
DevFolder(Path({str(tmp_path)!r})).lock(Running("make run", os.getpid(), "postgresql://x"))
os.kill(os.getpid(), signal.SIGKILL)
"""
    done = subprocess.run([sys.executable, "-c", program], cwd=ROOT, check=False)

    assert done.returncode == -signal.SIGKILL
    assert (tmp_path / "running.json").exists()
    assert folder.owner() is None


def test_the_secret_key_is_made_once_and_private(tmp_path):
    key = DevFolder(tmp_path).secret_key()

    assert len(key) >= 50
    assert DevFolder(tmp_path).secret_key() == key
    assert stat.S_IMODE((tmp_path / "secret-key").stat().st_mode) == 0o600

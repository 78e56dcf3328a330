"""The folder .dev/: what the embedded site keeps, and who is using it."""

import fcntl
import json
import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import IO

PROJECT = Path(__file__).resolve().parent.parent.parent


class Busy(Exception):
    """Another launcher owns the folder."""


@dataclass(frozen=True)
class Running:
    """What the owner of the folder says about itself."""

    what: str
    pid: int
    database_url: str = ""
    address: str = ""


class DevFolder:
    """One owner at a time (a lock), any number of guests that use the owner's server."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._lock: IO[str] | None = None

    @classmethod
    def of_project(cls) -> "DevFolder":
        """Return .dev/ in the checkout, or the folder that DEV_DIR names."""
        return cls(Path(os.environ.get("DEV_DIR") or PROJECT / ".dev").resolve())

    @property
    def logs(self) -> Path:
        return self.path / "logs"

    @property
    def admin_password(self) -> Path:
        return self.path / "admin-password"

    def make(self) -> None:
        self.path.mkdir(mode=0o755, parents=True, exist_ok=True)
        self.logs.mkdir(exist_ok=True)

    def lock(self, running: Running) -> None:
        """Own the folder until unlock() or the end of the process.

        Raises:
            Busy: if another process does; the message says which, and its address.
        """
        self.make()
        # Appending: opening must not empty the file of the process that owns it.
        lock = (self.path / "lock").open("a+")
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            lock.close()
            raise Busy(self._say_who()) from None
        self._lock = lock
        self.announce(running)

    def announce(self, running: Running) -> None:
        """Tell guests what is running; the owner calls it again when it knows more."""
        draft = self.path / "running.json.new"
        draft.touch(mode=0o600)
        draft.write_text(json.dumps(asdict(running)))
        draft.replace(self.path / "running.json")

    def unlock(self) -> None:
        if self._lock:
            (self.path / "running.json").unlink(missing_ok=True)
            self._lock.close()
            self._lock = None

    def owner(self) -> Running | None:
        """Return who owns the folder now, or None. What a killed owner left does not count."""
        try:
            with (self.path / "lock").open() as lock:
                fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return self._read()
        except FileNotFoundError:
            return None
        return None

    def _read(self) -> Running:
        try:
            return Running(**json.loads((self.path / "running.json").read_text()))
        except (FileNotFoundError, ValueError, TypeError):
            return Running(what="another launcher", pid=0)

    def _say_who(self) -> str:
        other = self._read()
        where = f" at {other.address}" if other.address else ""
        return (
            f"{other.what} is already running{where} (process {other.pid}) on {self.path}. "
            "Use that one, or stop it first with Ctrl-C in its window."
        )

    @contextmanager
    def guest(self) -> Iterator[None]:
        """Use the owner's server; an owner that is only a command waits for us."""
        with (self.path / "guests").open("a+") as file:
            fcntl.flock(file, fcntl.LOCK_SH)
            yield

    @contextmanager
    def without_guests(self) -> Iterator[None]:
        """Wait until the last guest has gone, and let no other in."""
        with (self.path / "guests").open("a+") as file:
            fcntl.flock(file, fcntl.LOCK_EX)
            yield

    def secret_key(self) -> str:
        """Return the checkout's own random key, made the first time."""
        self.make()
        file = self.path / "secret-key"
        try:
            descriptor = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        except FileExistsError:
            return file.read_text()
        with os.fdopen(descriptor, "w") as output:
            output.write(key := secrets.token_urlsafe(50))
        return key

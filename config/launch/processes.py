"""Children that are stopped as whole groups, and never outlive their parent."""

import ctypes
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import FrameType

_PR_SET_PDEATHSIG = 1


class Stopped(Exception):
    """Somebody asked the launcher to stop."""


class ChildDied(Exception):
    """A process that should have kept running has ended."""


def die_with_parent(sig: signal.Signals) -> Callable[[], None] | None:
    """Return a preexec_fn: Linux then sends `sig` when the parent dies, even by kill -9.

    It must be called in the child after setuid, which clears the request; Popen does.
    """
    if sys.platform != "linux":
        return None
    prctl = ctypes.CDLL(None).prctl
    parent = os.getpid()

    def request() -> None:
        prctl(_PR_SET_PDEATHSIG, sig)
        if os.getppid() != parent:  # It died before the request was made.
            os.kill(os.getpid(), signal.SIGKILL)

    return request


def follow_make() -> None:
    """Stop when the `make` that started this process is killed, which tells nobody."""
    if "MAKELEVEL" in os.environ and sys.platform == "linux":
        ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGTERM)


class StopRequest:
    """Remembers a signal to stop; long waits ask it, so that no child is lost halfway."""

    def __init__(self) -> None:
        self.signal: int | None = None
        self.repeated = False

    def listen(self) -> None:
        """Listen to Ctrl-C and its kin. A shell's `&` ignores SIGINT, so handlers are set."""
        signal.signal(signal.SIGINT, self._note)
        signal.signal(signal.SIGTERM, self._note)
        if signal.getsignal(signal.SIGHUP) is not signal.SIG_IGN:  # nohup asks for that.
            signal.signal(signal.SIGHUP, self._note)

    def _note(self, number: int, frame: FrameType | None) -> None:
        self.repeated = self.signal is not None
        self.signal = number

    def check(self) -> None:
        """Raise Stopped if there was a signal."""
        if self.signal is not None:
            raise Stopped(signal.Signals(self.signal).name)


@dataclass
class Child:
    """A running process, in a session of its own."""

    name: str
    popen: subprocess.Popen[bytes]
    log: Path

    @classmethod
    def start(
        cls,
        name: str,
        command: Sequence[str],
        *,
        log: Path,
        env: Mapping[str, str],
        cwd: Path,
        at_parents_death: signal.Signals = signal.SIGTERM,
    ) -> "Child":
        """Start the command with its output going to the log, which begins anew."""
        log.unlink(missing_ok=True)  # A process of the last run may still write to the old one.
        with log.open("wb") as output:
            popen = subprocess.Popen(
                command,
                env=dict(env),
                cwd=cwd,
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=subprocess.STDOUT,
                start_new_session=True,
                preexec_fn=die_with_parent(at_parents_death),  # noqa: PLW1509  # No threads here.
            )
        return cls(name, popen, log)

    def check(self) -> None:
        """Raise ChildDied, with the end of its log, if it has ended."""
        if has_ended(self.popen):
            kill_group(self.popen.pid)
            status = self.popen.wait()
            how = f"with status {status}" if status >= 0 else signal.Signals(-status).name
            raise ChildDied(f"{self.name} has ended ({how}). The end of {self.log}:\n{self.tail()}")

    def tail(self, lines: int = 25) -> str:
        """Return the last lines of the log."""
        text = self.log.read_text(errors="replace") if self.log.exists() else ""
        return "\n".join(f"  {line}" for line in text.splitlines()[-lines:])


def stop_all(children: Sequence[Child], *, patience: float, hurry: StopRequest) -> None:
    """Ask every child to end, then end each one's whole group: a master's workers outlive it."""
    running = [child.popen for child in children if child.popen.returncode is None]
    for popen in running:
        os.kill(popen.pid, signal.SIGTERM)
    deadline = time.monotonic() + patience
    while not all(has_ended(popen) for popen in running):
        if time.monotonic() > deadline or hurry.repeated:
            break
        time.sleep(0.05)
    for popen in running:
        kill_group(popen.pid)
        popen.wait()


def has_ended(popen: subprocess.Popen[bytes]) -> bool:
    """Say whether the process has ended, without taking its status.

    Until somebody does, its number belongs to nobody else, and its group can be killed safely.
    """
    if popen.returncode is not None:
        return True
    return os.waitid(os.P_PID, popen.pid, os.WEXITED | os.WNOWAIT | os.WNOHANG) is not None


def kill_group(leader: int) -> None:
    """Kill what is left of a session's group; its leader's status must not be taken yet."""
    try:
        os.killpg(leader, signal.SIGKILL)
    except (ProcessLookupError, PermissionError):
        return

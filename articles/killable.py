"""Parsing that may run wild, in processes of its own with little time and little memory.

A process is used again, so that a hundred feeds do not cost a hundred starts of an interpreter.
"""

import atexit
import json
import os
import select
import signal
import subprocess
import sys
import threading
import time
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from django.utils.translation import gettext_lazy as _

from articles.parsing import Unreadable

ROOT = Path(__file__).resolve().parent.parent
MOST_AT_ONCE = 2
MOST_TASKS = 500  # Of one process: whatever a library leaks ends with it.
LONGEST_ANSWER = 32_000_000
CPU_SECONDS, MEMORY, WALL_SECONDS = 5, 512_000_000, 60

# What went wrong, in words that are kept with the feed or shown to an editor.
WORDS: dict[str, Any] = {
    "cpu": _("Reading it took too much computing time, and was stopped."),
    "time": _("Reading it took too long, and was stopped."),
    "memory": _("Reading it took too much memory, and was stopped."),
    "depth": _("It is nested too deeply to be read."),
    "size": _("It holds more than can be kept."),
    "crash": _("Reading it crashed the parser."),
    "entities": _("It declares entities, which a feed does not need and an attack does."),
    "no page": _("Nothing in it reads like a page."),
    "no text": _("There are no words in it."),
    "no feed": _("This is no feed: no RSS, Atom or RDF was found in it."),
}


class Stopped(RuntimeError):
    """The parser was killed or gave up; the message says why in words."""


@dataclass
class _Child:
    process: subprocess.Popen[bytes]
    tasks: int = 0


@dataclass
class _Pool:
    """Processes that wait for a task, and room for those that have one."""

    idle: list[_Child] = field(default_factory=list)
    room: threading.Semaphore = field(default_factory=lambda: threading.Semaphore(MOST_AT_ONCE))


_pool = _Pool()


def _forget() -> None:
    """Leave the processes to the parent: two readers of one pipe get half an answer each."""
    _pool.idle, _pool.room = [], threading.Semaphore(MOST_AT_ONCE)


os.register_at_fork(after_in_child=_forget)


def run(
    function: str,
    data: bytes,
    *,
    cpu: int = CPU_SECONDS,
    memory: int = MEMORY,
    wall: float = WALL_SECONDS,
    **arguments: Any,
) -> Any:
    """Call a function on bytes in a process that may be killed, and return its answer.

    Args:
        function: `module:name` of a pure function of bytes and keywords, whose answer is JSON.
        cpu: seconds of processor time; memory: bytes; wall: seconds by the clock.
        arguments: what else the function gets; JSON as well.

    Raises:
        Unreadable: the function found the bytes wrong; the message says so in words.
        Stopped: it took too long or too much, or it crashed.
    """
    task = {"function": function, "arguments": arguments, "cpu": cpu, "memory": memory}
    header = json.dumps({**task, "length": len(data)}).encode() + b"\n"
    with _pool.room:
        child = _pool.idle.pop() if _pool.idle else _start()
        answer = _ask(child, header + data, time.monotonic() + wall)
        _keep(child, answer)
    return _result(answer)


def stop_all() -> None:
    """End the processes that wait; the next task starts a new one."""
    while _pool.idle:
        _end(_pool.idle.pop())


atexit.register(stop_all)


def _start() -> _Child:
    """Start a process that is told nothing it need not know."""
    environment = {"PATH": os.defpath, "LANG": "C.UTF-8", "OPENBLAS_NUM_THREADS": "1"}
    return _Child(
        subprocess.Popen(
            [sys.executable, "-m", "articles.killable_child"],
            cwd=ROOT,
            env=environment,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )
    )


def _keep(child: _Child, answer: dict[str, Any]) -> None:
    child.tasks += 1
    if "stopped" in answer or child.tasks >= MOST_TASKS:
        _end(child)
    else:
        _pool.idle.append(child)


def _end(child: _Child) -> int:
    child.process.kill()
    for pipe in (child.process.stdin, child.process.stdout):
        if pipe:
            with suppress(BrokenPipeError):
                pipe.close()
    return child.process.wait()


def _ask(child: _Child, task: bytes, until: float) -> dict[str, Any]:
    """Return the process's answer, or why there is none."""
    assert child.process.stdin
    try:
        child.process.stdin.write(task)
        child.process.stdin.flush()
        answer = _read_answer(child, until)
    except TimeoutError:
        return {"stopped": "time"}
    except (BrokenPipeError, EOFError):
        return {"stopped": "cpu" if _end(child) == -signal.SIGXCPU else "crash"}
    return {"stopped": "size"} if answer is None else json.loads(answer)


def _read_answer(child: _Child, until: float) -> bytes | None:
    """Return the bytes of an answer; None for one that is too long."""
    answer = b""
    while b"\n" not in answer:
        answer += _read(child, until)
    length, _newline, rest = answer.partition(b"\n")
    if int(length) > LONGEST_ANSWER:
        return None
    parts, missing = [rest], int(length) - len(rest)
    while missing > 0:
        parts.append(_read(child, until))
        missing -= len(parts[-1])
    return b"".join(parts)


def _read(child: _Child, until: float) -> bytes:
    assert child.process.stdout
    number = child.process.stdout.fileno()
    ready, _writable, _broken = select.select([number], [], [], max(0, until - time.monotonic()))
    if not ready:
        raise TimeoutError
    if part := os.read(number, 1 << 16):
        return part
    raise EOFError


def _result(answer: dict[str, Any]) -> Any:
    if code := answer.get("unreadable"):
        raise Unreadable(str(WORDS.get(code, code)))
    if code := answer.get("stopped"):
        raise Stopped(str(WORDS[code]))
    if "failed" in answer:
        raise Stopped(f"{WORDS['crash']} {answer['failed']}")
    return answer["result"]

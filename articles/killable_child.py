"""The process that reads other people's bytes: it knows no secrets, and its end harms nobody.

Started by articles.killable. A task is a line of JSON and then the bytes; so is an answer.
"""

import importlib
import json
import os
import resource
import sys
from pathlib import Path
from typing import Any, BinaryIO

from articles.parsing import Unreadable


def serve(tasks: BinaryIO, answers: BinaryIO) -> None:
    """Do one task after another, until there are no more."""
    while header := tasks.readline():
        task = json.loads(header)
        data = tasks.read(task["length"])
        answer = json.dumps(_done(task, data)).encode()
        answers.write(b"%d\n" % len(answer) + answer)
        answers.flush()


def _done(task: dict[str, Any], data: bytes) -> dict[str, Any]:
    module, name = task["function"].split(":")
    function = getattr(importlib.import_module(module), name)
    _limit(cpu=task["cpu"], memory=task["memory"])
    try:
        return {"result": function(data, **task["arguments"])}
    except Unreadable as error:
        return {"unreadable": str(error)}
    except MemoryError:
        return {"stopped": "memory"}
    except RecursionError:
        return {"stopped": "depth"}
    except Exception as error:  # Whatever it is, the next task is not to blame.
        return {"failed": f"{type(error).__name__}: {error}"[:500]}


def _limit(*, cpu: int, memory: int) -> None:
    """Let the kernel end what takes more processor time or memory than this from now on."""
    used = resource.getrusage(resource.RUSAGE_SELF)
    seconds = int(used.ru_utime + used.ru_stime) + 1 + cpu
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, resource.RLIM_INFINITY))
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[0])
    room = pages * resource.getpagesize() + memory
    resource.setrlimit(resource.RLIMIT_AS, (room, resource.RLIM_INFINITY))


if __name__ == "__main__":
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # What a library prints is no answer.
    serve(sys.stdin.buffer, answers)

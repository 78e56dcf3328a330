"""Tasks that behave badly."""

import os
import time
from typing import Any


def number_of_process(data: bytes) -> int:
    return os.getpid()


def environment(data: bytes) -> list[str]:
    return list(os.environ)


def think(data: bytes) -> None:
    while True:
        pass


def sleep(data: bytes) -> None:
    time.sleep(30)


def grow(data: bytes) -> int:
    return len(bytes(500_000_000))


def nest(data: bytes) -> Any:
    return nest(data)


def die(data: bytes) -> None:
    os.abort()


def fail(data: bytes) -> None:
    raise KeyError("name")


def echo(data: bytes) -> str:
    return data.decode()


def speak(data: bytes) -> str:
    print("A library says something.", flush=True)
    return "said"

"""What every test gets: no network but loopback, quick passwords, tasks that run at once."""

import ipaddress
import os
import sys
from typing import Any

import hypothesis
import pytest
from django.utils import translation

pytest_plugins = ["tests.browser.fixtures"]

hypothesis.settings.register_profile(
    "suite",
    deadline=None,  # A busy machine is not a failure.
    database=None,  # Nothing is remembered between runs: what fails, fails for everybody.
    derandomize=bool(os.environ.get("CI")),
    suppress_health_check=[hypothesis.HealthCheck.too_slow],
)
hypothesis.settings.load_profile("suite")


class NetworkBlocked(RuntimeError):
    """A test tried to talk to another machine."""


def _is_here(host: str) -> bool:
    try:
        return ipaddress.ip_address(host.partition("%")[0]).is_loopback
    except ValueError:
        return host in ("", "localhost")


def _is_number(host: object) -> bool:
    try:
        ipaddress.ip_address(str(host).partition("%")[0])
    except ValueError:
        return False
    return True


def _stay_here(event: str, arguments: tuple[Any, ...]) -> None:
    """Refuse connections and look-ups beyond this machine, before a packet is sent.

    An audit hook, because it sees every way into Python's sockets and nothing can take it away.
    """
    if event in ("socket.connect", "socket.sendto", "socket.sendmsg"):
        address = arguments[1]
        host = address[0] if isinstance(address, tuple) else ""
    elif event in ("socket.getaddrinfo", "socket.gethostbyname") and not _is_number(arguments[0]):
        host = arguments[0] or ""
    else:
        return
    name = host.decode() if isinstance(host, bytes) else str(host)
    if not _is_here(name):
        raise NetworkBlocked(f"{event} to {name}: tests talk to this machine only")


sys.addaudithook(_stay_here)


def pytest_configure(config: pytest.Config) -> None:
    from django.conf import settings  # Loaded by now.

    from config.celery import app

    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    app.conf.task_always_eager = True
    app.conf.task_eager_propagates = True


@pytest.fixture(autouse=True)
def dialled(monkeypatch):
    """Open no socket of curl to another machine, whatever else is broken; tell what was asked.

    Its connections are made in C, where no audit hook of Python sees them.
    """
    from articles.fetching import dialling

    numbers: list[str] = []
    open_socket = dialling.dial

    def open_here(family: int, kind: int, protocol: int, number: str) -> Any:
        numbers.append(number)
        if not _is_here(number):
            raise OSError(f"{number}: tests talk to this machine only")
        return open_socket(family, kind, protocol, number)

    monkeypatch.setattr(dialling, "dial", open_here)
    return numbers


@pytest.fixture(autouse=True)
def english():
    """Begin in the site's own language: a request leaves its thread in that of its address."""
    translation.activate("en-gb")

"""Settings come from the environment, and a senseless value stops the process by name."""

import os
from collections.abc import Sequence
from urllib.parse import urlsplit

from django.core.exceptions import ImproperlyConfigured

SEE = ".env.example lists every variable"
_FLAGS = {"1": True, "true": True, "yes": True, "0": False, "false": False, "no": False}


def text(name: str, default: str | None = None) -> str:
    """Return the variable; without a default, it must be set and not empty."""
    value = os.environ.get(name, default)
    if value is None or (value == "" and default is None):
        raise ImproperlyConfigured(f"{name} is not set; {SEE}.")
    return value


def flag(name: str, *, default: bool) -> bool:
    """Return the variable as a truth value; anything but 1/true/yes/0/false/no is an error."""
    raw = os.environ.get(name) or str(default)
    if raw.lower() not in _FLAGS:
        raise ImproperlyConfigured(f"{name}={raw!r}, expected one of {', '.join(_FLAGS)}; {SEE}.")
    return _FLAGS[raw.lower()]


def number(
    name: str, default: int, *, minimum: int | None = None, maximum: int | None = None
) -> int:
    """Return the variable as a whole number within the bounds, which are included."""
    raw = os.environ.get(name) or str(default)
    try:
        value = int(raw)
    except ValueError:
        raise ImproperlyConfigured(f"{name}={raw!r}, expected a whole number; {SEE}.") from None
    if minimum is not None and value < minimum:
        raise ImproperlyConfigured(f"{name}={value}, expected at least {minimum}; {SEE}.")
    if maximum is not None and value > maximum:
        raise ImproperlyConfigured(f"{name}={value}, expected at most {maximum}; {SEE}.")
    return value


def choice(name: str, default: str, choices: Sequence[str]) -> str:
    """Return the variable, which must be one of the choices."""
    value = os.environ.get(name) or default
    if value not in choices:
        raise ImproperlyConfigured(
            f"{name}={value!r}, expected one of {', '.join(choices)}; {SEE}."
        )
    return value


def words(name: str, default: str = "") -> list[str]:
    """Return the variable's comma-separated words, without blanks around them."""
    return [word.strip() for word in os.environ.get(name, default).split(",") if word.strip()]


def servers(name: str) -> list[str]:
    """Return the variable's comma-separated servers, each as host:port."""
    found = words(name)
    for server in found:
        host, _, port = server.rpartition(":")
        if not host or "/" in server or not port.isdigit():
            raise ImproperlyConfigured(f"{name}={server!r}, expected host:port; {SEE}.")
    return found


def url(name: str, default: str, schemes: Sequence[str]) -> str:
    """Return the variable as an address of one of the schemes; empty stays empty."""
    value = text(name, default)
    if value and urlsplit(value).scheme not in schemes:
        # The value may hold a password, so it is not repeated here.
        expected = ", ".join(f"{scheme}://" for scheme in schemes)
        raise ImproperlyConfigured(f"{name} should start with one of {expected}; {SEE}.")
    return value


def rate(name: str, default: str) -> str | None:
    """Return the variable as a throttle rate such as 600/minute; `off` is None."""
    value = os.environ.get(name) or default
    if value == "off":
        return None
    count, _, period = value.partition("/")
    if not count.isdigit() or period not in ("second", "minute", "hour", "day"):
        raise ImproperlyConfigured(f"{name}={value!r}, expected off or, say, 600/minute; {SEE}.")
    return value

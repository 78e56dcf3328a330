"""Which addresses may be fetched, as they are written and as they are dialled."""

import ipaddress
import re
from collections.abc import Collection
from dataclasses import dataclass
from urllib.parse import quote, urlsplit, urlunsplit

from django.utils.translation import gettext as _

LONGEST_ADDRESS = 2_000
PORTS = {"http": 80, "https": 443}
# Of the sixth version only what is handed out to networks, without what leads into the fourth.
_GLOBAL_6 = ipaddress.IPv6Network("2000::/3")
_NOT_GLOBAL = [
    ipaddress.ip_network(network)
    for network in ("192.88.99.0/24", "2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20")
]
_LOOKS_LIKE_A_NUMBER = re.compile(r"(?:.*\.)?(?:0x[0-9a-f]*|[0-9]+)\.?$", re.IGNORECASE)
_NAME = re.compile(r"(?=.{1,253}\.?$)(?:[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9])?\.?)+$")


class Refused(Exception):
    """What was asked for is not fetched, or did not arrive; the message says why in words.

    `is_final` tells that another attempt would be refused as well.
    """

    def __init__(self, reason: str, *, is_final: bool = False) -> None:
        super().__init__(reason)
        self.reason = reason
        self.is_final = is_final


@dataclass(frozen=True)
class Address:
    """An address on the web, taken apart and put together again in one way only."""

    url: str
    scheme: str
    host: str
    port: int

    @property
    def origin(self) -> str:
        """What stands before the path: one server, as politeness and robots.txt see it."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        port = "" if self.port == PORTS[self.scheme] else f":{self.port}"
        return f"{self.scheme}://{host}{port}"


def read_address(url: str, *, allow: Collection[str] = ()) -> Address:
    """Return the address, if it is one that may be fetched as far as its writing tells.

    Raises:
        Refused: it is not on the web, leads to another port, or is written in a roundabout way.
    """
    if len(url) > LONGEST_ADDRESS:
        raise _never(_("The address is too long."))
    if not url.isprintable() or " " in url or "\\" in url:
        raise _never(_("The address holds a blank or a character that no address has."))
    try:
        parts = urlsplit(url)
        host, port = parts.hostname or "", parts.port
    except ValueError:
        raise _never(_("This is no address that can be understood.")) from None
    if parts.scheme not in PORTS:
        raise _never(_("Only addresses that begin with http:// or https:// are fetched."))
    if "@" in parts.netloc:
        raise _never(_("An address with a user name or a password in it is not fetched."))
    host = _host(host)
    port = PORTS[parts.scheme] if port is None else port
    if port not in PORTS.values() and not any(entry.endswith(f":{port}") for entry in allow):
        text = _("Port %(port)d is not fetched from: only 80 and 443 are.")
        raise _never(text % {"port": port})
    at = Address("", parts.scheme, host, port)
    path = quote(parts.path or "/", safe="/%:@!$&'()*+,;=~-._")
    query = quote(parts.query, safe="/?%:@!$&'()*+,;=~-._[]{}|")
    whole = urlunsplit((parts.scheme, at.origin.partition("://")[2], path, query, ""))
    return Address(whole, parts.scheme, host, port)


def may_be_dialled(ip: str, port: int, *, host: str, allow: Collection[str] = ()) -> bool:
    """Say whether a connection to this number may be opened for an address of the host.

    `allow` holds `host:port` of servers of one's own, as the operator wrote them.
    """
    shown = f"[{ip}]" if ":" in ip else ip
    if f"{shown}:{port}" in allow or f"{host}:{port}" in allow:
        return True
    return port in PORTS.values() and is_public(ip)


def is_public(ip: str) -> bool:
    """Say whether the number is of a network that anybody may reach."""
    try:
        number = ipaddress.ip_address(ip)
    except ValueError:
        return False
    if any(number in network for network in _NOT_GLOBAL if network.version == number.version):
        return False
    if isinstance(number, ipaddress.IPv6Address) and number not in _GLOBAL_6:
        return False
    return number.is_global and not number.is_multicast and not number.is_reserved


def _host(written: str) -> str:
    """Return the host in its plain form."""
    if ":" in written or not written:
        try:
            if "%" in written:  # A way out of this very machine.
                raise ValueError
            return str(ipaddress.IPv6Address(written))
        except ValueError:
            raise _never(_("The address names no server.")) from None
    if _LOOKS_LIKE_A_NUMBER.match(written):
        try:
            return str(ipaddress.IPv4Address(written))
        except ValueError:
            text = _("The server's number is written in a roundabout way, which hides where it is.")
            raise _never(text) from None
    try:
        host = written.lower() if written.isascii() else written.encode("idna").decode("ascii")
    except UnicodeError:
        raise _never(_("The server's name cannot be understood.")) from None
    if not _NAME.match(host):
        raise _never(_("The server's name cannot be understood."))
    return host.rstrip(".")


def _never(reason: str) -> Refused:
    return Refused(reason, is_final=True)

"""One question to one server, with a check of the number that is actually dialled."""

import socket
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from typing import Any

import certifi
import pycurl
from django.utils.translation import gettext as _

from articles.fetching.addresses import Address, Refused, may_be_dialled

# Names that are looked up here instead of in the network, as curl writes them: name:port:number.
KNOWN_NAMES: list[str] = []
LONGEST_HEADERS = 100_000


@dataclass
class Answer:
    """What the server said. Names of headers are in small letters."""

    status: int = 0
    headers: dict[str, str] = field(default_factory=dict)
    body: bytearray = field(default_factory=bytearray)


def dial(family: int, kind: int, protocol: int, number: str) -> socket.socket:
    """Return a socket for a number that was found good. Tests put a stricter one in its place."""
    return socket.socket(family, kind, protocol)


class _Call:
    """One transfer: what came so far, and why it was stopped."""

    def __init__(self, address: Address, *, cap: int, allow: Collection[str]) -> None:
        self.address, self.cap, self.allow = address, cap, allow
        self.answer = Answer()
        self.sockets: list[socket.socket] = []
        self.header_bytes = 0
        self.reason = ""
        self.is_final = False

    def open(self, _purpose: int, at: Any) -> Any:
        """Open a socket, or tell curl that there is none."""
        number, port = _number_and_port(at)
        if not may_be_dialled(number, port, host=self.address.host, allow=self.allow):
            self._stop(self._not_public(number), is_final=True)
            return pycurl.SOCKET_BAD
        try:
            opened = dial(at.family, at.socktype, at.protocol, number)
        except OSError as error:
            self._stop(str(error))
            return pycurl.SOCKET_BAD
        self.sockets.append(opened)  # curl works on a copy of its own.
        return opened

    def take_header(self, line: bytes) -> int | None:
        """Keep a header; a new status line begins anew."""
        self.header_bytes += len(line)
        if self.header_bytes > LONGEST_HEADERS:
            self._stop(_("The server sent more headers than anybody needs."))
            return 0
        text = line.decode("latin-1").replace("\0", "").strip()
        if text.startswith("HTTP/"):
            self.answer.headers.clear()
        elif ":" in text:
            name, _colon, value = text.partition(":")
            self.answer.headers[name.strip().lower()] = value.strip()
        return None

    def take_body(self, part: bytes) -> int | None:
        """Keep a part, which is unpacked already; stop when there is more than the cap."""
        if len(self.answer.body) + len(part) > self.cap:
            self._stop_at_the_cap()
            return 0
        self.answer.body += part
        return None

    def watch(self, _expected: int, arrived: int, _out: int, _sent: int) -> int:
        """Stop when what arrives, packed as it is, exceeds the cap."""
        if arrived > self.cap:
            self._stop_at_the_cap()
            return 1
        return 0

    def _not_public(self, number: str) -> str:
        if number == self.address.host:
            return _("%(number)s is not on the public network.") % {"number": number}
        text = _("%(host)s is at %(number)s, which is not on the public network.")
        return text % {"host": self.address.host, "number": number or "?"}

    def _stop_at_the_cap(self) -> None:
        text = _("It is longer than %(megabytes).1f MB, and was stopped.")
        self._stop(text % {"megabytes": self.cap / 1_000_000}, is_final=True)

    def _stop(self, reason: str, *, is_final: bool = False) -> None:
        self.reason, self.is_final = reason, is_final


def ask(
    address: Address,
    *,
    headers: Mapping[str, str],
    agent: str,
    seconds: float,
    cap: int,
    allow: Collection[str],
) -> Answer:
    """Ask the server once, without following where it points.

    Raises:
        Refused: the number may not be dialled, nothing arrived in time, or too much did.
    """
    if seconds <= 0:
        raise Refused(_too_late())
    call, curl = _Call(address, cap=cap, allow=allow), pycurl.Curl()
    try:
        _set_up(curl, call, headers, agent, seconds)
        curl.perform()
        call.answer.status = curl.getinfo(pycurl.RESPONSE_CODE)
    except pycurl.error as error:
        reason = call.reason or _in_words(error.args[0], curl.errstr(), address)
        raise Refused(reason, is_final=call.is_final) from None
    finally:
        curl.close()
        for opened in call.sockets:
            opened.close()
    return call.answer


def _set_up(curl: Any, call: _Call, headers: Mapping[str, str], agent: str, seconds: float) -> None:
    milliseconds = max(1, int(seconds * 1000))
    options = {
        pycurl.URL: call.address.url,
        pycurl.PROTOCOLS: pycurl.PROTO_HTTP | pycurl.PROTO_HTTPS,
        pycurl.FOLLOWLOCATION: 0,
        pycurl.PROXY: "",  # Not even that of the environment.
        pycurl.NOPROXY: "*",
        pycurl.NOSIGNAL: 1,  # Threads.
        pycurl.TIMEOUT_MS: milliseconds,
        pycurl.CONNECTTIMEOUT_MS: milliseconds,
        pycurl.OPENSOCKETFUNCTION: call.open,
        pycurl.HEADERFUNCTION: call.take_header,
        pycurl.WRITEFUNCTION: call.take_body,
        pycurl.NOPROGRESS: 0,
        pycurl.XFERINFOFUNCTION: call.watch,
        pycurl.ACCEPT_ENCODING: "gzip, deflate",
        pycurl.USERAGENT: agent,
        pycurl.HTTPHEADER: [f"{name}: {value}" for name, value in headers.items()],
        pycurl.FORBID_REUSE: 1,
        pycurl.CAINFO: certifi.where(),
    }
    for option, value in options.items():
        curl.setopt(option, value)
    if KNOWN_NAMES:
        curl.setopt(pycurl.RESOLVE, KNOWN_NAMES)


def _number_and_port(at: Any) -> tuple[str, int]:
    """Return where a connection would go; nothing for what is no number, such as a file."""
    if at.family in (socket.AF_INET, socket.AF_INET6) and isinstance(at.addr, tuple):
        return str(at.addr[0]), int(at.addr[1])
    return "", 0


def _too_late() -> str:
    return _("It did not arrive in time, and was stopped.")


def _in_words(code: int, said: str, address: Address) -> str:
    """Return what went wrong as an editor would say it."""
    words = {
        pycurl.E_OPERATION_TIMEDOUT: _too_late(),
        pycurl.E_COULDNT_RESOLVE_HOST: _("There is no server called %(host)s."),
        pycurl.E_COULDNT_CONNECT: _("%(host)s does not answer."),
        pycurl.E_GOT_NOTHING: _("%(host)s answered with nothing."),
        pycurl.E_PARTIAL_FILE: _("%(host)s broke off in the middle."),
        pycurl.E_RECV_ERROR: _("%(host)s broke off in the middle."),
        pycurl.E_BAD_CONTENT_ENCODING: _("What %(host)s sent cannot be unpacked."),
        pycurl.E_PEER_FAILED_VERIFICATION: _("The certificate of %(host)s is not to be trusted."),
        pycurl.E_SSL_CONNECT_ERROR: _("No secure connection to %(host)s can be made."),
    }
    if code in words:
        return words[code] % {"host": address.host}
    text = _("%(host)s cannot be understood: %(reason)s")
    return text % {"host": address.host, "reason": said or code}

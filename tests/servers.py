"""Servers on this machine that behave well or badly, as a test wants."""

import threading
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

Reply = Callable[[BaseHTTPRequestHandler], None]


@dataclass
class Site:
    """What a server answers at each path, and what it was asked. Other paths are not found."""

    host: str = ""
    replies: dict[str, Reply] = field(default_factory=dict)
    asked: list[tuple[str, Mapping[str, str]]] = field(default_factory=list)

    @property
    def origin(self) -> str:
        return f"http://{self.host}"

    @property
    def paths(self) -> list[str]:
        return [path for path, _headers in self.asked]


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    block_on_close = False
    request_queue_size = 128

    def handle_error(self, request: object, client_address: object) -> None:
        """Say nothing: a client that hangs up is what some tests are about."""


@contextmanager
def serve(replies: Mapping[str, Reply] | None = None, *, at: str = "127.0.0.1") -> Iterator[Site]:
    """Serve the replies by path on a free port."""
    site = Site(replies=dict(replies or {}))

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            site.asked.append((self.path, dict(self.headers.items())))
            site.replies.get(self.path, status(404))(self)

        def log_message(self, *_: object) -> None:
            pass

    server = _Server((at, 0), Handler)
    site.host = f"{at}:{server.server_port}"
    thread = threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True)
    thread.start()
    try:
        yield site
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def content(body: bytes | str, kind: str = "text/html", code: int = 200, **headers: str) -> Reply:
    """Answer with this content."""
    data = body.encode() if isinstance(body, str) else body

    def reply(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(code)
        if kind:
            handler.send_header("Content-Type", kind)
        for name, value in headers.items():
            handler.send_header(name.replace("_", "-"), value)
        handler.send_header("Content-Length", str(len(data)))
        handler.end_headers()
        with suppress(OSError):  # Who has seen enough hangs up.
            handler.wfile.write(data)

    return reply


def status(code: int, **headers: str) -> Reply:
    """Answer with this status and next to nothing."""
    return content("", code=code, **headers)


def moved(to: str, code: int = 302) -> Reply:
    """Send the visitor elsewhere."""
    return status(code, Location=to)


def dripping(seconds: float = 30) -> Reply:
    """Send a byte now and then, so that no single read takes long."""

    def reply(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(200)
        handler.send_header("Content-Type", "text/html")
        handler.end_headers()
        until = time.monotonic() + seconds
        with suppress(OSError):
            while time.monotonic() < until:
                handler.wfile.write(b" ")
                time.sleep(0.05)

    return reply


def silent(seconds: float = 30) -> Reply:
    """Say nothing for long."""
    return lambda handler: time.sleep(seconds)


def endless(kind: str = "text/html") -> Reply:
    """Send content for as long as anybody listens."""

    def reply(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(200)
        handler.send_header("Content-Type", kind)
        handler.end_headers()
        with suppress(OSError):
            while True:
                handler.wfile.write(b"x" * 65_536)

    return reply


def hanging_up() -> Reply:
    """Promise content and break off."""

    def reply(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(200)
        handler.send_header("Content-Type", "text/html")
        handler.send_header("Content-Length", "1000")
        handler.end_headers()
        handler.wfile.write(b"<p>")

    return reply


RSS = "application/rss+xml"
PAGE = "<html><body><article><h1>Talks</h1>{}</article></body></html>".format(
    "<p>On Monday the ministers met in Baku and signed a treaty on trade between the states.</p>"
    * 9
)


def rss(*addresses):
    items = "".join(
        f"<item><link>{url}</link><title>Talks</title><pubDate>03.07.2024</pubDate></item>"
        for url in addresses
    )
    return content(f'<rss version="2.0"><channel>{items}</channel></rss>', RSS)

import os
import threading
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from config.launch.demonstration import DemonstrationSite
from tests.browser.site import shared_site


@pytest.fixture(scope="session")
def site(browser) -> Iterator[DemonstrationSite]:
    """The site with the demonstration data. It is for reading: what a test changes, stays."""
    # All workers of a run have the same; the tests' own static files lie beside it, not in it.
    folder = Path(os.environ["STATIC_ROOT"]).parent / "site"
    folder.mkdir(exist_ok=True)
    with shared_site(folder) as site:
        yield site


@pytest.fixture(scope="session")
def base_url(site) -> str:
    return site.address


@pytest.fixture
def other_site() -> Iterator[Callable[[str], str]]:
    """Return what serves a page at another origin."""
    servers = []

    def serve(body: str) -> str:
        class Page(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                self.send_response(200)
                self.send_header("Content-Type", "text/html; charset=utf-8")
                self.end_headers()
                self.wfile.write(body.encode())

            def log_message(self, *args: object) -> None:
                pass

        server = ThreadingHTTPServer(("127.0.0.1", 0), Page)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        servers.append(server)
        return f"http://localhost:{server.server_port}/"

    yield serve
    for server in servers:
        server.shutdown()
        server.server_close()

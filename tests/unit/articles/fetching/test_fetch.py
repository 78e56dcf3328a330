"""Fetching from servers that behave badly, all of them on this machine."""

import gzip
import socket
import ssl
import subprocess
import threading
import time
import zlib

import pytest

from articles.fetching import Refused, addresses, dialling, fetch
from tests.servers import content, dripping, endless, hanging_up, moved, serve, silent, status


@pytest.fixture
def site(settings):
    with serve() as site:
        settings.FETCH_ALLOW = [site.host]
        yield site


def refusal(url, **limits):
    with pytest.raises(Refused) as refused:
        fetch(url, **limits)
    return refused.value.reason


def test_what_stands_at_an_address_comes_with_its_status_and_headers(site):
    site.replies["/a?q=1"] = content("<p>News", "text/html; charset=utf-8", ETag='"1"')

    fetched = fetch(f"{site.origin}/a?q=1")

    assert (fetched.status, fetched.body) == (200, b"<p>News")
    assert fetched.content_type == "text/html; charset=utf-8"
    assert fetched.headers["etag"] == '"1"'
    assert fetch(f"{site.origin}/gone").status == 404


def test_servers_are_told_who_asks_and_get_no_cookie(site, settings, monkeypatch):
    monkeypatch.setenv("http_proxy", "http://127.0.0.1:1/")
    settings.FETCH_CONTACT = "https://balance.example/"
    site.replies["/"] = content("", Set_Cookie="a=1")

    fetch(f"{site.origin}/")
    fetch(f"{site.origin}/", headers={"If-None-Match": '"1"'})

    _path, headers = site.asked[1]
    assert headers["User-Agent"] == "Balance/1.0 (+https://balance.example/)"
    assert headers["If-None-Match"] == '"1"'
    assert "Cookie" not in headers


def test_a_move_is_followed(site):
    site.replies |= {"/": moved("/a?b=ə"), "/a?b=%C9%99": content("there")}
    site.replies["/"] = moved("/a?b=%C9%99", 308)

    fetched = fetch(f"{site.origin}/")

    assert (fetched.body, fetched.url) == (b"there", f"{site.origin}/")
    assert fetched.final_url == f"{site.origin}/a?b=%C9%99"


@pytest.mark.parametrize(
    ("to", "reason"),
    [
        ("/", "more than 5 times"),
        ("file:///etc/passwd", "http:// or https://"),
        ("http://127.0.0.1:1/", "Port 1 "),
        ("http://127.0.0.1/", "not on the public network"),
        ("http://169.254.169.254/latest/meta-data/", "not on the public network"),
        ("http://[::ffff:127.0.0.1]/", "not on the public network"),
        ("//2130706433/", "roundabout"),
        ("http://[::1", "no address"),
        ("", "nobody says where"),
    ],
)
def test_a_move_to_nowhere_or_inside_is_not_followed(site, to, reason, dialled):
    site.replies["/"] = moved(to)

    assert reason in refusal(f"{site.origin}/")
    assert set(dialled) == {"127.0.0.1"}


NOT_PUBLIC = [
    "http://127.0.0.1/",
    "http://localhost/",
    "http://10.0.0.1/",
    "http://100.64.0.1/",
    "http://169.254.169.254/",
    "http://[::1]/",
    "http://[::ffff:127.0.0.1]/",
    "http://[64:ff9b::7f00:1]/",
    "http://[2002:7f00:1::]/",
    "http://inside.example/",
    "https://inside.example/",
]


@pytest.fixture
def names(monkeypatch):
    """Names that resolve inside, and one that changes between two looks."""
    known = [f"inside.example:{port}:10.1.2.3,fd00::1" for port in (80, 443)]
    monkeypatch.setattr(dialling, "KNOWN_NAMES", [*known, "turncoat.example:80:127.0.0.1"])


@pytest.mark.parametrize("url", NOT_PUBLIC)
def test_nothing_inside_is_dialled(url, names, dialled):
    assert "not on the public network" in refusal(url)
    assert dialled == []


def test_the_number_is_checked_that_is_dialled_and_not_one_that_was_looked_up(
    names, monkeypatch, dialled
):
    good = [(socket.AF_INET, socket.SOCK_STREAM, 6, "", ("93.184.216.34", 80))]
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: good)

    assert "127.0.0.1, which is not" in refusal("http://turncoat.example/")
    assert dialled == []


@pytest.mark.parametrize("url", NOT_PUBLIC)
def test_with_the_guard_broken_no_packet_leaves_this_machine(url, names, monkeypatch, dialled):
    """The tests' own guard: were ours to fail, nothing would be sent even so."""
    monkeypatch.setattr(dialling, "may_be_dialled", lambda *_, **__: True)

    assert refusal(url, deadline=2)
    assert dialled  # The guard is broken, so somebody tried.
    here = {number for number in dialled if addresses.ipaddress.ip_address(number).is_loopback}
    elsewhere = set(dialled) - here
    assert not elsewhere or "tests talk to this machine only" in refusal(url)


@pytest.mark.parametrize(
    "reply", [dripping(), silent(), endless()], ids=["drip", "silence", "flood"]
)
def test_the_deadline_is_for_all_of_it(site, reply):
    site.replies["/"] = reply
    begun = time.monotonic()

    reason = refusal(f"{site.origin}/", deadline=0.5, cap=10**12)

    assert "not arrive in time" in reason
    assert time.monotonic() - begun < 2


def test_moves_share_one_deadline(site):
    def slowly(handler):
        time.sleep(0.3)
        moved("/")(handler)

    site.replies["/"] = slowly
    begun = time.monotonic()

    assert "not arrive in time" in refusal(f"{site.origin}/", deadline=0.5)
    assert time.monotonic() - begun < 2


def test_what_is_too_long_is_stopped(site):
    site.replies |= {
        "/endless": endless(),
        "/announced": content("", Content_Length="500000000"),
        "/long": content(b"x" * 5_000_001),
        "/just": content(b"x" * 5_000_000),
    }

    for path in ("/endless", "/long"):
        assert "longer than 5.0 MB" in refusal(f"{site.origin}{path}")
    assert len(fetch(f"{site.origin}/just").body) == 5_000_000


def test_what_unpacks_to_too_much_is_stopped(site):
    bomb = gzip.compress(bytes(200_000_000), 9)
    assert len(bomb) < 250_000
    site.replies["/"] = content(bomb, Content_Encoding="gzip")

    assert "longer than 5.0 MB" in refusal(f"{site.origin}/")


def test_what_is_long_while_packed_is_stopped(site):
    """Empty blocks unpack to nothing, however many there are."""
    packer = zlib.compressobj(wbits=31)
    packed = packer.compress(b"a") + b"".join(
        packer.flush(zlib.Z_FULL_FLUSH) + packer.compress(b"") for _ in range(10)
    )
    empty = b"\x00\x00\x00\xff\xff" * 1_200_000
    site.replies["/"] = content(packed + empty, Content_Encoding="gzip")

    assert "longer than 5.0 MB" in refusal(f"{site.origin}/")


def test_what_was_packed_comes_unpacked(site):
    site.replies["/"] = content(gzip.compress(b"<p>News"), Content_Encoding="gzip")

    assert fetch(f"{site.origin}/").body == b"<p>News"


@pytest.mark.parametrize(
    ("reply", "reason"),
    [
        (content("x", "image/png"), "This is image/png"),
        (content("x", "application/zip"), "This is application/zip"),
        (content("x", "TEXT/CALENDAR; charset=x"), "This is text/calendar"),
        (content("x" * 99, Content_Encoding="gzip"), "cannot be unpacked"),
        (hanging_up(), "broke off"),
        (status(200, X_Long="x" * 200_000), "ore headers|too large|cannot be understood"),
        (lambda handler: handler.wfile.write(b"SSH-2.0-OpenSSH\r\n"), "cannot be understood"),
        (lambda handler: None, "answered with nothing"),
    ],
)
def test_what_cannot_be_read_is_refused(site, reply, reason):
    site.replies["/"] = reply

    with pytest.raises(Refused, match=reason):
        fetch(f"{site.origin}/", deadline=3)


def test_a_server_that_is_away(settings):
    with serve() as gone:
        settings.FETCH_ALLOW = [gone.host]

    assert "does not answer" in refusal(f"{gone.origin}/")


def test_a_certificate_of_nobody_is_not_trusted(settings, tmp_path):
    key, certificate = tmp_path / "key.pem", tmp_path / "certificate.pem"
    made = ["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256"]
    made += ["-nodes", "-subj", "/CN=127.0.0.1", "-keyout", str(key), "-out", str(certificate)]
    try:
        subprocess.run(made, check=True, capture_output=True)
    except FileNotFoundError:
        pytest.skip("openssl makes the certificate, and is not installed")
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate, key)
    with socket.create_server(("127.0.0.1", 0)) as server:
        settings.FETCH_ALLOW = [f"127.0.0.1:{server.getsockname()[1]}"]
        threading.Thread(target=_shake_hands, args=(server, context), daemon=True).start()

        assert "not to be trusted" in refusal(f"https://{settings.FETCH_ALLOW[0]}/")


def _shake_hands(server, context):
    visitor, _address = server.accept()
    try:
        context.wrap_socket(visitor, server_side=True).close()
    except OSError:
        visitor.close()

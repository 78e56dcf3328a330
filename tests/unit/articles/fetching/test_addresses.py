"""Which addresses may be fetched, as they are written and as they are dialled."""

import pytest

from articles.fetching import Refused, read_address
from articles.fetching.addresses import is_public, may_be_dialled

INSIDE = [
    "0.0.0.0",
    "10.0.0.1",
    "100.64.0.1",
    "127.0.0.1",
    "127.8.8.8",
    "169.254.169.254",
    "172.16.0.1",
    "192.0.2.1",
    "192.88.99.1",
    "192.168.1.1",
    "198.18.0.1",
    "224.0.0.1",
    "240.0.0.1",
    "255.255.255.255",
    "::",
    "::1",
    "::127.0.0.1",
    "::ffff:127.0.0.1",
    "::ffff:8.8.8.8",
    "64:ff9b::7f00:1",
    "64:ff9b:1::1",
    "100::1",
    "2001::1",
    "2001:db8::1",
    "2002:7f00:1::1",
    "fc00::1",
    "fe80::1",
    "fe80::1%eth0",
    "fec0::1",
    "ff02::1",
    "localhost",
    "",
]


@pytest.mark.parametrize("number", INSIDE)
def test_what_is_inside_is_not_public(number):
    assert not is_public(number)


@pytest.mark.parametrize("number", ["1.1.1.1", "93.184.216.34", "2606:4700::1111", "2a00:1450::1"])
def test_what_anybody_may_reach_is_public(number):
    assert is_public(number)


@pytest.mark.parametrize(
    ("address", "reason"),
    [
        ("file:///etc/passwd", "http:// or https://"),
        ("gopher://a.example/", "http:// or https://"),
        ("ftp://a.example/", "http:// or https://"),
        ("//a.example/", "http:// or https://"),
        ("javascript:alert(1)", "http:// or https://"),
        ("a.example", "http:// or https://"),
        ("http://a.example:22/", "Port 22"),
        ("http://a.example:8080/", "Port 8080"),
        ("http://a.example:0/", "Port 0"),
        ("http://a.example:99999/", "no address"),
        ("http://anna:secret@a.example/", "user name"),
        ("http://1.1.1.1@127.0.0.1/", "user name"),
        ("http:///news", "names no server"),
        ("http://[::1/", "no address"),
        ("http://[1.2.3.4]/", "n"),
        ("http://[fe80::1%25eth0]/", "names no server"),
        ("http://2130706433/", "roundabout"),
        ("http://0177.0.0.1/", "roundabout"),
        ("http://0x7f000001/", "roundabout"),
        ("http://0x7f.0.0.1/", "roundabout"),
        ("http://127.1/", "roundabout"),
        ("http://127.0.0.1./", "roundabout"),
        ("http://a..example/", "name cannot"),
        ("http://a%2eexample/", "name cannot"),
        ("http://a.example\\@b.example/", "a character"),
        ("http://a.example/\nHost: b", "a character"),
        ("http://a.example/a b", "a blank"),
        ("http://a.example/\0", "a character"),
        ("http://a.example/" + "x" * 3_000, "too long"),
    ],
)
def test_an_address_that_is_not_for_us_is_refused_with_the_reason(address, reason):
    with pytest.raises(Refused, match=reason) as refused:
        read_address(address)

    assert refused.value.is_final


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("HTTPS://News.Example", "https://news.example/"),
        ("http://news.example:80/a#part", "http://news.example/a"),
        ("https://news.example./?q=a|b", "https://news.example/?q=a|b"),
        ("https://xəbər.example/yeni?söz=1", "https://xn--xbr-dtbb.example/yeni?s%C3%B6z=1"),
        ("https://[2606:4700::1111]/", "https://[2606:4700::1111]/"),
        ("https://news.example/a%20b", "https://news.example/a%20b"),
    ],
)
def test_an_address_has_one_form(written, read):
    assert read_address(written).url == read


@pytest.mark.parametrize(
    ("address", "origin"),
    [
        ("http://news.example:80/a", "http://news.example"),
        ("https://news.example:80/", "https://news.example:80"),
        ("https://[2606:4700::1111]/a", "https://[2606:4700::1111]"),
    ],
)
def test_a_server_is_scheme_name_and_port(address, origin):
    assert read_address(address).origin == origin


def test_a_server_of_ones_own_may_be_dialled_on_its_port_only():
    allow = ["127.0.0.1:8001"]

    assert may_be_dialled("127.0.0.1", 8001, host="localhost", allow=allow)
    assert not may_be_dialled("127.0.0.1", 8002, host="127.0.0.1", allow=allow)
    assert not may_be_dialled("10.0.0.1", 8001, host="news.example", allow=allow)
    assert may_be_dialled("10.0.0.1", 8001, host="wiki", allow=["wiki:8001"])


def test_only_the_ports_of_the_web_are_dialled():
    assert may_be_dialled("1.1.1.1", 443, host="news.example")
    assert not may_be_dialled("1.1.1.1", 22, host="news.example")

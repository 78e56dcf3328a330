import pytest
from django.core.exceptions import ImproperlyConfigured

from config import env


def test_a_missing_variable_is_named_with_where_to_look(monkeypatch):
    monkeypatch.delenv("THE_NAME", raising=False)

    with pytest.raises(ImproperlyConfigured, match=r"THE_NAME is not set; \.env\.example"):
        env.text("THE_NAME")


def test_an_empty_variable_is_a_missing_one(monkeypatch):
    monkeypatch.setenv("THE_NAME", "")

    with pytest.raises(ImproperlyConfigured, match="THE_NAME is not set"):
        env.text("THE_NAME")


@pytest.mark.parametrize(
    ("read", "raw"),
    [
        pytest.param(lambda: env.flag("V", default=False), "maybe", id="a flag that is neither"),
        pytest.param(lambda: env.number("V", 1), "1.5", id="not a whole number"),
        pytest.param(lambda: env.number("V", 1, minimum=0), "-1", id="below the minimum"),
        pytest.param(lambda: env.number("V", 1, maximum=9), "10", id="above the maximum"),
        pytest.param(lambda: env.choice("V", "a", ("a", "b")), "c", id="not among the choices"),
        pytest.param(lambda: env.url("V", "", ("redis",)), "http://h", id="another scheme"),
        pytest.param(lambda: env.rate("V", "off"), "fast", id="not a rate"),
        pytest.param(lambda: env.rate("V", "off"), "10/fortnight", id="no such period"),
    ],
)
def test_a_senseless_value_stops_by_name(monkeypatch, read, raw):
    monkeypatch.setenv("V", raw)

    with pytest.raises(ImproperlyConfigured, match=r"^V\b.*\.env\.example"):
        read()


@pytest.mark.parametrize(
    ("raw", "expected"),
    [("1", True), ("true", True), ("YES", True), ("0", False), ("False", False), ("", True)],
)
def test_flags_have_few_spellings_and_empty_means_the_default(monkeypatch, raw, expected):
    monkeypatch.setenv("V", raw)

    assert env.flag("V", default=True) is expected


def test_words_are_separated_by_commas(monkeypatch):
    monkeypatch.setenv("V", " a.example, b.example,, ")

    assert env.words("V") == ["a.example", "b.example"]


def test_servers_are_hosts_with_ports(monkeypatch):
    monkeypatch.setenv("V", "127.0.0.1:8001, [::1]:8001,wiki:80")

    assert env.servers("V") == ["127.0.0.1:8001", "[::1]:8001", "wiki:80"]


@pytest.mark.parametrize("raw", ["wiki", "http://wiki:80", "wiki:", ":80", "wiki:web"])
def test_what_is_no_server_stops_by_its_name(monkeypatch, raw):
    monkeypatch.setenv("V", raw)

    with pytest.raises(ImproperlyConfigured, match="expected host:port"):
        env.servers("V")


def test_a_wrong_address_is_not_repeated_because_it_may_hold_a_password(monkeypatch):
    monkeypatch.setenv("V", "amqp://user:secret@host")

    with pytest.raises(ImproperlyConfigured) as caught:
        env.url("V", "", ("redis",))

    assert "secret" not in str(caught.value)


@pytest.mark.parametrize(("raw", "expected"), [("off", None), ("10/second", "10/second")])
def test_rates(monkeypatch, raw, expected):
    monkeypatch.setenv("V", raw)

    assert env.rate("V", "600/minute") == expected

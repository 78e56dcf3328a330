import pytest

from articles.parsing.addresses import canonical, host_of, is_on_the_web


@pytest.mark.parametrize(
    ("url", "other"),
    [
        pytest.param(
            "https://A.example/x/?utm_id=t&id=3", "https://a.example/x?id=3", id="tracked"
        ),
        pytest.param("http://www.a.example:80/x", "https://a.example/x/", id="www, port and slash"),
        pytest.param("https://a.example/x#comments", "https://a.example/x", id="a place on it"),
        pytest.param("https://a.example/x?b=2&a=1", "https://a.example/x?a=1&b=2", id="order"),
        pytest.param("https://a.example/x?fbclid=z&mc_cid=1", "https://a.example/x", id="ads"),
        pytest.param("https://a.example/ян", "https://a.example/%D1%8F%D0%BD", id="letters"),
        pytest.param("https://me:secret@a.example/x", "https://a.example/x", id="a password"),
    ],
)
def test_two_addresses_of_one_page(url, other):
    assert canonical(url) == canonical(other) != ""


@pytest.mark.parametrize(
    ("url", "other"),
    [
        pytest.param("https://a.example/?p=12", "https://a.example/?p=13", id="a number"),
        pytest.param("https://a.example/x?cid=1", "https://a.example/x?cid=2", id="another number"),
        pytest.param("https://a.example/x?page=2", "https://a.example/x", id="the second page"),
        pytest.param("https://a.example/x?lang=ru", "https://a.example/x?lang=az", id="languages"),
        pytest.param("https://a.example/#!/news/3", "https://a.example/#!/news/4", id="in scripts"),
        pytest.param("https://a.example/News", "https://a.example/news", id="capitals"),
        pytest.param("https://ru.a.example/x", "https://az.a.example/x", id="hosts"),
        pytest.param("https://a.example/{1}", "https://a.example/{2}", id="braces"),
    ],
)
def test_addresses_of_two_pages(url, other):
    assert canonical(url) != canonical(other)


@pytest.mark.parametrize(
    "url",
    [
        "",
        "javascript:alert(1)",
        "//a.example/x",
        "file:///etc/passwd",
        "https://",
        "https://[::1/x",
        "https://a.example:99999/x",
        "https://a.example/\x00x",
        "https://a.example/" + "x" * 3_000,
    ],
)
def test_what_is_no_address_has_no_canonical_one(url):
    assert canonical(url) == ""


def test_a_canonical_address_is_its_own():
    once = canonical("http://www.a.example/x/?utm_source=a&b=%20c&a=1#top")

    assert canonical(once) == once


def test_a_host_is_told_without_www():
    assert host_of("https://www.JAM-news.net/x") == "jam-news.net"
    assert host_of("mailto:a@a.example") == ""
    assert not is_on_the_web("https://a.example/\nx y")

"""Feeds as they come: what is read of them, and what stops the reader without harm."""

import tarfile
from pathlib import Path

import pytest

from articles import killable
from articles.killable import Stopped
from articles.parsing import Unreadable

CORPUS = Path(__file__).resolve().parents[5] / "shared/data/feeds"
CORPUS_FILE = CORPUS / "feedparser_tests_wellformed_illformed.tar.gz"


def parse(data, **limits):
    return killable.run(
        "articles.parsing.feeds:parse_feed",
        data.encode() if isinstance(data, str) else data,
        address="https://news.example/feed/",
        content_type="application/rss+xml",
        today="2024-07-04",
        **limits,
    )


def rss(*items):
    listed = "".join(f"<item>{item}</item>" for item in items)
    return f'<rss version="2.0"><channel><title>News</title>{listed}</channel></rss>'


def addresses(data):
    return [item["url"] for item in parse(data)["items"]]


def test_a_feed_lists_addresses_titles_and_days():
    read = parse(
        rss(
            "<link>https://news.example/1</link><title>Talks &amp;amp; &lt;b&gt;trade&lt;/b&gt;"
            "</title><pubDate>Wed, 03 Jul 2024 01:00:00 +0400</pubDate>",
            "<link>2?utm=x</link>",
        )
    )

    assert read == {
        "items": [
            {
                "url": "https://news.example/1",
                "title": "Talks & trade",
                "published_on": "2024-07-03",  # As written; in Greenwich it was still the 2nd.
            },
            {"url": "https://news.example/feed/2?utm=x", "title": "", "published_on": None},
        ],
        "listed": 2,
    }


def test_atom_and_rdf_are_feeds_too():
    atom = (
        '<feed xmlns="http://www.w3.org/2005/Atom"><entry><title>A</title>'
        '<link rel="edit" href="https://a.example/edit"/>'
        '<link href="https://a.example/1"/><updated>2024-07-03T23:00:00Z</updated></entry></feed>'
    )
    rdf = (
        '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"'
        ' xmlns="http://purl.org/rss/1.0/"><item><link>https://a.example/2</link></item></rdf:RDF>'
    )

    assert addresses(atom) == ["https://a.example/1"]
    assert parse(atom)["items"][0]["published_on"] == "2024-07-03"
    assert addresses(rdf) == ["https://a.example/2"]


@pytest.mark.parametrize(
    "link",
    [
        "javascript:alert(1)",
        "data:text/html,x",
        "file:///etc/passwd",
        "ftp://a.example/",
        "https://[::1",
        "https://a.example/" + "x" * 3_000,
        "",
    ],
)
def test_what_has_no_address_on_the_web_is_left_out(link):
    assert addresses(rss(f"<link>{link}</link><title>A</title>")) == []


def test_an_address_is_listed_once_as_it_stands_first():
    read = parse(
        rss(
            "<link>https://a.example/1</link><title>New</title>",
            "<link>https://a.example/2</link>",
            "<link>https://a.example/1</link><title>Old</title>",
        )
    )

    assert [item["title"] for item in read["items"]] == ["New", ""]


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("03.07.2024", "2024-07-03"),
        ("3.7.2024 18:30", "2024-07-03"),
        ("31.02.2024", None),
        ("2024-07-03", "2024-07-03"),
        ("2024-07-03T23:59:59-12:00", "2024-07-03"),
        ("Fri, 05 Jul 2024 00:30:00 +0400", "2024-07-05"),
        ("Sat, 06 Jul 2024 00:30:00 +0400", None),
        ("Mon, 01 Jan 2035 00:00:00 GMT", None),
        ("01.01.9999", None),
        ("0000-00-00", None),
        ("Thu, 01 Jan 1970 00:00:00 GMT", None),
        ("soon", None),
        ("", None),
    ],
)
def test_a_day_is_read_as_it_is_written_and_never_from_the_future(written, day):
    read = parse(rss(f"<link>https://a.example/1</link><pubDate>{written}</pubDate>"))

    assert read["items"][0]["published_on"] == day


def test_of_fifty_thousand_items_the_first_are_read():
    read = parse(rss(*(f"<link>https://a.example/{n}</link>" for n in range(50_000))))

    assert (len(read["items"]), read["listed"]) == (2_000, 50_000)
    assert read["items"][0]["url"] == "https://a.example/0"


@pytest.mark.parametrize("body", ["/etc/passwd", "", "<html><p>Not found</p></html>", "\0\1\2"])
def test_what_is_no_feed_is_not_read_and_no_file_is_opened(body):
    with pytest.raises(Unreadable, match="no feed"):
        parse(body)


ENTITY = '<!DOCTYPE rss [<!ENTITY a SYSTEM "file:///etc/passwd">]>' + rss("<title>&a;</title>")


@pytest.mark.parametrize(
    "bomb", [ENTITY.encode(), ENTITY.lower().encode(), ENTITY.encode("utf-16")]
)
def test_entities_are_refused_before_anybody_expands_them(bomb):
    with pytest.raises(Unreadable, match="entities"):
        parse(bomb)


def test_nested_tags_are_stopped_after_their_time_and_the_next_feed_is_read():
    with pytest.raises(Stopped, match="too much computing time"):
        parse("<rss><channel>" + "<a>" * 466_000, cpu=1)

    assert addresses(rss("<link>https://a.example/1</link>")) == ["https://a.example/1"]


@pytest.mark.skipif(
    not CORPUS_FILE.is_file(), reason="the feed corpus is not in the repository, nor beside it"
)
def test_all_feeds_of_the_corpus_are_read_or_refused_with_a_reason():
    outcomes = {"read": 0, "refused": 0}
    with tarfile.open(CORPUS_FILE) as corpus:
        for member in corpus:
            if file := corpus.extractfile(member):
                outcomes[_outcome(file.read())] += 1

    assert sum(outcomes.values()) == 2_107
    assert outcomes["refused"] < 30  # Encodings nobody knows, and entities.


def _outcome(data):
    """A feed that is stopped or crashes the reader raises Stopped, and fails the test."""
    try:
        items = parse(data)["items"]
    except Unreadable:
        return "refused"
    assert all(item["url"].startswith(("http://", "https://")) for item in items)
    return "read"

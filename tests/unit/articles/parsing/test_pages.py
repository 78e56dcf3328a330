"""Pages of outlets: a corpus of 72, and a few of ours that are bad on purpose."""

import json
import tarfile
from pathlib import Path

import pytest
from trafilatura import extract

from articles.parsing import Unreadable
from articles.parsing.pages import read_page

CORPUS = (
    Path(__file__).resolve().parents[5] / "shared/data/articles/trafilatura_eval_news_subset.tar.gz"
)
LANGUAGES = ["az", "en", "ru", "tr", "fa", "zh", "hy", "ka"]
WORDS = "On Monday the ministers met in Baku. They signed a treaty on trade. Nobody objected. " * 6


def page(head="", body=f"<article><h1>Gas</h1><p>{WORDS}</p></article>"):
    return f"<html><head>{head}</head><body>{body}</body></html>".encode()


def read(data, url="https://daily.example/news/1", content_type=""):
    return read_page(
        data, url=url, today="2026-11-22", languages=LANGUAGES, content_type=content_type
    )


def corpus():
    if not CORPUS.exists():
        pytest.skip(f"{CORPUS} is not here")
    with tarfile.open(CORPUS) as archive:
        files = {Path(m.name).name: archive.extractfile(m).read() for m in archive if m.isfile()}
    cases = json.loads(files["evaldata_subset.json"])
    return [
        (url, files[case["file"]], case["with"], case["without"]) for url, case in cases.items()
    ]


def f1(texts, cases):
    pairs = list(zip(texts, cases, strict=True))
    hits = sum(words in text for text, (*_page, wanted, _un) in pairs for words in wanted)
    misses = sum(len(wanted) for *_page, wanted, _un in cases) - hits
    wrong = sum(words in text for text, (*_page, _wanted, un) in pairs for words in un)
    return 2 * hits / (2 * hits + misses + wrong)


def test_the_corpus_is_read_as_well_as_by_the_long_way():
    cases = corpus()
    ours = [read(data, url)["text"] for url, data, *_words in cases]
    usual = [extract(data, url=url, include_comments=False) or "" for url, data, *_ in cases]

    assert len(cases) == 72
    assert f1(ours, cases) >= f1(usual, cases) - 0.01
    assert f1(ours, cases) > 0.9


def test_a_page_says_its_title_site_day_and_address():
    said = read(
        page(
            '<title>Gas | The Daily</title><meta property="og:site_name" content="The Daily">'
            '<meta property="article:published_time" content="2024-07-03T08:00:00+04:00">'
            '<link rel="canonical" href="https://daily.example/news/gas">'
        )
    )

    assert (said["site"], said["published_on"], said["basis"]) == (
        "The Daily",
        "2024-07-03",
        "page",
    )
    assert said["canonical"] == "https://daily.example/news/gas"
    assert said["title"].startswith("Gas")
    assert said["language"] == "en"


@pytest.mark.parametrize("own", ["https://other.example/news/gas", "https://daily.example/", "x"])
def test_an_address_of_another_page_is_not_its_own(own):
    said = read(page(f'<link rel="canonical" href="{own}">'))

    assert said["canonical"] == "https://daily.example/news/1"


def test_a_day_that_only_the_words_tell_is_a_guess():
    said = read(page(body=f"<article><p>Baku, 3 July 2024. {WORDS}</p></article>"))

    assert (said["published_on"], said["basis"]) in (("2024-07-03", "guessed"), (None, "guessed"))


def test_a_day_to_come_is_no_day():
    said = read(page('<meta property="article:published_time" content="2091-07-03">'))

    assert said["published_on"] is None


def test_the_encoding_that_the_answer_names_counts():
    data = page(body=f"<article><p>{'Президент прибыл с визитом в Китай. ' * 20}</p></article>")
    russian = data.decode().encode("cp1251")

    assert (
        "визитом в Китай" in read(russian, content_type="text/html; charset=windows-1251")["text"]
    )
    assert "визитом в Китай" in read(data, content_type="text/html; charset=latin-77")["text"]


def test_scripts_menus_and_lists_of_other_articles_are_no_text():
    related = "".join(f"<li>Why the price of gas is at number {n}</li>" for n in range(3))
    said = read(
        page(
            body=f"<nav>Home Sport</nav><article><p>{WORDS}</p><ul>{related}</ul><p>{WORDS} So it"
            " is.</p></article><script>alert(1)</script>"
        )
    )

    assert "So it is." in said["text"]
    for absent in ("alert", "Sport", "price of gas"):
        assert absent not in said["text"]


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(b"\x00" * 900, id="zeros"),
        pytest.param(b"<html>" + b"<div>" * 30_000, id="deep"),
        pytest.param(b"/etc/passwd", id="a path"),
        pytest.param(b"\xff\xfe\xfd" * 500, id="noise"),
        pytest.param(b"<html><title></title></html>", id="empty"),
    ],
)
def test_what_is_no_page_gives_no_text_and_no_crash(data):
    try:
        text = read(data)["text"]
    except Unreadable:
        text = ""

    assert "root:" not in text

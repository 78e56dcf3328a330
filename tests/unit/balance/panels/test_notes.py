import pytest

from balance.panels.notes import is_safe_address, note_html


def test_markdown_becomes_html():
    html = note_html("A **bold** [method](/methodology/) and a list:\n\n- one\n- two")

    assert "<strong>bold</strong>" in html
    assert '<a href="/methodology/" rel="noopener noreferrer">method</a>' in html
    assert "<li>one</li>" in html


@pytest.mark.parametrize(
    "note",
    [
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "[x](javascript:alert(1))",
        "[x](data:text/html,evil)",
        "![x](https://evil.example/track.png)",
        '<a href="https://ok.example" onclick="evil()">x</a>',
        "<svg onload=alert(1)>",
        "<style>body{display:none}</style>",
    ],
)
def test_what_could_act_is_text_or_gone(note):
    html = note_html(note)

    for bad in (
        "<script",
        "<img",
        "<svg",
        "<style",
        'href="javascript',
        'href="data',
        '<a href="https://ok',
    ):
        assert bad not in html


@pytest.mark.parametrize(
    ("address", "is_safe"),
    [
        ("https://example.org/a?b=c#d", True),
        ("http://example.org", True),
        ("/events/", True),
        ("events/", True),
        ("#top", True),
        ("?from=2020", True),
        ("//evil.example", False),
        ("///evil.example", False),
        ("/\\evil.example", False),
        ("\\\\evil.example", False),
        ("/\t/evil.example", False),
        (" https://evil.example", False),
        ("javascript:alert(1)", False),
        ("JAVASCRIPT:alert(1)", False),
        ("data:text/html,x", False),
        ("mailto:a@b.example", False),
        ("https://", False),
        ("http:evil.example", False),
        ("http://[broken", False),
    ],
)
def test_addresses_stay_here_or_go_to_the_web(address, is_safe):
    assert is_safe_address(address) is is_safe


def test_a_link_to_the_web_tells_it_nothing_of_the_reader():
    assert note_html("[x](https://example.org/)") == (
        '<p><a href="https://example.org/" rel="noopener noreferrer">x</a></p>\n'
    )


def test_a_link_to_nowhere_good_loses_its_address():
    assert "href" not in note_html("[x](//evil.example)")

"""The page that says what the ranking hangs on, and its panel."""

import html
import re
from datetime import date

import pytest

from balance.models import Methodology
from tests.factories.balance import EventFactory

pytestmark = pytest.mark.django_db


def shown(client, address="/robustness/AZE/", status=200, **asked):
    response = client.get(address, asked)
    assert response.status_code == status, response.content[:500]
    return html.unescape(response.content.decode()).replace("\N{NO-BREAK SPACE}", " ")


def text_of(markup):
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", markup)).strip()


def headline(page):
    return text_of(re.search(r"<h1[^>]*>(.*?)</h1>", page, re.S)[1])


def summaries(page):
    return [text_of(words) for words in re.findall(r"<summary>(.*?)</summary>", page, re.S)]


def test_a_sentence_counts_the_variants(client, world):
    page = shown(client)

    assert headline(page) == (
        "China has the largest share in 6 of 8 variants; the ranking holds in 5."
    )
    assert summaries(page) == [
        "Another largest share (2)",
        "The same largest share, but others change places (1)",
        "The ranking holds (5)",
    ]


def test_a_variant_stands_beside_the_usual_picture(client, world):
    page = shown(client, variant=f"event-{world.treaty.pk}")

    section = text_of(
        re.search(r'<section[^>]*aria-labelledby="chosen".*?</section>', page, re.S)[0]
    )
    assert section == (
        "Without “A treaty with China” "
        "Here Russia has the largest share; with the usual choices China has the largest share. "
        "Pole Usual share Here Difference "
        "Russia 33.3 % 100.0 % up 67 points The West 0.0 % 0.0 % as usual "
        "China 66.7 % 0.0 % down 67 points Left out: A treaty with China 10 July 2024 "
        "The whole picture without it, month by month"
    )
    assert f'href="/events/{world.treaty.pk}/"' in page


def test_another_half_life_leads_to_the_whole_page_with_it(client, world):
    page = shown(client, variant="half_life-90")

    assert "Here too China has the largest share, and the ranking holds." in page
    assert 'href="/focus/AZE/?half_life=90"' in page
    page = shown(client, variant="half_life-90", dimension="economic")
    assert 'href="/focus/AZE/?half_life=90&dimension=economic"' in page


def test_the_choice_stays_in_every_variants_address(client, world):
    page = shown(client, to="2024-07-09", half_life="180")

    assert headline(page).startswith("Russia has the largest share in ")
    address = re.search(r'href="(/robustness/[^"]*variant=half_life-90[^"]*)"', page)[1]
    assert "to=2024-07-09" in address
    assert "half_life=180" in address
    assert "end=2024-07-10" in re.search(r'href="(/api/[^"]*format=csv[^"]*)"', page)[1]


@pytest.mark.parametrize(
    ("asked", "words"),
    [
        ({"to": "yesterday"}, "is no day between 1900 and 2100"),
        ({"to": "2100-12-31"}, "The day lies between 1900 and 2100."),
        ({"half_life": "-1"}, "is no number above 0"),
        ({"dimension": "magic"}, "is not known"),
        ({"variant": "x" * 300}, "characters long"),
        ({"methodology": "\0"}, "Null characters are not allowed."),
        ({"as_of": "tomorrow"}, "is no day such as"),
    ],
    ids=str,
)
def test_nonsense_is_named_and_the_usual_is_shown(client, world, asked, words):
    page = shown(client, **asked)

    assert words in page
    assert headline(page).startswith("China has the largest share in 6 of 8 variants")


def test_a_variant_that_is_none_is_said(client, world):
    for key in ("event-999999", "\0", "scale-", "<script>"):
        assert "There is no such variant on this day" in shown(client, variant=key)


def test_without_cooperation_there_is_no_ranking(client, world):
    EventFactory._meta.model.objects.all().delete()

    page = shown(client)

    assert headline(page) == (
        "No cooperation is on record on 10 July 2024, so there is no ranking."
    )


def test_the_front_page_names_what_changes_the_leader(client, world):
    page = shown(client, "/")

    panel = re.search(r'<section class="panel panel--robustness.*?</section>', page, re.S)[0]
    assert text_of(panel).startswith(
        "China has the largest share in 6 of 8 variants; the ranking holds in 5."
    )
    assert [text_of(row) for row in re.findall(r'<li class="variant">.*?</li>', panel, re.S)] == [
        "Without what only Report reports largest: Russia",
        "Without “A treaty with China” largest: Russia",
    ]
    assert 'href="/robustness/AZE/"' in panel


def test_many_variants_are_counted_in_the_panel(client, world):
    for number in range(12):
        EventFactory(
            start=date(2024, 7, 10),
            intensity_override=2,
            initiators=[world.focus.actor],
            recipients=[world.states["russia" if number % 2 else "west"]],
        )

    page = shown(client, "/", to="2024-07")

    assert len(re.findall(r'<li class="variant">', page)) <= 6


def test_a_page_costs_seven_queries(client, world, django_assert_num_queries):
    shown(client, "/")  # The first reader refreshes the series.
    shown(client)

    with django_assert_num_queries(7):
        shown(client)


def test_without_a_methodology_there_is_a_word_and_no_error(client, world):
    Methodology.objects.filter(status="published").update(status="retired")

    assert "There are no numbers to show just now" in shown(client, status=503)


def test_nobody_else_has_such_a_page(client, world):
    assert client.get("/robustness/RUS/").status_code == 404

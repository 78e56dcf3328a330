import html
import re
from datetime import date

import pytest

from balance.models import Focus, Methodology
from tests.factories.balance import (
    ActorFactory,
    EventFactory,
    FocusFactory,
    PoleFactory,
    PoleMembershipFactory,
    SchemeFactory,
)

pytestmark = pytest.mark.django_db


def page(client, address="/", status=200):
    """Return a page's text, with no-break spaces as spaces."""
    response = client.get(address)
    assert response.status_code == status, response.content[:500]
    return html.unescape(response.content.decode()).replace("\N{NO-BREAK SPACE}", " ")


def text_of(markup):
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", markup)).strip()


def test_without_a_focus_it_says_what_to_do(client):
    shown = page(client)

    assert "Nobody’s balance is tracked here yet" in shown
    assert "manage.py load_demo" in shown


def test_in_a_sentence_it_says_where_the_focus_stands(client, world):
    shown = page(client)

    (title,) = re.findall(r"<h1[^>]*>(.*?)</h1>", shown, re.S)
    assert title.strip() == (
        "China has the largest share (67 %), then Russia (33 %); as if 1.9 equal partners; "
        "China rose most in a year, by 67 points. The evidence is thin: 2 events."
    )


def test_each_pole_has_a_card(client, world):
    cards = [text_of(card) for card in re.findall(r'<li class="card.*?</li>', page(client), re.S)]

    assert cards == [
        "Russia 33 % ▼ down 67 points in a year Tone friendly +0.3 Events counted 1",
        "The West 0 % as a year ago Tone no contact Events counted 0",
        "China 67 % ▲ up 67 points in a year Tone friendly +0.4 Events counted 1",
    ]


def test_the_numbers_are_those_of_the_api(client, world):
    shown = page(client)
    address = re.search(r'data-chart="shares" data-url="([^"]+)"', shown)[1]
    latest = client.get(address).json()["points"][-1]

    row = text_of(re.search(r"<tbody><tr>(.*?)</tr>", shown, re.S)[1])
    shares = [latest["poles"][code]["share"] for code in ("russia", "west", "china")]
    assert row == "July 2024 " + " ".join(f"{100 * share:.1f} %" for share in shares)


def test_every_chart_says_something_without_javascript(client, world):
    shown = page(client)

    for kind in ("shares", "tone", "effective_poles"):
        figure = re.search(rf'<figure class="chart chart--{kind}".*?</figure>', shown, re.S)[0]
        assert '<path class="picture__mark' in figure
        assert "<table" in figure
        assert "<canvas" in figure
        assert "data version" in figure
        assert "format=csv" in figure
        assert text_of(re.search(r"<figcaption.*?</figcaption>", figure, re.S)[0])


def test_the_events_behind_the_change_name_their_source_or_say_that_there_is_none(client, world):
    EventFactory(
        title="A visit",
        start=date(2024, 7, 3),
        intensity_override=2,
        initiators=[world.focus.actor],
        recipients=[world.states["west"]],
    )

    rows = [
        text_of(row)
        for row in re.findall(r'<li class="mover">.*?</li>\s*</ul>', page(client), re.S)
    ]

    assert rows == [
        "10 July 2024 A treaty with China Report +8.0 cooperation with China",
        "3 July 2024 A visit no source recorded +2.0 cooperation with the West",
    ]


def test_nothing_on_the_page_needs_a_looser_policy(client, world):
    for address in ("/", "/events/", f"/events/{world.treaty.pk}/", "/methodology/", "/nowhere/"):
        shown = client.get(address).content.decode()

        assert not re.search(r"<[^>]+\s(style|on[a-z]+)=", shown)
        assert not re.search(r"<script(?![^>]*\b(src=|type=.application/json))", shown)
        assert "<style" not in shown


def test_a_focus_has_its_page_and_others_have_none(client, world):
    other = FocusFactory(actor=ActorFactory(code="GEO", name="Georgia"), scheme=SchemeFactory())

    assert "Georgia’s balance" in page(client, f"/focus/{other.actor.code}/")
    page(client, "/focus/RUS/", status=404)
    page(client, "/focus/geo/", status=404)


def test_the_default_focus_is_the_front_page(client, world):
    FocusFactory(actor=ActorFactory(code="ARM", name="Armenia"))

    assert "Azerbaijan’s balance" in page(client)
    Focus.objects.update(is_default=False)
    assert "Armenia’s balance" in page(client)


def test_without_events_the_headline_says_so(client, world):
    EventFactory._meta.model.objects.all().delete()

    shown = page(client)

    assert "Nothing is on record yet between Azerbaijan and Russia, the West and China." in shown
    assert "No event touched a pole in this year." in shown


def test_without_poles_there_is_a_word_and_no_error(client):
    FocusFactory(is_default=True)

    assert "No pole to read the focus against is recorded" in page(client, status=503)
    assert client.get("/?from=2020").status_code == 503


def test_a_scheme_of_one_pole_is_a_page_like_any(client):
    focus = FocusFactory(is_default=True)
    pole = PoleFactory(name="Russia")
    russia = PoleMembershipFactory(pole=pole).actor
    EventFactory(initiators=[focus.actor], recipients=[russia])

    assert "All cooperation on record is with Russia" in page(client)


def test_without_a_methodology_there_is_a_word_and_no_error(client, world):
    Methodology.objects.filter(status="published").update(status="retired")

    assert "There are no numbers to show just now" in page(client, status=503)
    assert "No methodology is published yet" in page(client, "/methodology/")
    assert "A treaty with China" in page(client, f"/events/{world.treaty.pk}/")

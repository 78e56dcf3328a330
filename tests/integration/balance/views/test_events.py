import html
import re
from datetime import date
from urllib.parse import urlsplit

import pytest

from tests.factories.balance import (
    CameoCodeFactory,
    EventFactory,
    EvidenceFactory,
    ParticipantFactory,
    PoleFactory,
    PoleMembershipFactory,
)

pytestmark = pytest.mark.django_db


def get(client, address, status=200):
    response = client.get(address)
    assert response.status_code == status, response.content[:500]
    return html.unescape(response.content.decode()).replace("\N{NO-BREAK SPACE}", " ")


def titles(page):
    found = re.findall(r'<h2 class="event__title"><a[^>]*>(.*?)</a>', page)
    return [re.sub(r"</?mark>", "", title) for title in found]


def text_of(markup):
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", markup)).strip()


# --- the list ---


def test_the_list_has_what_counts_newest_first(client, world):
    EventFactory(title="A rumour", status="proposed")
    EventFactory(title="A mistake", status="withdrawn")

    assert titles(get(client, "/events/")) == ["A treaty with China", "A pact with Russia"]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("start=2024", ["A treaty with China"]),
        ("end=2024-07-10", ["A pact with Russia"]),
        ("start=2023-07-11&end=2023-07-12", ["A pact with Russia"]),
        ("start=2023-07-12&end=2024-07-10", []),
        ("pole=china", ["A treaty with China"]),
        ("actor=RUS", ["A pact with Russia"]),
        ("focus=AZE", ["A treaty with China", "A pact with Russia"]),
        ("focus=CHN", ["A treaty with China"]),
        ("dimension=energy", []),
        ("q=pact+russia", ["A pact with Russia"]),
        ("q=%22%27%28%29%5C*&pole=china", []),
        # What cannot be read is said, and left out.
        ("start=soon&pole=china", ["A treaty with China"]),
        ("start=2024-02-30&pole=china", ["A treaty with China"]),
        ("pole=mars&actor=RUS", ["A pact with Russia"]),
        ("actor=rus%00&pole=china", ["A treaty with China"]),
        ("start=2024&end=2023&pole=china", ["A treaty with China"]),
    ],
)
def test_the_list_can_be_narrowed(client, world, query, found):
    assert titles(get(client, f"/events/?{query}")) == found


@pytest.mark.parametrize(
    ("query", "message"),
    [
        ("start=soon", "Write a year, a month or a day"),
        ("start=2024&end=2023", "This day is not after the first one."),
        ("actor=rus", "A code is capital letters and digits"),
        ("q=" + "a" * 10_000, "Ensure this value has at most 200 characters"),
    ],
)
def test_nonsense_has_a_message_beside_its_field(client, world, query, message):
    assert re.search(
        rf'<div class="field__errors"[^>]*><p>{message}', get(client, f"/events/?{query}")
    )


def test_an_empty_list_says_so(client, world):
    assert "No confirmed event fits." in get(client, "/events/?q=unicorn")


def test_pages_keep_the_question(client, world):
    EventFactory.create_batch(60, dimension="energy")

    page = get(client, "/events/?dimension=energy&q=&page=2")

    assert len(titles(page)) == 25
    assert 'href="?dimension=energy&page=1"' in page
    assert 'href="?dimension=energy&page=3"' in page
    assert len(titles(get(client, "/events/?dimension=energy&page=9999999999999999999"))) == 10
    assert len(titles(get(client, "/events/?dimension=energy&page=x"))) == 25


def test_the_csv_has_the_same_events(client, world):
    page = get(client, "/events/?pole=china&start=2024&q=treaty&end=x")

    address = re.search(r'<a href="([^"]*format=csv[^"]*)">these as CSV', page)[1]
    assert urlsplit(address).path == "/api/v1/events/"
    response = client.get(address)
    assert response.status_code == 200
    lines = b"".join(response.streaming_content if response.streaming else [response.content])
    assert lines.count(b"A treaty with China") == 1
    assert b"A pact" not in lines


def test_a_long_list_costs_no_query_more(client, world, django_assert_max_num_queries):
    for event in EventFactory.create_batch(25, initiators=[world.focus.actor]):
        EvidenceFactory(event=event)

    with django_assert_max_num_queries(6):
        client.get("/events/")


def test_without_a_focus_there_is_a_list_all_the_same(client):
    EventFactory(title="Something happened")

    assert titles(get(client, "/events/")) == ["Something happened"]


# --- the calendar ---


def test_the_calendar_has_the_last_year_with_events(client, world):
    page = get(client, "/events/?view=calendar")

    assert "2 events" in page
    assert "1 event in 2024" in page
    assert 'aria-label="10 July 2024: 1 event, with China"' in page
    assert "start=2024-07-10&end=2024-07-11" in page
    assert "view=calendar&year=2023" in page


def test_the_calendar_keeps_the_question(client, world):
    page = get(client, "/events/?view=calendar&year=2023&pole=china")

    assert "No event of 2023 fits" in page


@pytest.mark.parametrize("year", ["0", "-1", "99999", "abc", "1e9", "2024.5", "%00"])
def test_a_year_that_is_none_gives_the_usual_one(client, world, year):
    assert "in 2024" in get(client, f"/events/?view=calendar&year={year}")


def test_a_calendar_costs_few_queries(client, world, django_assert_max_num_queries):
    EventFactory.create_batch(25, initiators=[world.focus.actor], start=date(2024, 5, 5))

    with django_assert_max_num_queries(5):
        client.get("/events/?view=calendar")


# --- how many are of what ---


def test_the_list_counts_what_it_shows(client, world):
    page = get(client, "/events/?pole=china")

    assert "1 event, with China" in page
    numbers = re.findall(r'tally__name">(\w[\w ]*)</span>.*?tally__number">(\d+)<', page)
    assert dict(numbers)["China"] == "1"
    assert dict(numbers)["Russia"] == "0"


# --- the page of one ---


def test_an_event_says_what_it_was_and_what_it_did(client, world):
    page = text_of(get(client, f"/events/{world.treaty.pk}/"))

    for words in (
        "Initiator Azerbaijan Recipient China",
        "When 10 July 2024",
        "PLOVER SUPPORT",
        "Sign formal agreement CAMEO 057",
        "Dimension economic",
        "+8.0 Goldstein’s score of the CAMEO code",
        "as good as certain 100 %",
        "China, cooperation +8.0",
        "China ’s share on 10 July 2024: 67 %, raised by 67 points.",
        "They signed a treaty on trade.",
        "Report , 4 July 2024",
    ):
        assert words in page


def test_what_faded_is_told_beside_what_arrived(client, world):
    page = text_of(get(client, f"/events/{world.pact.pk}/"))

    assert "Russia, cooperation +8.0 +4.0" in page
    assert "no source recorded" in page


def test_evidence_without_a_quotation_says_so_and_against_it_too(client, world):
    EvidenceFactory(event=world.pact, article=world.article, quote="", stance="contradicts")

    page = text_of(get(client, f"/events/{world.pact.pk}/"))

    assert "Contradicts it" in page
    assert "no quotation recorded" in page


def test_an_override_names_its_reason(client, world):
    event = EventFactory(
        intensity_override=-2.5,
        intensity_reason="A gesture only.",
        cameo_code=CameoCodeFactory(),
        confidence=0.3,
    )

    page = text_of(get(client, f"/events/{event.pk}/"))

    assert "−2.5 set by an editor: A gesture only." in page
    assert "uncertain: general knowledge, no source found 30 %" in page
    assert "Nothing: it gives no pole cooperation or conflict" in page


def test_a_mutual_act_names_both_sides_once(client, world):
    event = EventFactory(
        title="Both sign",
        start=date(2022, 1, 1),
        precision="year",
        initiators=[world.focus.actor, world.states["china"]],
        recipients=[world.focus.actor, world.states["china"]],
    )
    ParticipantFactory(event=event, actor=world.states["west"], role="witness")

    page = text_of(get(client, f"/events/{event.pk}/"))

    assert "Between Azerbaijan , China Witness the West When 2022" in page
    assert "Azerbaijan, China, the West" in text_of(get(client, "/events/?start=2022&end=2023"))


def test_a_proposal_is_no_page_and_a_withdrawn_event_says_so(client, world):
    withdrawn = EventFactory(title="A mistake", status="withdrawn")
    proposed = EventFactory(status="proposed")
    rejected = EventFactory(status="rejected")

    assert "This event was withdrawn" in get(client, f"/events/{withdrawn.pk}/", status=410)
    for event in (proposed, rejected):
        get(client, f"/events/{event.pk}/", status=404)
    for key in ("0", "999999999999999999", "9" * 30, "-1", "x"):
        get(client, f"/events/{key}/", status=404)


def test_titles_are_text(client, world):
    world.treaty.title = "<script>alert(1)</script>"
    world.treaty.save()

    for address in ("/", "/events/", f"/events/{world.treaty.pk}/"):
        assert "<script>alert" not in client.get(address).content.decode()


def test_an_event_costs_few_queries(client, world, django_assert_max_num_queries):
    EvidenceFactory.create_batch(20, event=world.treaty)
    client.get(f"/events/{world.treaty.pk}/")

    with django_assert_max_num_queries(12):
        client.get(f"/events/{world.treaty.pk}/")


def test_a_pole_is_that_of_the_focus_s_scheme_where_another_has_its_code(client, world):
    namesake = PoleFactory(code="china", scheme__code="another")
    PoleMembershipFactory(actor=world.states["russia"], pole=namesake)

    page = client.get("/events/?pole=china").content.decode()

    assert "A treaty with China" in page
    assert "A pact with Russia" not in page

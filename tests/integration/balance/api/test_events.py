"""Events: what one looks like, who may see which, and every filter."""

import pytest

from balance.models import Methodology
from tests.factories.balance import EventFactory, MethodologyFactory, ParticipantFactory
from tests.factories.users import UserFactory

pytestmark = pytest.mark.django_db


def test_an_event_says_all_that_programs_rely_on(world, get):
    event = get("events/treaty-2024/")

    created, updated = event.pop("created_at"), event.pop("updated_at")
    assert [created[-1], updated[-1]] == ["Z", "Z"]
    assert event == {
        "id": world.treaty.pk,
        "slug": "treaty-2024",
        "title": "A railway treaty",
        "description": "",
        "start": "2024-07-03",
        "end": "2024-07-04",
        "precision": "day",
        "event_type": "SUPPORT",
        "cameo_code": "057",
        "dimension": "economic",
        "intensity": 8.0,
        "confidence": 1.0,
        "status": "confirmed",
        "participants": [
            {"actor": "AZE", "role": "initiator", "weight": None},
            {"actor": "CHN", "role": "recipient", "weight": None},
        ],
        "evidence": [
            {
                "article": world.article.pk,
                "quote": world.quoted.quote,
                "stance": "supports",
                "outlet": "Report",
                "title": world.article.title,
                "url": world.article.url,
                "published_on": "2024-07-04",
            }
        ],
    }


def test_an_event_is_found_by_its_id_and_by_its_slug(world, get):
    assert get(f"events/{world.treaty.pk}/") == get("events/treaty-2024/")


def test_a_slug_of_digits_is_found_where_no_event_has_that_id(world, get):
    EventFactory(slug="20240703")

    assert get("events/20240703/")["slug"] == "20240703"


def test_an_event_without_a_cameo_code_says_null(world, get):
    event = get("events/talks-2020/")

    assert event["cameo_code"] is None
    assert event["intensity"] == world.talks.event_type.plover_score


def test_an_editors_override_is_the_intensity(world, get):
    EventFactory(slug="overridden", intensity_override=-3.5)

    assert get("events/overridden/")["intensity"] == -3.5


def test_intensities_are_shown_in_the_scale_of_the_published_methodology(world, get):
    Methodology.objects.published().update(status=Methodology.Status.RETIRED)
    MethodologyFactory(status="published", scale="sign")

    assert get("events/treaty-2024/")["intensity"] == 1.0


def test_without_a_published_methodology_intensities_are_goldsteins(world, get):
    Methodology.objects.published().update(status=Methodology.Status.RETIRED)

    assert get("events/treaty-2024/")["intensity"] == 8.0


def test_weights_of_participants_are_shown(world, get):
    event = EventFactory(slug="weighted")
    ParticipantFactory(event=event, actor=world.chn, weight=2.5)

    assert get("events/weighted/")["participants"][0]["weight"] == 2.5


def test_only_confirmed_events_are_listed(world, slugs):
    assert slugs("events/") == ["treaty-2024", "hosted-2022", "talks-2020"]


@pytest.mark.parametrize(
    ("parameters", "expected"),
    [
        ({"start": "2022-05-01"}, ["treaty-2024", "hosted-2022"]),
        ({"start": "2022-05-02"}, ["treaty-2024"]),
        ({"start": "2020-12-31"}, ["treaty-2024", "hosted-2022", "talks-2020"]),
        ({"end": "2022-05-01"}, ["talks-2020"]),
        ({"end": "2022-05-02"}, ["hosted-2022", "talks-2020"]),
        ({"start": "2022", "end": "2022-06"}, ["hosted-2022"]),
        ({"start": "2020-06-01", "end": "2020-06-02"}, ["talks-2020"]),
        ({"actor": "AZE"}, ["treaty-2024", "hosted-2022", "talks-2020"]),
        ({"actor": "RUS"}, ["hosted-2022", "talks-2020"]),
        ({"actor": "PUTIN"}, ["hosted-2022", "talks-2020"]),
        ({"pole": "china"}, ["treaty-2024", "hosted-2022"]),
        ({"pole": "russia"}, ["hosted-2022", "talks-2020"]),
        ({"focus": "AZE"}, ["treaty-2024", "talks-2020"]),
        ({"dimension": "economic"}, ["treaty-2024"]),
        ({"dimension": "economic,diplomatic"}, ["treaty-2024", "talks-2020"]),
        ({"event_type": "CONSULT"}, ["hosted-2022"]),
        ({"event_type": "CONSULT,SUPPORT"}, ["treaty-2024", "hosted-2022", "talks-2020"]),
        ({"cameo_code": "057"}, ["treaty-2024"]),
        ({"status": "withdrawn"}, ["mistake-2021"]),
        (
            {"status": "withdrawn,confirmed"},
            ["treaty-2024", "hosted-2022", "mistake-2021", "talks-2020"],
        ),
        ({"q": "railways"}, ["treaty-2024"]),
        ({"q": '"railway treaty" -talks'}, ["treaty-2024"]),
        ({"q": "no such words"}, []),
        ({"actor": "CHN", "pole": "russia"}, ["hosted-2022"]),
        ({"ordering": "title"}, ["treaty-2024", "hosted-2022", "talks-2020"]),
        ({"ordering": "start"}, ["talks-2020", "hosted-2022", "treaty-2024"]),
        ({"q": "", "actor": "", "start": ""}, ["treaty-2024", "hosted-2022", "talks-2020"]),
    ],
    ids=str,
)
def test_a_filter_keeps_the_events_that_it_says(parameters, expected, world, slugs):
    assert slugs("events/", **parameters) == expected


def test_a_withdrawn_event_keeps_its_address(world, get):
    assert get("events/mistake-2021/")["status"] == "withdrawn"


def test_the_editors_queue_is_not_public(world, get):
    body = get("events/", 400, status="proposed")

    assert body["fields"] == {"status": "Proposed and rejected events are for signed-in editors."}
    assert get("events/rumour-2024/", 404)["error"] == "not_found"
    assert get(f"events/{world.rumour.pk}/", 404)["error"] == "not_found"


def test_a_signed_in_reader_who_is_no_editor_does_not_see_the_queue(world, get, client):
    client.force_login(UserFactory())

    assert "status" in get("events/", 400, status="proposed")["fields"]


def test_an_editor_sees_the_queue_and_no_cache_keeps_it(world, client):
    client.force_login(UserFactory(superuser=True))

    response = client.get("/api/v1/events/?status=proposed,rejected")

    assert [event["slug"] for event in response.json()["results"]] == ["rumour-2024"]
    assert "no-store" in response["Cache-Control"]


def test_a_readers_answer_does_not_look_at_the_session(world, client, django_assert_num_queries):
    client.force_login(UserFactory(superuser=True))

    response = client.get("/api/v1/events/")

    assert "Cookie" not in response["Vary"]


def test_the_tally_counts_what_the_filters_keep(client, world):
    everything = client.get("/api/v1/events/tally/").json()
    about_china = client.get("/api/v1/events/tally/", {"pole": "china"}).json()

    listed = client.get("/api/v1/events/").json()["results"]
    assert everything["events"] == len(listed) == sum(y["events"] for y in everything["years"])
    assert everything["start"] == min(event["start"] for event in listed)
    assert sum(row["events"] for row in everything["dimensions"]) == len(listed)
    kept = client.get("/api/v1/events/", {"pole": "china"}).json()["results"]
    by_pole = {row["code"]: row["events"] for row in about_china["poles"]}
    assert about_china["events"] == by_pole["china"] == len(kept) > 0


def test_a_tally_of_nothing_has_no_days(client, world):
    nothing = client.get("/api/v1/events/tally/", {"q": "unicorn"}).json()

    assert (nothing["events"], nothing["start"], nothing["years"]) == (0, None, [])


def test_a_tally_refuses_what_the_list_refuses(client, world):
    for asked in ({"start": "soon"}, {"pole": "mars"}, {"what": "1"}, {"status": "proposed"}):
        assert client.get("/api/v1/events/tally/", asked).status_code == 400, asked


def test_a_tally_costs_few_queries(client, world, django_assert_max_num_queries):
    with django_assert_max_num_queries(5):
        client.get("/api/v1/events/tally/")


def test_a_tally_can_be_had_as_a_file(client, world):
    response = client.get("/api/v1/events/tally/", {"format": "csv", "pole": "china"})

    rows = b"".join(response.streaming_content).decode().splitlines()
    assert rows[:2] == ["of,what,events", "all,,2"]
    assert "pole,china,2" in rows

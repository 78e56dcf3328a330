"""What-if through the API, and the columns that a browser reckons from."""

import pytest

pytestmark = pytest.mark.django_db

ADDRESS = "balance/AZE/what-if/"
IMPACTS = "balance/AZE/impacts/"


def test_settings_stand_beside_what_they_change(world, get):
    answer = get(ADDRESS, half_life="90", weight_energy="0", floor="0.5", end="2024-12-01")

    assert answer["settings"]["half_life"] == 90
    assert answer["settings"]["dimension_weights"]["energy"] == 0
    assert answer["methodology"]["dimension_weights"]["energy"] == 1
    assert answer["default"]["points"] == get("balance/AZE/", end="2024-12-01")["points"]
    assert len(answer["points"]) == len(answer["default"]["points"])


def test_outlets_and_events_are_left_out_by_their_ids(world, get):
    outlet = world.article.outlet.pk
    answer = get(
        ADDRESS, without_outlet=outlet, without_event=f"{world.talks.pk}, {world.talks.pk}"
    )

    assert [row["name"] for row in answer["settings"]["without_outlets"]] == ["Report"]
    assert [row["event"] for row in answer["settings"]["without_events"]] == [world.talks.pk]
    assert answer["left_out"] == {"events": 2, "by_floor": 0, "by_outlet": 1, "of": 2}


def test_the_same_is_a_file(world, client):
    response = client.get(f"/api/v1/{ADDRESS}", {"half_life": "90", "end": "2024", "format": "csv"})

    head, *rows = response.getvalue().decode().splitlines()
    assert head.endswith("pole,share,friction,tone,cooperation,conflict,events,default_share")
    assert len(rows) == 4 * 12 * 3


def test_columns_are_as_long_as_each_other(world, get):
    answer = get(IMPACTS)

    for part in ("events", "impacts", "counts"):
        assert len({len(column) for column in answer[part].values()}) == 1, part
    assert answer["outlets"] == [{"id": world.article.outlet.pk, "name": "Report"}]
    assert answer["data_version"] == get("balance/AZE/")["data_version"]


@pytest.mark.parametrize(
    ("asked", "field"),
    [
        ({"half_life": "0"}, "half_life"),
        ({"kappa": "0"}, "kappa"),
        ({"kappa": "1001"}, "kappa"),
        ({"floor": "1.1"}, "floor"),
        ({"floor": "-1"}, "floor"),
        ({"weight_energy": "11"}, "weight_energy"),
        ({"weight_energy": "1e3"}, "weight_energy"),
        ({"weight_magic": "1"}, "weight_magic"),
        ({"without_outlet": "Report"}, "without_outlet"),
        ({"without_outlet": "999999"}, "without_outlet"),
        ({"without_event": "0"}, "without_event"),
        ({"without_event": "1,,2"}, "without_event"),
        ({"without_event": "99999999999999999999"}, "without_event"),
        ({"without_event": "9223372036854775808"}, "without_event"),
        ({"without_event": ",".join(map(str, range(1, 60)))}, "without_event"),
        ({"without_event": "1\0"}, "without_event"),
        ({"interval": "1"}, "interval"),
        ({"start": "2024", "end": "2023"}, "end"),
    ],
    ids=str,
)
def test_nonsense_is_refused(asked, field, world, get):
    assert field in get(ADDRESS, 400, **asked)["fields"]


def test_an_event_that_does_not_count_cannot_be_left_out(world, get):
    for event in (world.hosted, world.mistake):
        assert "without_event" in get(ADDRESS, 400, without_event=event.pk)["fields"]


def test_nobody_else_is_reckoned(world, get):
    get("balance/RUS/what-if/", 404)
    get("balance/RUS/impacts/", 404)


def test_answers_cost_few_queries(world, get, django_assert_max_num_queries):
    get(ADDRESS, half_life="90", floor="0.5")

    with django_assert_max_num_queries(8):
        get(ADDRESS, half_life="90", floor="0.5")
    with django_assert_max_num_queries(7):
        get(IMPACTS)

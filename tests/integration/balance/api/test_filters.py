"""Every filter of every other list."""

from datetime import date

import pytest
from django.db.backends.postgresql.psycopg_any import DateRange

from tests.factories.balance import (
    ActorFactory,
    ClaimFactory,
    ObservationFactory,
    TieFactory,
    TieKindFactory,
)

pytestmark = pytest.mark.django_db
BOTH = ["aze-chn-friends", "aze-in-sco"]


@pytest.mark.parametrize(
    ("parameters", "expected"),
    [
        ({}, BOTH),
        ({"on": "2010-06-01"}, BOTH),
        ({"on": "2001-01-25"}, ["aze-in-sco"]),
        ({"on": "2001-01-24"}, []),
        ({"on": "2014-12-31"}, BOTH),
        ({"on": "2015-01-01"}, ["aze-in-sco"]),
        ({"start": "2015-01-01"}, ["aze-in-sco"]),
        ({"start": "2014-12-31"}, BOTH),
        ({"end": "2005-01-01"}, ["aze-in-sco"]),
        ({"end": "2005-01-02"}, BOTH),
        ({"actor": "CHN"}, ["aze-chn-friends"]),
        ({"actor": "SCO"}, ["aze-in-sco"]),
        ({"focus": "AZE"}, BOTH),
        ({"pole": "china"}, ["aze-chn-friends"]),
        ({"pole": "russia"}, []),
        ({"ladder": "membership"}, BOTH),
        ({"ladder": "bilateral"}, []),
        ({"kind": "member"}, BOTH),
        ({"q": "friendship"}, ["aze-chn-friends"]),
        ({"q": "shanghai"}, ["aze-in-sco"]),
    ],
    ids=str,
)
def test_ties(parameters, expected, world, slugs):
    assert slugs("ties/", ordering="slug", **parameters) == expected


def test_a_tie_says_its_rung_and_its_ends(world, get):
    tie = get(f"ties/{world.friendship.pk}/")

    assert (tie["ladder"], tie["kind"], tie["label"]) == (
        "membership",
        "member",
        "friendship treaty",
    )
    assert (tie["start"], tie["start_precision"]) == ("2005-01-01", "day")
    assert (tie["end"], tie["end_precision"]) == ("2015-01-01", "day")


def test_the_open_end_of_a_tie_is_null(world, get):
    tie = get(f"ties/{world.tie.pk}/")

    assert tie["end"] is tie["end_precision"] is None
    assert tie["evidence"][0]["article"] == world.article.pk


def test_a_tie_of_unknown_start_is_in_force_before_its_end(world, slugs):
    kind = TieKindFactory(ladder="other", code="transit")
    TieFactory(slug="old", kind=kind, valid=DateRange(None, date(1990, 1, 1)))

    assert slugs("ties/", on="1950-01-01") == ["old"]


def test_of_a_pole_only_who_was_in_it_meanwhile_counts(world, slugs):
    TieFactory(slug="late", actor_a=world.aze, actor_b=world.rus, valid=DateRange(date(2024, 1, 1)))
    TieFactory(
        slug="early", actor_a=world.aze, actor_b=world.rus, valid=DateRange(date(2022, 1, 1))
    )

    assert slugs("ties/", pole="russia") == ["early"]


@pytest.mark.parametrize("name", ["actors", "ties", "claims", "observations"])
def test_what_is_withdrawn_is_left_out(name, world, get):
    row = {
        "actors": lambda: ActorFactory(withdrawn_because="A mistake."),
        "ties": lambda: TieFactory(withdrawn_because="A mistake."),
        "claims": lambda: ClaimFactory(withdrawn_because="A mistake."),
        "observations": lambda: ObservationFactory(withdrawn_because="A mistake."),
    }[name]()
    key = "code" if name == "actors" else "id"

    assert getattr(row, key) not in [found[key] for found in get(f"{name}/")["results"]]
    get(f"{name}/{getattr(row, key)}/", 404)


@pytest.mark.parametrize(
    ("parameters", "found"),
    [
        ({"start": "2024-07-03", "end": "2024-07-04"}, True),
        ({"start": "2024-07-04"}, False),
        ({"end": "2024-07-03"}, False),
        ({"focus": "AZE"}, True),
        ({"pole": "china"}, True),
        ({"pole": "russia"}, False),
        ({"kind": "forecast"}, True),
        ({"kind": "commitment,intention"}, False),
        ({"status": "open"}, True),
        ({"status": "failed"}, False),
        ({"q": "double"}, True),
        ({"q": "analyst"}, True),
        ({"q": "halve"}, False),
        ({"actor": "CHN"}, False),
    ],
    ids=str,
)
def test_claims(parameters, found, world, slugs):
    assert slugs("claims/", **parameters) == ["claim-1"] * found


def test_a_claim_of_an_official_is_found_by_whom_he_stands_for(world, slugs, get):
    ClaimFactory(slug="putin-says", speaker=world.putin)

    assert slugs("claims/", actor="PUTIN") == slugs("claims/", actor="RUS") == ["putin-says"]
    assert get("claims/", actor="RUS")["results"][0]["speaker_name"] == "Vladimir Putin"


@pytest.mark.parametrize(
    ("parameters", "found"),
    [
        ({"indicator": "imports"}, True),
        ({"partner": "CHN"}, True),
        ({"partner": "AZE"}, False),
        ({"actor": "CHN"}, True),
        ({"actor": "AZE"}, True),
        ({"actor": "RUS"}, False),
        ({"focus": "AZE"}, True),
        ({"pole": "china"}, True),
        ({"pole": "russia"}, False),
        ({"start": "2023-12-31"}, True),
        ({"start": "2024-01-01"}, False),
        ({"end": "2023-01-02"}, True),
        ({"end": "2023-01-01"}, False),
        ({"q": "Imports"}, True),
        ({"q": "exports"}, False),
    ],
    ids=str,
)
def test_observations(parameters, found, world, slugs):
    expected = [world.observation.pk] * found

    assert slugs("observations/", "id", **parameters) == expected

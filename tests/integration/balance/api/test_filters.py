"""Every filter of every other list."""

from datetime import date

import pytest
from django.db.backends.postgresql.psycopg_any import DateRange

from tests.factories.articles import ArticleFactory
from tests.factories.balance import (
    ActorFactory,
    ClaimFactory,
    DatasetFactory,
    FocusFactory,
    MethodologyFactory,
    ObservationFactory,
    PoleFactory,
    PoleMembershipFactory,
    SchemeFactory,
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


@pytest.mark.parametrize(
    ("parameters", "expected"),
    [
        ({"kind": "person"}, ["PUTIN"]),
        ({"kind": "person,organisation"}, ["SCO", "PUTIN"]),
        ({"pole": "china"}, ["CHN"]),
        ({"affiliation": "RUS"}, ["PUTIN"]),
        ({"q": "beij"}, ["CHN"]),
        ({"q": "chn"}, ["CHN"]),
        ({"q": "%"}, []),
        ({"q": "_"}, []),
    ],
    ids=str,
)
def test_actors(parameters, expected, world, slugs):
    assert slugs("actors/", "code", **parameters) == expected


def test_an_actor_says_its_names_and_its_poles(world, get):
    actor = get("actors/CHN/")

    assert actor["aliases"] == ["Beijing"]
    assert actor["poles"] == [{"weight": 0.5, "start": None, "end": None, "pole": "china"}]
    assert get("actors/PUTIN/")["affiliation"] == "RUS"


@pytest.mark.parametrize(
    ("parameters", "expected"),
    [
        ({"actor": "CHN"}, ["china"]),
        ({"focus": "AZE"}, ["russia", "china"]),
        ({"scheme": "test-powers"}, ["russia", "china"]),
        ({"q": "chi"}, ["china"]),
        ({"ordering": "-name"}, ["russia", "china"]),
    ],
    ids=str,
)
def test_poles(parameters, expected, world, slugs):
    assert slugs("poles/", "code", **parameters) == expected


def test_a_pole_names_its_members_but_not_the_withdrawn(world, get):
    PoleMembershipFactory(pole=world.china, withdrawn_because="A mistake.")
    PoleMembershipFactory(pole=world.china, actor__withdrawn_because="A mistake.")

    assert [member["actor"] for member in get("poles/china/")["members"]] == ["CHN"]


def test_of_two_poles_with_one_code_that_of_the_front_page_is_found(world, get):
    PoleFactory(scheme=SchemeFactory(code="another"), code="china", name="Zhongguo")

    assert get("poles/china/")["name"] == world.china.name


@pytest.mark.parametrize(
    ("parameters", "expected"),
    [
        ({"scheme": "test-powers"}, ["AZE"]),
        ({"pole": "china"}, ["AZE"]),
        ({"q": "azer"}, ["AZE"]),
        ({"ordering": "-code"}, ["GEO", "AZE"]),
    ],
    ids=str,
)
def test_foci(parameters, expected, world, slugs):
    FocusFactory(
        actor=ActorFactory(code="GEO", name="Georgia"), scheme=SchemeFactory(code="another")
    )

    assert slugs("foci/", "code", **parameters) == expected


@pytest.mark.parametrize(
    ("parameters", "expected"),
    [
        ({"start": "2024-07-04"}, ["new"]),
        ({"start": "2024-07-05"}, []),
        ({"end": "2024-07-04"}, ["old"]),
        ({"language": "az"}, ["old"]),
        ({"q": "treaty"}, ["new"]),
        ({"q": "objected"}, ["new"]),
        ({}, ["new", "old", "undated"]),
        ({"ordering": "published_on"}, ["undated", "old", "new"]),
    ],
    ids=str,
)
def test_articles(parameters, expected, slugs, db):
    ArticleFactory(title="new", text="They signed a treaty. Nobody objected.")
    ArticleFactory(title="old", published_on=date(2020, 1, 1), language="az", text="Salam.")
    ArticleFactory(title="undated", published_on=None, text="")

    assert slugs("articles/", "title", **parameters) == expected


def test_articles_of_one_outlet(world, slugs, get):
    ArticleFactory(title="elsewhere")

    assert slugs("articles/", "id", outlet=world.article.outlet.pk) == [world.article.pk]
    assert "outlet" in get("articles/", 400, outlet=10**9)["fields"]
    assert "outlet" in get("articles/", 400, outlet="Report")["fields"]


def test_the_text_of_an_article_is_nowhere_in_the_api(world, client):
    secret = "Nobody objected."
    assert secret in world.article.text

    for name in ("articles", "events", "ties", "claims", "observations", "outlets"):
        for format_ in ("json", "csv"):
            response = client.get(f"/api/v1/{name}/", {"format": format_})
            assert (
                secret
                not in (response.getvalue() if response.streaming else response.content).decode()
            )


def test_an_article_says_where_and_when_it_was_published(world, get):
    assert get(f"articles/{world.article.pk}/") == {
        "id": world.article.pk,
        "outlet": "Report",
        "outlet_id": world.article.outlet.pk,
        "url": world.article.url,
        "title": world.article.title,
        "published_on": "2024-07-04",
        "precision": "day",
        "language": "en",
    }


@pytest.mark.parametrize(
    ("parameters", "found"),
    [
        ({"q": "rep"}, True),
        ({"q": "daily"}, False),
        ({"country": "AZE"}, True),
        ({"country": "RUS"}, False),
    ],
    ids=str,
)
def test_outlets(parameters, found, world, slugs):
    assert slugs("outlets/", "name", **parameters) == ["Report"] * found


def test_a_dashboard_says_its_panels_but_not_the_hidden(world, get):
    assert get("dashboards/front/") == {
        "slug": "front",
        "title": "Azerbaijan between the powers",
        "summary": "",
        "focus": "AZE",
        "panels": [
            {
                "kind": "shares",
                "title": "Shares",
                "options": {
                    "note": "",
                    "width": "full",
                    "pole": "china",
                    "dimension": None,
                    "years": None,
                },
            }
        ],
        "url": "http://testserver/d/front/",
    }


def test_a_draft_of_a_dashboard_is_not_public(world, slugs, get):
    assert slugs("dashboards/") == ["front"]
    get("dashboards/draft/", 404)


@pytest.mark.parametrize(
    ("parameters", "found"),
    [({"focus": "AZE"}, True), ({"q": "between"}, True), ({"q": "beyond"}, False)],
    ids=str,
)
def test_dashboards(parameters, found, world, slugs):
    assert slugs("dashboards/", **parameters) == ["front"] * found


def test_methodologies_without_drafts(world, slugs, get):
    MethodologyFactory(version="0.1", status="retired")
    MethodologyFactory(version="2.0-draft")

    assert set(slugs("methodologies/", "version")) == {"1.0", "0.1"}
    assert slugs("methodologies/", "version", status="retired") == ["0.1"]
    assert slugs("methodologies/", "version", q="0.1") == ["0.1"]
    get("methodologies/2.0-draft/", 404)
    get("methodologies/", 400, status="draft")


def test_a_methodology_says_its_parameters(world, get):
    methodology = get("methodologies/1.0/")

    assert methodology["half_life"] == 365
    assert methodology["dimension_weights"]["economic"] == 1


def test_datasets(world, slugs):
    DatasetFactory(code="gdelt", name="GDELT")

    assert slugs("datasets/", "code") == ["editorial", "gdelt"]
    assert slugs("datasets/", "code", kind="machine") == ["gdelt"]
    assert slugs("datasets/", "code", q="gde") == ["gdelt"]


def test_indicators(world, get, slugs):
    assert get("indicators/imports/")["unit"] == "million US dollars"
    assert slugs("indicators/", "code", q="imp") == ["imports"]
    assert slugs("indicators/", "code", q="arms") == []

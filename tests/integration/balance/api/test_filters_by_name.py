"""The filters and shapes of the other lists: who there is, and what was published."""

from datetime import date

import pytest

from tests.factories.articles import ArticleFactory
from tests.factories.balance import (
    ActorFactory,
    DatasetFactory,
    FocusFactory,
    MethodologyFactory,
    PoleFactory,
    PoleMembershipFactory,
    SchemeFactory,
)

pytestmark = pytest.mark.django_db


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
        "archive_url": None,
        "dead_since": None,
        "duplicate_of": None,
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
        "position": 0,
        "panels": [
            {
                "kind": "shares",
                "title": "Shares",
                "options": {
                    "note": "",
                    "width": "full",
                    "focus": None,
                    "poles": ["china"],
                    "dimensions": [],
                    "years": None,
                    "start": None,
                    "end": None,
                    "step": None,
                    "kernel": None,
                    "half_life": None,
                    "dataset": None,
                    "methodology": None,
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

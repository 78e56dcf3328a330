"""What a list costs, however long it is: the same few queries for one row and for sixty."""

import pytest

from tests.factories.articles import ArticleFactory, OutletFactory
from tests.factories.balance import (
    ActorFactory,
    AliasFactory,
    ClaimFactory,
    DashboardFactory,
    DatasetFactory,
    EventFactory,
    EvidenceFactory,
    FocusFactory,
    IndicatorFactory,
    MethodologyFactory,
    ObservationFactory,
    PanelFactory,
    PoleFactory,
    PoleMembershipFactory,
    SchemeFactory,
    TieFactory,
)

MANY = 60

pytestmark = pytest.mark.django_db


def _events(number):
    event = EventFactory(
        initiators=[ActorFactory()], recipients=ActorFactory.create_batch(2), hosts=[ActorFactory()]
    )
    EvidenceFactory.create_batch(2, event=event)


def _actors(number):
    actor = ActorFactory(affiliation=ActorFactory())
    AliasFactory.create_batch(2, actor=actor)
    PoleMembershipFactory(actor=actor)


def _quoted(factory, owner):
    return lambda number: EvidenceFactory(
        event=None, **{owner: factory(**({"poles": [PoleFactory()]} if owner == "claim" else {}))}
    )


ROWS = {
    "foci": (
        2,
        lambda number: PoleFactory(
            scheme=FocusFactory(
                actor=ActorFactory(), scheme=SchemeFactory(code=f"scheme-{number}")
            ).scheme
        ),
    ),
    "poles": (2, lambda number: PoleMembershipFactory()),
    "actors": (3, _actors),
    "events": (4, _events),
    "articles": (1, lambda number: ArticleFactory()),
    "outlets": (1, lambda number: OutletFactory()),
    "ties": (2, _quoted(TieFactory, "tie")),
    "indicators": (1, lambda number: IndicatorFactory(code=f"indicator-{number}")),
    "observations": (2, _quoted(ObservationFactory, "observation")),
    "claims": (3, _quoted(ClaimFactory, "claim")),
    "dashboards": (
        2,
        lambda number: PanelFactory(dashboard=DashboardFactory(), poles=[PoleFactory()]),
    ),
    "methodologies": (1, lambda number: MethodologyFactory(status="retired")),
    "datasets": (1, lambda number: DatasetFactory(code=f"machine-{number}")),
}


@pytest.mark.parametrize("name", list(ROWS))
@pytest.mark.parametrize("format_", ["json", "csv"])
def test_a_list_costs_a_few_queries_however_long_it_is(
    name, format_, client, django_assert_num_queries
):
    queries, make = ROWS[name]
    for number in range(MANY):
        make(number)

    with django_assert_num_queries(queries):
        response = client.get(f"/api/v1/{name}/", {"format": format_})
        if format_ == "csv":
            rows = response.getvalue().decode().count("\r\n") - 1
        else:
            rows = len(response.json()["results"])

    assert rows >= MANY


@pytest.mark.parametrize(
    ("parameters", "queries"),  # One to look a code up; words that are ours cost none.
    [
        ({"actor": "CHN"}, 1),
        ({"pole": "china", "focus": "AZE"}, 2),
        ({"event_type": "SUPPORT,CONSULT", "dimension": "economic,security"}, 1),
    ],
)
def test_a_filter_by_code_costs_one_query_more(
    parameters, queries, world, client, django_assert_num_queries
):
    with django_assert_num_queries(4 + queries):
        client.get("/api/v1/events/", parameters)

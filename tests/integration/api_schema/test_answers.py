"""The API against its own schema: what we know is there, and whatever a machine makes up."""

from typing import Any

import pytest
import schemathesis
from hypothesis import HealthCheck, Phase, given, settings
from schemathesis import GenerationMode
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_schema_conformance,
    status_code_conformance,
)

from balance.api.views.docs import api_schema
from tests.factories.small_world import small_world

CHECKS = [
    not_a_server_error,
    status_code_conformance,
    content_type_conformance,
    response_schema_conformance,
]
KNOWN = {
    "foci": "AZE",
    "poles": "china",
    "actors": "CHN",
    "indicators": "imports",
    "dashboards": "front",
    "methodologies": "1.0",
    "datasets": "editorial",
    "balance": "AZE",
}
ASKED = {
    "/api/v1/balance/{focus}/explain/": {"pole": "china", "from": "2020", "to": "2024-12"},
    "/api/v1/balance/{focus}/effect/": {"event": 0},  # Set to one that is there.
    "/api/v1/balance/{focus}/shift/": {"from": "2019-01-01", "to": "2024-12-01"},
    "/api/v1/balance/{focus}/tilt/": {"a": "china", "b": "russia", "step": "year"},
}
MADE_UP = settings(
    max_examples=4,
    derandomize=True,
    database=None,
    deadline=None,
    phases=[Phase.generate],
    suppress_health_check=list(HealthCheck),
)

pytestmark = [pytest.mark.slow, pytest.mark.django_db(transaction=True)]


def operations() -> list[Any]:
    found = schemathesis.openapi.from_dict(api_schema()).get_all_operations()
    return [result.ok() for result in found]


def test_every_answer_about_what_is_there_keeps_to_the_schema(live_server):
    world = small_world()
    ids = {
        "events": world.treaty.pk,
        "articles": world.article.pk,
        "outlets": world.article.outlet.pk,
        "ties": world.tie.pk,
        "observations": world.observation.pk,
        "claims": world.claim.pk,
    }

    for operation in operations():
        name = operation.path.split("/")[3]
        known = {p.name: str({**KNOWN, **ids}[name]) for p in operation.path_parameters}
        query = dict(ASKED.get(operation.path, {}))
        if "event" in query:
            query["event"] = world.treaty.pk
        case = operation.Case(path_parameters=known, query=query)
        response = case.call_and_validate(base_url=live_server.url, checks=CHECKS)
        assert response.status_code == 200, (operation.path, response.text)


@pytest.mark.parametrize("mode", list(GenerationMode))
def test_every_answer_keeps_to_the_schema_whatever_is_asked(mode, live_server):
    small_world()
    statuses = set()

    for operation in operations():

        @MADE_UP
        @given(case=operation.as_strategy(generation_mode=mode))
        def check(case):
            response = case.call_and_validate(base_url=live_server.url, checks=CHECKS)
            statuses.add(response.status_code)

        check()

    assert 400 in statuses
    assert max(statuses) < 500

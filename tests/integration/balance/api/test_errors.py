"""What cannot be asked at all is answered in the one error shape too."""

import pytest
from django.test import Client

from tests.integration.balance.api.shapes import is_error

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("method", ["post", "put", "patch", "delete", "trace"])
@pytest.mark.parametrize(
    "address", ["", "events/", "events/1/", "balance/AZE/", "schema/", "docs/"]
)
def test_nothing_can_be_written(method, address, client):
    response = getattr(client, method)(f"/api/v1/{address}")

    assert is_error(response, 405)
    assert response["Allow"].startswith("GET, HEAD")


def test_a_body_of_another_type_changes_nothing(client):
    response = client.post("/api/v1/events/", b"\0\1\2", content_type="application/x-nonsense")

    assert is_error(response, 405)


@pytest.mark.parametrize("accept", ["application/xml", "image/png", "text/html", "nonsense"])
def test_a_media_type_that_nobody_makes_is_refused(accept, client):
    assert is_error(client.get("/api/v1/events/", headers={"accept": accept}), 406)


@pytest.mark.parametrize("format_", ["xml", "api", "CSV", "../etc", "\0"])
def test_an_unknown_format_is_refused(format_, client):
    response = client.get("/api/v1/events/", {"format": format_})

    assert is_error(response)
    assert "format" in response.json()["fields"]


@pytest.mark.parametrize(
    "address",
    [
        "/api/",
        "/api/v1/nothing/",
        "/api/v2/events/",
        "/api/v1/events/1/evidence/",
        "/api/v1/%00/",
        "/api/v1/balance/",
        "/api/v1/balance/AZE/secrets/",
        "/api/v1/" + "x/" * 500,
    ],
)
@pytest.mark.parametrize("method", ["get", "post"])
def test_an_address_that_leads_nowhere_says_so_in_the_same_shape(address, method, client):
    assert is_error(getattr(client, method)(address), 404)


def test_an_address_without_its_slash_leads_to_the_one_with_it(client):
    response = client.get("/api/v1/events?actor=AZE")

    assert (response.status_code, response["Location"]) == (301, "/api/v1/events/?actor=AZE")


def test_an_address_with_two_slashes_leads_nowhere_else(client):
    response = client.get("//evil.example/api/v1/events")

    assert response.status_code in (301, 404)
    assert not response.headers.get("Location", "/").startswith("//")


@pytest.mark.parametrize("address", ["", "events/", "balance/AZE/", "schema/", "docs/"])
def test_the_head_of_an_answer_can_be_had_alone(address, client):
    response = client.head(f"/api/v1/{address}")

    assert response.status_code in (200, 302, 404)
    assert response.content == b""


@pytest.mark.parametrize("address", ["events/", "events/1/", "balance/AZE/", "docs/"])
def test_what_an_address_allows_can_be_asked(address, client):
    response = client.options(f"/api/v1/{address}")

    assert response.status_code == (405 if address == "docs/" else 200)
    assert response["Content-Type"] == "application/json"


def test_the_front_of_the_api_leads_to_its_description(client):
    assert client.get("/api/v1/")["Location"] == "/api/v1/docs/"


def test_a_forged_host_is_refused_in_the_same_shape(client):
    response = client.get("/api/v1/events/", headers={"host": "evil.example"})

    assert is_error(response, 400)


def test_a_fault_of_ours_is_answered_in_the_same_shape(monkeypatch):
    def fail(*_args, **_kwargs):
        raise RuntimeError("the secret of the fault")

    monkeypatch.setattr("balance.api.views.events.EventViewSet.get_serializer_context", fail)
    client = Client(raise_request_exception=False)

    response = client.get("/api/v1/events/")

    assert is_error(response, 500)
    assert "secret" not in response.content.decode()


def test_too_many_requests_are_told_when_to_come_back(monkeypatch, client):
    from django.core.cache import cache
    from rest_framework.throttling import AnonRateThrottle

    cache.clear()
    monkeypatch.setattr(AnonRateThrottle, "THROTTLE_RATES", {"anon": "2/minute"})
    monkeypatch.setattr(AnonRateThrottle, "rate", "2/minute", raising=False)

    statuses = [client.get("/api/v1/foci/") for _ in range(3)]
    cache.clear()

    assert [response.status_code for response in statuses] == [200, 200, 429]
    assert is_error(statuses[2], 429)
    assert 0 < int(statuses[2]["Retry-After"]) <= 60


def test_a_busy_database_is_answered_in_the_same_shape(monkeypatch, client):
    from django.db import OperationalError

    def fail(*_args, **_kwargs):
        raise OperationalError("too many clients")

    monkeypatch.setattr("balance.api.views.events.EventViewSet.get_serializer_context", fail)

    response = client.get("/api/v1/events/")

    assert is_error(response, 503)
    assert int(response["Retry-After"]) > 0

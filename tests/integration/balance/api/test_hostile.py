"""Nonsense and malice get a sentence in the one error shape, and never a fault."""

import pytest
from django.test import Client

from balance.api.urls import router

LISTS = [prefix for prefix, _viewset, _name in router.registry]
WORST = ["a\0b", "9999-12-31", "9223372036854775808", "x" * 10_000, "%s%", "NaN"]
NONSENSE = [
    *WORST,
    "\0",
    "0000-01-01",
    "10000-01-01",
    "2024-02-30",
    "2024-13",
    "2024-7-3",
    "1899-12-31",
    "٢٠٢٤-٠١-٠١",
    "-9223372036854775809",
    "-1",
    "Infinity",
    "1e400",
    "'; DROP TABLE balance_event; --",
    "<script>alert(1)</script>",
    "🙂" * 300,
    "\u202e\u200f",
    "\\",
    "(((" * 60,
    ",,,",
    "[]",
]

pytestmark = pytest.mark.django_db


def parameters_of(client, name):
    schema = client.get("/api/v1/schema/").json()
    return [p["name"] for p in schema["paths"][f"/api/v1/{name}/"]["get"]["parameters"]]


def is_error(response, status=400):
    body = response.json()
    return (
        response.status_code == status
        and list(body) == ["error", "detail", "fields"]
        and isinstance(body["error"], str)
        and isinstance(body["detail"], str)
        and all(isinstance(sentence, str) for sentence in body["fields"].values())
    )


@pytest.mark.parametrize("name", LISTS)
def test_no_parameter_of_a_list_makes_it_fail(name, client):
    values = NONSENSE if name == "events" else WORST  # The same fields read them everywhere.

    for parameter in parameters_of(client, name):
        for value in values:
            response = client.get(f"/api/v1/{name}/", {parameter: value})
            bounded = response.status_code == 200 and parameter in {"q", "country", "language"}
            refused = is_error(response) and parameter in response.json()["fields"]
            assert bounded or refused, (parameter, value, response.content)


@pytest.mark.parametrize("name", LISTS)
def test_a_nul_is_refused_wherever_it_stands(name, client):
    for parameter in [*parameters_of(client, name), "\0"]:
        assert is_error(client.get(f"/api/v1/{name}/", {parameter: "a\0"}))


@pytest.mark.parametrize(
    "parameter",
    [
        "order_by",
        "foo",
        "id",
        "pk",
        "text",
        "start__gt",
        "status__in",
        "actor__code",
        "evidence__article__text__contains",
        "search",
        "offset",
        "Start",
        "start ",
        "csrfmiddlewaretoken",
    ],
)
def test_a_parameter_that_nobody_reads_is_refused_by_name(parameter, client):
    for name in LISTS:
        response = client.get(f"/api/v1/{name}/", {parameter: "1"})

        assert is_error(response), name
        assert parameter in response.json()["fields"]


@pytest.mark.parametrize(
    "ordering", ["password", "text", "-search", "start,-id", "--start", "?", "actor__code", "-"]
)
def test_an_ordering_that_is_not_offered_is_refused(ordering, client):
    for name in LISTS:
        response = client.get(f"/api/v1/{name}/", {"ordering": ordering})

        assert is_error(response), name
        assert "ordering" in response.json()["fields"]


@pytest.mark.parametrize(
    ("name", "parameter"),
    [
        *(
            ("events", parameter)
            for parameter in ("actor", "pole", "focus", "event_type", "cameo_code")
        ),
        *(("ties", parameter) for parameter in ("actor", "pole", "focus", "kind")),
        *(("observations", parameter) for parameter in ("indicator", "partner", "actor", "pole")),
        *(("claims", parameter) for parameter in ("actor", "pole", "focus")),
        *(("actors", parameter) for parameter in ("pole", "affiliation")),
        *(("poles", parameter) for parameter in ("scheme", "focus", "actor")),
        ("dashboards", "focus"),
    ],
)
def test_an_unknown_code_is_refused_by_its_name(name, parameter, client):
    response = client.get(f"/api/v1/{name}/", {parameter: "ATLANTIS"})

    assert is_error(response)
    assert "ATLANTIS" in response.json()["fields"][parameter]


@pytest.mark.parametrize("name", ["events", "claims", "ties", "observations", "articles"])
@pytest.mark.parametrize(
    ("start", "end"), [("2024-01-02", "2024-01-01"), ("2024-01-01", "2024-01-01"), ("2025", "2024")]
)
def test_a_span_without_a_day_is_refused(name, start, end, client):
    response = client.get(f"/api/v1/{name}/", {"start": start, "end": end})

    assert is_error(response)
    assert "end" in response.json()["fields"]


@pytest.mark.parametrize("name", LISTS)
def test_a_parameter_given_twice_is_refused(name, client):
    response = client.get(f"/api/v1/{name}/?q=a&q=b")

    assert is_error(response)
    assert response.json()["fields"] == {"q": "Give it once."}


@pytest.mark.parametrize(("parameter", "value"), [("cursor", "x"), ("page_size", "0")])
def test_a_file_has_no_pages(parameter, value, client):
    response = client.get("/api/v1/events/", {"format": "csv", parameter: value})

    assert is_error(response)
    assert parameter in response.json()["fields"]


@pytest.mark.parametrize("name", LISTS)
def test_a_row_has_no_parameters(name, client):
    assert is_error(client.get(f"/api/v1/{name}/1/?start=2024"))


def test_more_parameters_than_any_form_has_are_refused(client):
    query = "&".join(f"a{number}=1" for number in range(6_000))

    assert is_error(client.get(f"/api/v1/events/?{query}"))


def test_bytes_that_are_no_text_are_read_as_what_they_are_not(client):
    assert is_error(client.get("/api/v1/events/?actor=%ff%fe"))
    assert client.get("/api/v1/events/?q=%ed%a0%80%ff").status_code == 200


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

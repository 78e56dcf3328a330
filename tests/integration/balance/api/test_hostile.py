"""Nonsense and malice get a sentence in the one error shape, and never a fault."""

import pytest

from balance.api.urls import router
from tests.integration.balance.api.shapes import is_error

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

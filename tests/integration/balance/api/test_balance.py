"""The balance and its explanation through the API: the shape, every parameter, the file, caches."""

import csv
import io
import math
from datetime import UTC, date, datetime, timedelta

import kombu.exceptions
import psycopg
import pytest
import time_machine

from balance.models import Event
from tests.factories.balance import EventFactory

pytestmark = pytest.mark.django_db

TODAY = datetime(2024, 12, 15, 12, tzinfo=UTC)


@pytest.fixture(autouse=True)
def _in_december():
    with time_machine.travel(TODAY, tick=False):
        yield


@pytest.fixture
def balance(world, get):
    """Return a function that asks for the balance of AZE."""

    def ask(expected=200, /, **parameters):
        return get("balance/AZE/", expected, **parameters)

    return ask


def test_the_answer_has_the_shape_that_programs_rely_on(balance):
    answer = balance(start="2024-07-01", end="2024-09-01")

    assert {
        key: answer[key] for key in ("focus", "scheme", "dataset", "as_of", "step", "kernel")
    } == {
        "focus": "AZE",
        "scheme": "test-powers",
        "dataset": "editorial",
        "as_of": None,
        "step": "month",
        "kernel": "stock",
    }
    assert {"version", "scale", "half_life", "kappa"} <= set(answer["methodology"])
    assert {"data_version", "computed_at"} <= set(answer)
    assert [pole["code"] for pole in answer["poles"]] == ["russia", "china"]
    assert {"code", "name", "color"} <= set(answer["poles"][0])
    july, august = answer["points"]
    assert (july["date"], july["start"], july["end"]) == ("2024-07-31", "2024-07-01", "2024-08-01")
    assert {"balance", "effective_poles", "hhi", "coverage", "reason", "flags"} <= set(august)
    assert {"share", "friction", "tone", "cooperation", "conflict", "events"} <= set(
        august["poles"]["china"]
    )
    assert {"cooperation", "conflict", "events"} <= set(august["other"])


def test_the_numbers_are_those_of_the_method(balance):
    (day,) = balance(start="2024-07-03", end="2024-07-04", step="day")["points"]

    # The treaty of this day: 8 points, half of them China's, whose member weighs one half; the
    # talks of 2020: 366 equal parts of one event with Russia, faded for years.
    treaty = 8 * 0.5
    score = 5.0  # SUPPORT, by PLOVER's score, as the talks have no CAMEO code.
    first = date(2020, 1, 1).toordinal()
    talks = math.fsum(
        score / 366 * 2 ** (-(date(2024, 7, 3).toordinal() - first - n) / 365) for n in range(366)
    )
    assert day["poles"]["china"]["cooperation"] == pytest.approx(treaty, abs=1e-9)
    assert day["poles"]["russia"]["cooperation"] == pytest.approx(
        talks * Event.objects.get(slug="talks-2020").event_type.plover_score / score, abs=1e-9
    )
    assert day["other"]["cooperation"] == pytest.approx(treaty, abs=1e-9)


def test_without_a_span_the_answer_runs_from_the_first_event_to_today(balance):
    points = balance()["points"]

    assert points[0]["start"] == "2020-01-01"
    assert (points[-1]["date"], points[-1]["end"]) == ("2024-12-15", "2024-12-16")


@pytest.mark.parametrize(
    ("step", "count"), [("day", 366), ("week", 53), ("month", 12), ("quarter", 4), ("year", 1)]
)
def test_every_step_cuts_the_span(step, count, balance):
    assert len(balance(start="2024", end="2025", step=step)["points"]) == count


def test_flow_counts_only_what_happened_in_the_period(balance):
    points = balance(start="2024-06", end="2024-09", kernel="flow")["points"]

    assert [point["poles"]["china"]["cooperation"] for point in points] == [0.0, 4.0, 0.0]


def test_a_shorter_half_life_forgets_sooner(balance):
    def china(**parameters):
        (point,) = balance(start="2024-08-02", end="2024-08-03", **parameters)["points"]
        return point["poles"]["china"]["cooperation"]

    assert china(half_life=30) == pytest.approx(4 * 0.5, abs=1e-9)
    assert china(half_life=60.5) < china(half_life=90) < china()


def test_only_the_dimensions_asked_for_count(balance):
    def china(dimension):
        (point,) = balance(start="2024-07-03", end="2024-07-04", dimension=dimension)["points"]
        return point["poles"]["china"]["cooperation"]

    assert (china("economic"), china("security"), china("security,economic")) == (4.0, 0.0, 4.0)


def test_a_published_methodology_can_be_named(balance):
    assert balance(methodology="1.0", dataset="editorial")["methodology"]["version"] == "1.0"


def test_as_known_on_a_day_is_as_known_at_its_end(balance):
    recorded = time_machine.escape_hatch.datetime.datetime.now(tz=UTC)  # By the database's clock.
    day = recorded.date() + timedelta(days=1)

    with time_machine.travel(recorded + timedelta(days=3), tick=False):
        assert balance(as_of=day)["as_of"] == f"{day}T23:59:59.999999+00:00"
        assert balance(as_of=f"{day}T15:59:00+04:00")["as_of"] == f"{day}T11:59:00+00:00"


def test_before_the_poles_were_recorded_nothing_is_known(balance):
    assert "as_of" in balance(400, as_of="2024-12-14")["fields"]


@pytest.mark.parametrize(
    "as_of", ["2024-12-15", "2024-12-16", "2024-12-15T12:00:00Z", "2100-01-01"]
)
def test_what_is_not_past_is_not_known_to_anybody(as_of, balance):
    assert "as_of" in balance(400, as_of=as_of)["fields"]


@pytest.mark.parametrize(
    ("parameter", "value"),
    [
        ("half_life", "0"),
        ("half_life", "-1"),
        ("half_life", "NaN"),
        ("half_life", "inf"),
        ("half_life", "1e5"),
        ("half_life", "1_000"),
        ("half_life", "٣٦٥"),
        ("half_life", "9223372036854775808"),
        ("half_life", "0.0"),
        ("step", "hour"),
        ("step", "day,week"),
        ("kernel", "sum"),
        ("dimension", "economic,magic"),
        ("dimension", ","),
        ("dataset", "gdelt9"),
        ("dataset", "x" * 10_000),
        ("dataset", "a\0"),
        ("methodology", "9.9"),
        ("methodology", "%s"),
        ("as_of", "yesterday"),
        ("as_of", "9999-12-31"),
        ("as_of", "0001-01-01T00:00:00+23:59"),
        ("as_of", "2024-01-01T00:00:00"),
        ("as_of", "2024-02-30"),
        ("interval", "2"),
        ("interval", "true"),
        ("start", "9999-12-31"),
        ("start", "2025-01-01"),
        ("end", "1850-01-01"),
        ("end", "2019-12-31"),
        ("start", "2^63"),
        ("cursor", "x"),
        ("order_by", "share"),
        ("start__gte", "2024"),
        ("format", "xml"),
    ],
)
def test_nonsense_is_refused_by_the_parameters_name(parameter, value, balance):
    body = balance(400, **{parameter: value})

    assert body["error"] == "bad_parameter"
    assert set(body["fields"]) & {parameter, "end"}


@pytest.mark.parametrize(
    ("start", "end"), [("2024-02-01", "2024-01-01"), ("2024-01-01", "2024-01-01")]
)
def test_an_empty_span_is_refused(start, end, balance):
    assert "end" in balance(400, start=start, end=end)["fields"]


def test_five_thousand_points_are_the_most(balance):
    assert len(balance(start="2010-01-01", end="2023-09-10", step="day")["points"]) == 5_000
    assert "step" in balance(400, start="2010-01-01", end="2023-09-11", step="day")["fields"]


@pytest.mark.parametrize("code", ["GEO", "aze", "RUS", "9" * 500, "%00", "A Z"])
@pytest.mark.parametrize("rest", ["", "explain/?pole=china&from=2024-01-01&to=2024-12-01"])
def test_a_focus_that_is_none_is_not_found(code, rest, world, client):
    response = client.get(f"/api/v1/balance/{code}/{rest}")

    assert response.status_code == 404
    assert response.json()["error"] == "not_found"


def test_the_file_has_a_row_for_each_point_and_pole(balance, client):
    answer = balance(start="2024-07-01", end="2024-09-01")

    response = client.get(
        "/api/v1/balance/AZE/", {"start": "2024-07-01", "end": "2024-09-01", "format": "csv"}
    )
    rows = list(csv.DictReader(io.StringIO(response.getvalue().decode())))

    assert [(row["date"], row["pole"]) for row in rows] == [
        (day, pole) for day in ("2024-07-31", "2024-08-31") for pole in ("russia", "china", "other")
    ]
    china = answer["points"][0]["poles"]["china"]
    assert float(rows[1]["share"]) == china["share"]
    assert float(rows[1]["cooperation"]) == china["cooperation"]
    assert rows[2]["share"] == ""
    assert rows[0]["flags"] == ";".join(answer["points"][0]["flags"])


def test_a_null_is_an_empty_cell_with_its_reason(world, client):
    Event.objects.all().delete()

    text = client.get("/api/v1/balance/AZE/?start=2024-07-01&end=2024-07-02&format=csv")
    (row, *_others) = csv.DictReader(io.StringIO(text.getvalue().decode()))

    assert (row["share"], row["balance"], row["reason"]) == ("", "", "no_data")


def test_the_same_question_gets_the_same_bytes_and_a_cache_may_ask_whether_they_hold(world, client):
    first = client.get("/api/v1/balance/AZE/")
    second = client.get("/api/v1/balance/AZE/")
    third = client.get("/api/v1/balance/AZE/", headers={"if-none-match": first["ETag"]})

    assert first.content == second.content
    assert first["Cache-Control"] == "no-cache"
    assert (third.status_code, third.content) == (304, b"")


def test_an_edit_shows_in_the_next_answer(world, client):
    before = client.get("/api/v1/balance/AZE/")
    EventFactory(initiators=[world.aze], recipients=[world.chn])

    after = client.get("/api/v1/balance/AZE/", headers={"if-none-match": before["ETag"]})

    assert after.status_code == 200
    assert after.json()["data_version"] != before.json()["data_version"]


def test_a_warm_answer_costs_few_queries(world, client, django_assert_max_num_queries):
    client.get("/api/v1/balance/AZE/")

    with django_assert_max_num_queries(6):
        client.get("/api/v1/balance/AZE/?start=2010&end=2027")


@pytest.mark.parametrize(
    "failure", [kombu.exceptions.OperationalError("refused"), psycopg.errors.InvalidSchemaName()]
)
def test_intervals_are_pending_while_the_broker_is_away(failure, balance, monkeypatch):
    def fail(**_kwargs):
        raise failure

    monkeypatch.setattr("balance.tasks.compute_run.delay", fail)

    assert balance(interval="1")["intervals"] == "pending"


def test_without_asking_there_are_no_intervals(balance):
    assert "intervals" not in balance(interval="0")

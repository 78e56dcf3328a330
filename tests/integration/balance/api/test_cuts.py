"""Other cuts through the series agree with the balance, and refuse nonsense."""

from datetime import UTC, date, datetime

import pytest
import time_machine

from tests.factories.balance import ActorFactory, EventFactory, MethodologyFactory

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _in_december():
    with time_machine.travel(datetime(2024, 12, 15, 12, tzinfo=UTC), tick=False):
        yield


@pytest.fixture
def events(world):
    """Add conflict, OTHER, an event of two poles, and a method that weighs dimensions."""
    MethodologyFactory(version="weighed", status="retired", weight_security=3.0, weight_energy=0.5)
    EventFactory(
        start=date(2024, 8, 1),
        dimension="security",
        intensity_override=-6,
        initiators=[world.aze],
        recipients=[world.chn],
    )
    EventFactory(start=date(2024, 9, 1), initiators=[world.aze], recipients=[ActorFactory()])
    EventFactory(
        start=date(2022, 9, 1),
        dimension="energy",
        initiators=[world.aze],
        recipients=[world.chn, world.rus],
    )


def balance_on(get, day, **asked):
    return get("balance/AZE/", start=day, end="2024-12-16", step="month", **asked)["points"][0]


NAMES = ("cooperation", "conflict", "events")
METHODS = [
    {},
    {"half_life": "90"},
    {"dimension": "energy,security"},
    {"methodology": "weighed"},
]


@pytest.mark.parametrize("method", METHODS, ids=str)
def test_the_matrix_adds_up_to_the_balance(events, get, method):
    point = balance_on(get, "2024-11-01", **method)
    answer = get("balance/AZE/matrix/", on="2024-11-30", **method)

    for code in ("russia", "china", "other"):
        told = point["other"] if code == "other" else point["poles"][code]
        cells = [r["other"] if code == "other" else r["poles"][code] for r in answer["rows"]]
        total = answer["total"]["other"] if code == "other" else answer["total"]["poles"][code]
        for name in NAMES:
            assert total[name] == told[name]
            assert sum(cell[name] for cell in cells) == pytest.approx(told[name], abs=1e-12)
    wanted = method.get("dimension", "diplomatic,economic,security,energy,transport,cultural")
    assert {row["dimension"] for row in answer["rows"]} == set(wanted.split(","))


def test_the_matrix_is_of_today_unless_asked(events, get):
    assert get("balance/AZE/matrix/")["on"] == "2024-12-15"


def test_the_matrix_is_a_file_too(events, client):
    response = client.get("/api/v1/balance/AZE/matrix/", {"format": "csv"})

    head, *rows = response.getvalue().decode().splitlines()
    assert head == "dimension,pole,cooperation,conflict,events"
    assert len(rows) == (6 + 1) * 3
    assert rows[-1].startswith("total,other,")


@pytest.mark.parametrize("method", METHODS[:2], ids=str)
def test_the_shift_is_half_of_what_the_shares_moved(events, get, method):
    answer = get("balance/AZE/shift/", **{"from": "2020-12-31", "to": "2024-11-30"}, **method)

    shares = {}
    for end, day in (("from", "2020-12-01"), ("to", "2024-11-01")):
        told = get("balance/AZE/", start=day, end="2024-12-01", **method)["points"][0]["poles"]
        shares[end] = {code: pole["share"] for code, pole in told.items()}
        for pole in answer["poles"]:
            assert pole[end] == {
                "cooperation": told[pole["code"]]["cooperation"],
                "share": told[pole["code"]]["share"],
            }
    moved = sum(abs(shares["to"][code] - shares["from"][code]) for code in shares["to"]) / 2
    assert answer["shift"] == pytest.approx(moved, abs=1e-12) != 0
    assert answer["reasons"] == {"from": None, "to": None}


def test_a_shift_from_nothing_is_null_and_says_why(events, get):
    answer = get("balance/AZE/shift/", **{"from": "2000-01-01", "to": "2024-11-30"})

    assert answer["shift"] is None
    assert answer["reasons"] == {"from": "no_data", "to": None}
    assert answer["poles"][0]["from"] == {"cooperation": 0, "share": None}


@pytest.mark.parametrize("kernel", ["stock", "flow"])
def test_a_tilt_is_of_two_poles_over_time(events, get, kernel):
    span = {"start": "2019-01-01", "end": "2024-12-01", "step": "year", "kernel": kernel}
    answer = get("balance/AZE/tilt/", a="china", b="russia", **span)

    points = get("balance/AZE/", **span)["points"]
    assert [point["date"] for point in answer["points"]] == [point["date"] for point in points]
    for point, told in zip(answer["points"], points, strict=True):
        a, b = (told["poles"][code]["cooperation"] for code in ("china", "russia"))
        assert (point["cooperation_a"], point["cooperation_b"]) == (a, b)
        if a + b:
            assert point["tilt"] == pytest.approx((a - b) / (a + b + 10), abs=1e-12)
        else:
            assert (point["tilt"], point["reason"]) == (None, "no_data")
    assert {point["reason"] for point in answer["points"]} == {None, "no_data"}


def test_a_tilt_turned_round_changes_its_sign(events, get):
    there, back = (
        [point["tilt"] for point in get("balance/AZE/tilt/", a=a, b=b, step="year")["points"]]
        for a, b in (("china", "russia"), ("russia", "china"))
    )

    assert there == [None if tilt is None else -tilt for tilt in back]


def test_a_tilt_is_a_file_too(events, client):
    asked = {"a": "china", "b": "russia", "step": "year", "format": "csv"}

    text = client.get("/api/v1/balance/AZE/tilt/", asked).getvalue().decode()

    head, *rows = text.splitlines()
    assert head == "date,start,end,tilt,reason,cooperation_a,cooperation_b"
    assert len(rows) == 5


def test_the_bare_days_are_enough_to_reckon_the_stock(events, get):
    answer = get("balance/AZE/daily/")

    first, on = date.fromisoformat(answer["first_day"]), date(2024, 11, 30)
    stock = dict.fromkeys(("russia", "china", "other"), 0.0)
    for lane in answer["lanes"]:
        for place, days, number in lane["cooperation"]:
            for day in range(int(place), int(place + days)):
                age = on.toordinal() - first.toordinal() - day
                if age >= 0:
                    stock[lane["pole"]] += number * 2 ** (-age / 365)
    total = get("balance/AZE/matrix/", on="2024-11-30")["total"]
    assert stock == pytest.approx(
        {
            **{code: pole["cooperation"] for code, pole in total["poles"].items()},
            "other": total["other"]["cooperation"],
        },
        rel=1e-9,
    )
    assert all(
        answer["days"] >= run[0] + run[1] for lane in answer["lanes"] for run in lane["begun"]
    )


def test_bare_days_may_be_those_of_a_dimension(events, get):
    lanes = get("balance/AZE/daily/", dimension="energy")["lanes"]

    assert [(lane["dimension"], lane["pole"]) for lane in lanes] == [
        ("energy", "russia"),
        ("energy", "china"),
        ("energy", "other"),
    ]


@pytest.mark.parametrize(
    ("address", "asked", "field"),
    [
        ("matrix", {"on": "2024-02-30"}, "on"),
        ("matrix", {"dimension": "magic"}, "dimension"),
        ("matrix", {"start": "2024"}, "start"),
        ("shift", {"to": "2024-01-01"}, "from"),
        ("shift", {"from": "2024-01-01"}, "to"),
        ("shift", {"from": "2024-01-02", "to": "2024-01-01"}, "to"),
        ("shift", {"from": "2024-01-01", "to": "2024-01-02", "pole": "china"}, "pole"),
        ("tilt", {"a": "china"}, "b"),
        ("tilt", {"a": "china", "b": "china"}, "b"),
        ("tilt", {"a": "china", "b": "other"}, "b"),
        ("tilt", {"a": "atlantis", "b": "china"}, "a"),
        ("tilt", {"a": "china", "b": "russia", "start": "2024", "end": "2023"}, "end"),
        ("tilt", {"a": "china", "b": "russia", "start": "1900", "step": "day"}, "step"),
        ("tilt", {"a": "china", "b": "russia", "interval": "1"}, "interval"),
        ("daily", {"half_life": "90"}, "half_life"),
        ("daily", {"dataset": "gdelt9"}, "dataset"),
        ("daily", {"methodology": "9.9"}, "methodology"),
        ("daily", {"as_of": "2100-01-01"}, "as_of"),
        ("daily", {"format": "csv"}, "format"),
    ],
    ids=str,
)
def test_nonsense_is_refused(world, get, address, asked, field):
    assert field in get(f"balance/AZE/{address}/", 400, **asked)["fields"]


@pytest.mark.parametrize("address", ["matrix/", "shift/?from=2024&to=2024", "daily/"])
def test_nobody_else_has_series(world, get, address):
    get(f"balance/RUS/{address}", 404)


def test_without_events_every_cut_is_empty(world, get):
    EventFactory._meta.model.objects.all().delete()

    assert get("balance/AZE/daily/")["lanes"] == []
    assert get("balance/AZE/matrix/")["total"]["other"]["events"] == 0
    assert get("balance/AZE/shift/", **{"from": "2024", "to": "2024"})["shift"] is None
    tilts = get("balance/AZE/tilt/", a="china", b="russia")["points"]
    assert {point["tilt"] for point in tilts} == {None}


def test_a_cut_costs_at_most_six_queries(events, get, django_assert_max_num_queries):
    get("balance/AZE/matrix/")

    for address, asked in (
        ("matrix", {}),
        ("shift", {"from": "2024", "to": "2024"}),
        ("tilt", {"a": "china", "b": "russia"}),
        ("daily", {}),
    ):
        with django_assert_max_num_queries(6):
            get(f"balance/AZE/{address}/", **asked)

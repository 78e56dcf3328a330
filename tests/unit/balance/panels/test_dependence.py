"""Measured dependence in words."""

from balance.panels.dependence import cell_in_words, conflicts, dependence_title, indicator_views


def cell(share=None, low=None, high=None, reason=None):
    return {
        "share": share,
        "low": share if low is None else low,
        "high": share if high is None else high,
        "reason": reason or (None if share is not None else "not_listed"),
        "figures": [],
    }


def period(start, russia, china, **more):
    poles = {"russia": russia, "china": china}
    end = f"{int(start[:4]) + 1}-01-01"
    given = {"basis": "stated", "partners": ["CHN", "RUS"]} | more
    return {"start": start, "end": end, "poles": poles, **given}


def answer(*periods, figures=(), kind="share"):
    return {
        "poles": [{"code": "russia", "name": "Russia"}, {"code": "china", "name": "China"}],
        "indicators": [
            {
                "code": "import_share_pct",
                "name": "Share of imports",
                "unit": "percent",
                "kind": kind,
                "periods": list(periods),
            }
        ],
        "figures": list(figures),
    }


def test_a_share_its_bounds_or_a_dash_with_a_reason():
    assert cell_in_words(cell(0.256)) == ("26\u00a0%", "")
    assert cell_in_words(cell(None, 0.12, 0.15, "conflicting")) == (
        "12–15\u00a0%",
        "outlets contradict each other",
    )
    assert cell_in_words(cell()) == ("–", "no figure")


def test_periods_stand_newest_first_and_empty_ones_not_at_all():
    found = answer(
        period("2020-01-01", cell(0.1), cell()),
        period("2021-01-01", cell(), cell()),
        period("2022-01-01", cell(0.2), cell(0.3), basis="listed"),
    )

    (view,) = indicator_views(found)

    assert [line.period for line in view.lines] == ["2022", "2020"]
    assert [line.basis for line in view.lines] == ["of the 2 partners listed", "as stated"]


def test_a_part_of_a_year_is_named_by_its_months():
    ten_months = period("2025-01-01", cell(0.1), cell()) | {"end": "2025-11-01"}
    one_month = period("2025-02-01", cell(0.1), cell()) | {"end": "2025-03-01"}
    five_years = period("2014-01-01", cell(0.1), cell()) | {"end": "2019-01-01"}

    (view,) = indicator_views(answer(ten_months, one_month, five_years))

    assert [line.period for line in view.lines] == [
        "January–October 2025",
        "February 2025",
        "2014–2018",
    ]


def test_the_title_compares_two_poles_at_least():
    found = answer(
        period("2020-01-01", cell(0.1), cell(0.3)), period("2022-01-01", cell(0.2), cell())
    )

    assert dependence_title(found) == "Largest shares: China in share of imports (30\u00a0%, 2020)"


def test_without_figures_the_title_says_so():
    assert dependence_title(answer()) == "No pole’s share of anything is on record"


def test_figures_that_contradict_each_other_are_told_with_their_outlets():
    def figure(value, outlet):
        return {
            "indicator": "import_share_pct",
            "partner_name": "Russia",
            "start": "2020-01-01",
            "end": "2021-01-01",
            "value": value,
            "conflicting": True,
            "articles": [{"article": 1, "outlet": outlet, "url": ""}],
        }

    (found,) = conflicts(answer(figures=[figure(12, "Report"), figure(12.5, "Trend")]))

    assert found.what == "Share of imports, Russia, 2020"
    assert [(value, articles[0]["outlet"]) for value, articles in found.figures] == [
        ("12\u00a0percent", "Report"),
        ("12.50\u00a0percent", "Trend"),
    ]

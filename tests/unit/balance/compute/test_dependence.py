"""A pole's share of what is measured: of the reported total, or of the partners listed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from balance.compute.dependence import Bounds, Share, shares, stated_shares

WEIGHTS = {
    "RUS": {"russia": 1.0},
    "DEU": {"west": 1.0},
    "ITA": {"west": 1.0},
    "HUN": {"west": 0.5, "other": 0.5},
    "GEO": {"other": 1.0},
}


def of(figures, total=None):
    return shares(figures, WEIGHTS, total)


def known(share):
    return Share(share, share, share, None)


def test_a_pole_has_the_sum_of_its_members():
    found, total = of({"RUS": [10], "DEU": [20], "ITA": [30]}, [100])

    assert found == {"russia": known(0.1), "west": known(0.5)}
    assert total == Bounds(100, 100)


def test_without_a_reported_total_the_partners_listed_make_it():
    found, total = of({"RUS": [10], "DEU": [20], "GEO": [10]})

    assert found == {"russia": known(0.25), "west": known(0.5), "other": known(0.25)}
    assert total == Bounds(40, 40)


def test_a_partner_between_two_poles_is_split_by_weight():
    found, _total = of({"HUN": [10], "RUS": [10]})

    assert found == {"west": known(0.25), "other": known(0.25), "russia": known(0.5)}


def test_figures_that_contradict_each_other_are_never_averaged():
    found, _total = of({"RUS": [10, 20], "DEU": [30]}, [100])

    assert found["russia"] == Share(None, 0.1, 0.2, "conflicting")
    assert found["west"] == known(0.3)


def test_a_contradicted_total_makes_every_share_uncertain():
    found, total = of({"RUS": [10]}, [50, 100])

    assert found["russia"] == Share(None, 0.1, 0.2, "conflicting")
    assert total == Bounds(50, 100)


def test_of_partners_listed_a_conflict_moves_the_others_too():
    found, _total = of({"RUS": [10, 30], "DEU": [30]})

    assert found["russia"] == Share(None, 0.25, 0.5, "conflicting")
    assert found["west"] == Share(None, 0.5, 0.75, "conflicting")


@pytest.mark.parametrize(
    ("figures", "total", "reason"),
    [
        ({"RUS": [10]}, None, "one_partner"),
        ({"RUS": [0], "DEU": [0]}, None, "no_total"),
        ({"RUS": [1]}, [0], "no_total"),
        ({"RUS": [-1], "DEU": [3]}, None, "negative"),
    ],
)
def test_without_a_total_there_is_no_share_but_a_reason(figures, total, reason):
    found, whole = of(figures, total)

    assert found["russia"] == Share(None, None, None, reason)
    assert whole is None


def test_stated_shares_are_added_and_not_shared_out_again():
    found = stated_shares({"DEU": [10], "ITA": [26.3], "RUS": [5, 6]}, WEIGHTS)

    assert found["west"].share == pytest.approx(0.363)
    assert found["russia"] == Share(None, 0.05, 0.06, "conflicting")


@given(
    st.dictionaries(
        st.sampled_from(sorted(WEIGHTS)),
        st.lists(st.floats(1, 1e9), min_size=1, max_size=3),
        min_size=2,
    )
)
def test_shares_of_partners_listed_sum_to_one_within_their_bounds(figures):
    found, _total = of(figures)

    assert sum(share.low for share in found.values()) <= 1 + 1e-12
    assert sum(share.high for share in found.values()) >= 1 - 1e-12
    for share in found.values():
        assert 0 <= share.low <= share.high <= 1 + 1e-12

from dataclasses import replace
from datetime import date

import pytest

from balance.compute.attribution import AffiliationCircle, Attribution, WeightInvalid
from balance.compute.timelines import WeightsAboveOne
from balance.compute.world import OTHER, Participant, PoleMembership

SPRING = (date(2020, 6, 1), date(2020, 6, 2))


@pytest.fixture(scope="module")
def attribution(world):
    return Attribution(world)


@pytest.mark.parametrize(
    ("actor", "end"),
    [
        pytest.param("RUS", "RUS", id="a state stands for itself"),
        pytest.param("MINISTER", "RUS", id="an official stands for the state"),
        pytest.param("AIDE", "RUS", id="the chain is followed to its end"),
        pytest.param("RETIRED", "RETIRED", id="poles of its own, even long ago, end the chain"),
        pytest.param("ELSEWHERE", "RUS", id="a pole of another scheme does not"),
        pytest.param("UNKNOWN", "UNKNOWN", id="an actor nobody described stands for itself"),
    ],
)
def test_who_stands_for_whom(attribution, actor, end):
    assert attribution.stands_for(actor) == end


def test_the_focus_ends_the_chain(attribution):
    assert attribution.stands_for("AIDE", focus="MINISTER") == "MINISTER"


def test_affiliations_that_go_round_are_named(attribution):
    with pytest.raises(AffiliationCircle, match="HEAD to TAIL to HEAD"):
        attribution.stands_for("HEAD")


@pytest.mark.parametrize(
    ("others", "shares"),
    [
        pytest.param(["RUS"], {"RUS": 1}, id="one partner has it all"),
        pytest.param(["RUS", "TUR"], {"RUS": 1 / 2, "TUR": 1 / 2}, id="two have half each"),
        pytest.param(["MINISTER", "AIDE"], {"RUS": 1}, id="two officials are one partner"),
        pytest.param(["AIDE", "TUR"], {"RUS": 1 / 2, "TUR": 1 / 2}, id="an official counts whole"),
        pytest.param(["RUS", "PRESIDENT"], {"RUS": 1}, id="the focus's official is no partner"),
        pytest.param(["PRESIDENT"], {}, id="the focus with itself has no partner"),
        pytest.param([], {}, id="the focus alone has no partner"),
    ],
)
def test_partners_share_alike(attribution, met, others, shares):
    assert attribution.partners(met(*others), "FOCUS") == shares


def test_the_focus_may_act_through_an_official(attribution, met):
    assert attribution.partners(met("RUS", focus="PRESIDENT"), "FOCUS") == {"RUS": 1}


@pytest.mark.parametrize("role", ["host", "witness", "mediator"])
def test_hosts_witnesses_and_mediators_are_no_partners(attribution, met, role):
    event = met("RUS")
    watched = replace(event, participants=(*event.participants, Participant("TUR", role, 3.0)))

    assert attribution.partners(watched, "FOCUS") == {"RUS": 1}


@pytest.mark.parametrize("role", ["host", "witness", "mediator"])
def test_an_event_that_the_focus_only_attends_gives_nothing(attribution, met, role):
    event = met("RUS", focus="TUR")
    attended = replace(event, participants=(*event.participants, Participant("FOCUS", role)))

    assert attribution.partners(attended, "FOCUS") == {}


def test_an_event_without_the_focus_gives_nothing(attribution, met):
    assert attribution.partners(met("RUS", focus="TUR"), "FOCUS") == {}


@pytest.mark.parametrize(
    ("weights", "shares"),
    [
        pytest.param({"RUS": 3, "TUR": 1}, {"RUS": 0.75, "TUR": 0.25}, id="divided by their sum"),
        pytest.param(
            {"MINISTER": 1, "AIDE": 2, "TUR": 1},
            {"RUS": 0.75, "TUR": 0.25},
            id="officials of one actor are added",
        ),
    ],
)
def test_editors_may_weigh_the_partners(attribution, met, weights, shares):
    assert attribution.partners(met(*weights, weights=weights), "FOCUS") == shares


def test_an_actor_on_both_sides_is_one_partner_and_weighs_once(attribution, met):
    event = met("RUS", "TUR", weights={"RUS": 1, "TUR": 1})
    both = replace(event, participants=(*event.participants, Participant("RUS", "initiator", 1)))

    assert attribution.partners(both, "FOCUS") == {"RUS": 0.5, "TUR": 0.5}


def test_the_order_of_participants_changes_nothing(attribution, met):
    weights = {"TUR": 0.1, "RUS": 0.2, "MINISTER": 0.3}
    event = met(*weights, weights=weights)
    backwards = replace(event, participants=event.participants[::-1])

    assert list(attribution.partners(event, "FOCUS").items()) == list(
        attribution.partners(backwards, "FOCUS").items()
    )


@pytest.mark.parametrize(
    ("weights", "shares"),
    [
        pytest.param({"RUS": 2}, {"RUS": 1 / 3, "TUR": 1 / 3, "USA": 1 / 3}, id="one of three"),
        pytest.param({"RUS": 2, "TUR": 1}, {"RUS": 1 / 3, "TUR": 1 / 3, "USA": 1 / 3}, id="two"),
        pytest.param(
            {"RUS": 2, "TUR": 1, "USA": 1}, {"RUS": 0.5, "TUR": 0.25, "USA": 0.25}, id="all"
        ),
    ],
)
def test_weights_of_some_partners_only_count_as_not_given(attribution, met, weights, shares):
    assert attribution.partners(met("RUS", "TUR", "USA", weights=weights), "FOCUS") == shares


def test_an_official_without_a_weight_takes_it_from_all(attribution, met):
    event = met("MINISTER", "AIDE", "TUR", weights={"MINISTER": 3.0, "TUR": 1.0})

    assert attribution.partners(event, "FOCUS") == {"RUS": 1 / 2, "TUR": 1 / 2}


def test_weights_meant_for_one_focus_are_none_for_another(attribution, met):
    event = met("RUS", "TUR", weights={"RUS": 3.0, "TUR": 1.0})

    assert attribution.partners(event, "FOCUS") == {"RUS": 0.75, "TUR": 0.25}
    assert attribution.partners(event, "TUR") == {"FOCUS": 0.5, "RUS": 0.5}


@pytest.mark.parametrize("weight", [0.0, -1.0, float("nan"), float("inf")])
def test_a_weight_that_is_no_weight_is_refused(attribution, met, weight):
    with pytest.raises(WeightInvalid, match="RUS"):
        attribution.partners(met("RUS", weights={"RUS": weight}), "FOCUS")


def test_two_different_weights_of_one_actor_are_refused(attribution, met):
    event = met("RUS", weights={"RUS": 1})
    both = replace(event, participants=(*event.participants, Participant("RUS", "initiator", 2)))

    with pytest.raises(WeightInvalid, match="two different weights"):
        attribution.partners(both, "FOCUS")


@pytest.mark.parametrize(
    ("actor", "weights"),
    [
        pytest.param("RUS", {"russia": 1}, id="a member counts for its pole"),
        pytest.param("KAZ", {OTHER: 1}, id="who is in no pole is OTHER"),
        pytest.param(
            "BANK", {"russia": 0.25, "west": 0.5, OTHER: 0.25}, id="what is left is OTHER"
        ),
        pytest.param("RETIRED", {OTHER: 1}, id="a membership that ended leaves OTHER"),
        pytest.param("CLUB", {"russia": 1}, id="a marked club counts for its members' poles"),
        pytest.param("UMBRELLA", {OTHER: 1}, id="derived poles are not handed on"),
        pytest.param("UNMARKED", {OTHER: 1}, id="without the mark a club is OTHER"),
    ],
)
def test_weights_on_a_day(attribution, actor, weights):
    assert attribution.spans(actor, *SPRING) == [(*SPRING, weights)]


def test_a_span_is_cut_where_a_membership_ends(attribution):
    assert attribution.spans("GBR", date(2020, 6, 30), date(2020, 7, 3)) == [
        (date(2020, 6, 30), date(2020, 7, 1), {"west": 1}),
        (date(2020, 7, 1), date(2020, 7, 3), {OTHER: 1}),
    ]


def test_a_club_is_split_by_pole_not_by_member_from_the_day_a_member_joins(attribution):
    assert attribution.spans("CLUB", date(2020, 6, 30), date(2020, 7, 2)) == [
        (date(2020, 6, 30), date(2020, 7, 1), {"russia": 1}),
        (date(2020, 7, 1), date(2020, 7, 2), {"russia": 1 / 2, "west": 1 / 2}),
    ]


def test_two_members_of_one_pole_are_one_part(attribution):
    ((_start, _end, weights),) = attribution.spans("PAIR", *SPRING)

    assert weights == {"turkey": 1 / 2, "west": 1 / 2}


def test_a_member_gives_its_pole_only_while_it_is_in_it(attribution):
    before, after = attribution.spans("PAIR", date(1951, 12, 31), date(1952, 1, 2))

    assert (before[2], after[2]) == ({"west": 1}, {"turkey": 1 / 2, "west": 1 / 2})


def test_a_member_that_left_no_longer_gives_its_pole(attribution):
    first, second = attribution.spans("CLUB", date(1999, 12, 31), date(2000, 1, 2))

    assert first == (date(1999, 12, 31), date(2000, 1, 1), {"russia": 1 / 2, "west": 1 / 2})
    assert second == (date(2000, 1, 1), date(2000, 1, 2), {"russia": 1})


@pytest.mark.parametrize(
    ("actor", "derived"),
    [
        pytest.param("CLUB", True, id="marked and without poles of its own"),
        pytest.param("BANK", False, id="its own poles come before the mark"),
        pytest.param("UNMARKED", False, id="not marked"),
    ],
)
def test_derived_poles_are_known_as_such(attribution, actor, derived):
    assert attribution.is_derived(actor) is derived


def test_poles_that_add_up_leave_no_crumb_for_other(world):
    thirds = tuple(PoleMembership("X", pole, 1 / 3, None, None) for pole in world.poles)
    rounded = tuple(  # 1 - (0.01 + 0.29 + 0.7) is 1e-16.
        PoleMembership("Y", pole, weight, None, None)
        for pole, weight in zip(world.poles, (0.01, 0.29, 0.7), strict=True)
    )
    attribution = Attribution(replace(world, pole_memberships=thirds + rounded))

    assert OTHER not in attribution.spans("X", *SPRING)[0][2]
    assert OTHER not in attribution.spans("Y", *SPRING)[0][2]


def test_weights_above_one_are_refused_on_the_days_they_overlap(world):
    stays = (
        PoleMembership("X", "russia", 0.7, None, date(2020, 7, 1)),
        PoleMembership("X", "turkey", 0.7, date(2020, 6, 1), None),
    )

    with pytest.raises(WeightsAboveOne):
        Attribution(replace(world, pole_memberships=stays)).spans("X", *SPRING)

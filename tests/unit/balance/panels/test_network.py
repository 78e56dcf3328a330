"""Ties between others: the same places every day, and a look for each ladder and rung."""

from balance.panels.network import network
from tests.unit.balance.panels.standing import tie

POLES = ["iran", "china"]
ACTORS = [
    {"code": "ARM", "name": "Armenia", "poles": []},
    {"code": "CHN", "name": "China", "poles": ["china"]},
    {"code": "IRN", "name": "Iran", "poles": ["iran"]},
]


def between(*ties):
    return network({"actors": ACTORS, "ties": list(ties)}, POLES)


def test_actors_of_a_pole_stand_together_in_the_poles_order():
    assert [node.code for node in between().nodes] == ["IRN", "CHN", "ARM"]


def test_places_are_the_same_whatever_ties_the_day_has():
    def places(found):
        return [(node.code, node.x, node.y) for node in found.nodes]

    assert places(between()) == places(between(tie(1, "bilateral"), tie(2, "conflict")))


def test_an_actor_without_a_tie_that_day_is_hollow():
    tied = {node.code: node.is_tied for node in between(tie(1, "bilateral")).nodes}

    assert tied == {"CHN": True, "IRN": True, "ARM": False}


def test_a_higher_rung_is_thicker_and_lies_on_top():
    found = between(tie(1, "bilateral", rank=5), tie(2, "bilateral", rank=1), tie(3, "other"))

    widths = [edge.width for edge in found.edges]
    assert widths == sorted(widths)
    assert widths[0] < widths[-1]


def test_memberships_are_listed_and_not_drawn():
    found = between(tie(1, "membership", kind_name="member"))

    assert (found.edges, found.ties) == ([], [])
    assert [view.partner for view in found.memberships] == ["China in Iran"]
    assert not any(node.is_tied for node in found.nodes)

from balance.panels.columns import Column, foci_comparison, setting_name, settings_comparison
from balance.queries.questions import BalanceQuestion
from tests.unit.balance.panels.points import NAMES, point
from tests.unit.balance.panels.test_compare import AFTER, BEFORE, answer


def column(name, shares, poles=NAMES):
    told = answer([point(BEFORE), point(shares)])
    told["poles"] = [{"code": code, "name": name} for code, name in poles.items()]
    return Column(name, BalanceQuestion(focus="AZE"), told)


def plain(text):
    return text.replace("\N{NO-BREAK SPACE}", " ")


def test_two_settings_are_told_by_what_differs_most():
    made = settings_comparison([column("one way", BEFORE), column("another", AFTER)])

    assert plain(made.headline) == "Russia differs most: 40 % with one way, 22 % with another."
    assert made.deck == "The largest share stays with the West."
    assert made.head == ["Pole", "One way", "Another", "Difference"]
    assert plain(made.rows[0].cells[-1]) == "down 18 points"


def test_settings_that_give_the_same_say_so():
    made = settings_comparison([column("one way", BEFORE), column("another", BEFORE)])

    assert made.headline == "Counted either way, every share is the same to the point."


def test_a_leader_that_depends_on_the_setting_is_named():
    other = {"russia": 0.6, "west": 0.3, "china": 0.1}

    made = settings_comparison([column("one way", BEFORE), column("another", other)])

    assert made.deck == "The largest share passes from the West to Russia."


def test_each_focus_has_its_leader_and_a_pole_it_lacks_has_a_dash():
    georgia = column("Georgia", AFTER, {"russia": "Russia"})
    del (
        georgia.answer["points"][-1]["poles"]["west"],
        georgia.answer["points"][-1]["poles"]["china"],
    )
    del georgia.answer["points"][0]["poles"]["west"], georgia.answer["points"][0]["poles"]["china"]

    made = foci_comparison([column("Azerbaijan", BEFORE), georgia])

    assert plain(made.headline) == (
        "The largest share: the West for Azerbaijan (48 %) and Russia for Georgia (22 %)."
    )
    west = next(row for row in made.rows if row.code == "west")
    assert west.cells[1:] == ["–", "–"]


def test_a_setting_is_named_by_what_differs():
    def counted(days, version):
        return {"half_life": days, "methodology": {"version": version}}

    usual = counted(365.0, "1.0")

    assert setting_name(counted(90.0, "1.0"), usual) == "a half-life of 90 days"
    assert setting_name(counted(365.0, "2.0"), usual) == "methodology 2.0"
    both = setting_name(counted(90.0, "2.0"), usual)
    assert both == "a half-life of 90 days and methodology 2.0"

from balance.panels.cards import change_in_words
from balance.panels.effects import effect_view, share_in_words


def pole(code, *, then=0.0, now=0.0, conflict=0.0, share=(None, None)):
    return {
        "code": code,
        "name": code,
        "cooperation_then": then,
        "cooperation_now": now,
        "conflict_then": conflict,
        "conflict_now": conflict / 2,
        "share_with": share[0],
        "share_without": share[1],
    }


def effect(*poles, other=None, involved=True, now="2026-07-03"):
    return {
        "then": "2024-07-03",
        "now": now,
        "involved": involved,
        "poles": list(poles),
        "other": other or pole("other"),
    }


def test_only_what_the_event_gave_has_a_row():
    view = effect_view(effect(pole("china", then=8.0, now=2.0), pole("iran"), pole("west")))

    assert [(row.name, row.kind, row.then, row.now) for row in view.rows] == [
        ("China", "cooperation", "+8.0", "+2.0")
    ]
    assert (view.then, view.now, view.is_past) == ("3 July 2024", "3 July 2026", True)


def test_what_no_pole_takes_is_shown_too():
    view = effect_view(effect(other=pole("other", then=4.0, now=1.0)))

    assert [row.name for row in view.rows] == ["None of the poles"]


def test_an_event_without_the_focus_did_nothing():
    assert effect_view(effect(involved=False)) is None
    assert effect_view(effect(pole("china"))) is None


def test_conflict_changes_no_share():
    view = effect_view(effect(pole("iran", conflict=5.0, share=(0.2, 0.2))))

    assert view.shares == []
    assert view.rows[0].kind == "conflict"


def test_shares_in_words():
    def said(*shares):
        return share_in_words(*shares).replace("\N{NO-BREAK SPACE}", " ")

    assert said(0.32, 0.21) == "32 %, raised by 11 points"
    assert said(0.32, 0.33) == "32 %, lowered by 1 point"
    assert said(0.320, 0.318) == "32 %, moved by less than a point"
    assert said(1.0, None) == "100 %; without it there would be no share"
    assert said(None, 0.2) == ""


def test_changes_in_words():
    assert change_in_words(4) == ("up", "up 4 points in a year")
    assert change_in_words(-1) == ("down", "down 1 point in a year")
    assert change_in_words(0) == ("level", "as a year ago")
    assert change_in_words(None) == ("unknown", "no number a year ago")

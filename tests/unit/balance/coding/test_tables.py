"""The tables of the engine against the product's own codes and demonstration."""

import csv
from pathlib import Path

import balance
from balance.coding import composing
from balance.coding.dimensions import dimension
from balance.coding.names import shipped_names
from balance.coding.patterns import patterns
from balance.coding.words import words_of

HOME = Path(balance.__file__).parent


def known_codes() -> dict[str, str]:
    with (HOME / "reference" / "cameo_codes.csv").open(encoding="utf-8") as lines:
        return {row["code"]: row["event_type"] for row in csv.DictReader(lines)}


def fits(event_type: str, code: str, known: dict[str, str]) -> bool:
    if event_type == "REQUEST" and code.startswith("02"):  # Appeals have no type of their own.
        return code in known
    return known.get(code) == event_type


def test_every_pattern_has_a_code_of_its_type():
    known = known_codes()
    wrong = {
        (pattern.event_type, pattern.cameo_code)
        for found in patterns().values()
        for pattern in found
        if pattern.event_type != "NONE" and not fits(pattern.event_type, pattern.cameo_code, known)
    }
    assert wrong == set()


def test_every_code_stays_of_its_type_when_promised_threatened_refused_or_asked_for():
    known = known_codes()
    made = [
        composing.of_type(event_type, act)
        for event_type in ("AGREE", "THREATEN", "REJECT")
        for act in ("", *known)
    ]
    made += [composing.asked(act, is_demand=demand) for demand in (True, False) for act in known]
    assert {coding for coding in made if not fits(*coding, known)} == set()


def test_dimensions_are_mostly_those_of_the_demonstration():
    with (HOME / "demo" / "events.csv").open(encoding="utf-8") as lines:
        events = list(csv.DictReader(lines))
    right = sum(
        dimension(words_of(event["title"]), event["event_type"], event["cameo_code"])
        == event["dimension"]
        for event in events
    )
    assert right / len(events) >= 0.78


def test_shipped_names_are_whole():
    names = [shipped.name for shipped in shipped_names()]
    assert len(names) > 900
    assert all(name.text == name.text.strip() != "" for name in names)
    assert all(name.start < name.end for name in names if name.start and name.end)
    assert {name.kind for name in names} == {"name", "demonym", "place", "person", "institution"}


def test_of_two_shipped_actors_none_share_a_name_at_one_time():
    held = {}
    for name in (shipped.name for shipped in shipped_names()):
        held.setdefault(name.text, set()).add(name.code)
    assert {text for text, codes in held.items() if len(codes) > 1} == set()

"""Each kind of bad row is named by line and column, with the cure; nothing of its file stays."""

import pytest

from articles.models import Article, Outlet
from balance.models import Actor, Event, PoleMembership, Tie

CASES = [
    # kind, what the second row says, column, words of the reason
    ("events", {"initiators": "AZR"}, "initiators", "did you mean AZE?"),
    ("events", {"initiators": "Azerbaijan"}, "initiators", "did you mean AZE?"),
    ("events", {"recipients": "XQZWJK"}, "recipients", "there is no actor XQZWJK; add it first"),
    ("events", {"recipients": "RUS;RUS"}, "recipients", "RUS stands twice"),
    ("events", {"recipients": "RUS;"}, "recipients", "empty place"),
    ("events", {"recipients": "RUS=0"}, "recipients", "not above 0"),
    ("events", {"recipients": "RUS=1;TUR"}, "initiators", "give all of them one, or none"),
    ("events", {"initiators": "", "recipients": ""}, "initiators", "name an actor"),
    ("events", {"date": "2024-02-30"}, "date", "not in the calendar"),
    ("events", {"date": "05.03.2024"}, "date", "write it as 2024-03-05"),
    ("events", {"date": "1066-10-14"}, "date", "1900 to 2100"),
    ("events", {"date": "2100", "date_precision": "year"}, "date", "1900 to 2100"),
    ("events", {"date": ""}, "date", "fill it in"),
    ("events", {"date": "2024-03"}, "date_precision", "2024-03 is not what it says, day"),
    ("events", {"date_precision": "month"}, "date_precision", "correct one of the two"),
    ("events", {"date_precision": "decade"}, "date_precision", "write one of day, span"),
    ("events", {"date_precision": "span"}, "end", "must have one"),
    ("events", {"end": "2024-03-09"}, "end", "only the precision span has an end"),
    ("events", {"date_precision": "span", "end": "2024-03-06"}, "end", "two days or more"),
    ("events", {"date_precision": "span", "end": "2024-03-01"}, "end", "two days or more"),
    ("events", {"event_type": "CONSLUT"}, "event_type", "did you mean CONSULT?"),
    ("events", {"cameo_code": "42"}, "cameo_code", "did you mean 042?"),
    ("events", {"dimension": "sport"}, "dimension", "write one of diplomatic"),
    ("events", {"confidence": "2"}, "confidence", "2 is above 1; give a probability"),
    ("events", {"confidence": "-0.1"}, "confidence", "-0.1 is below 0"),
    ("events", {"confidence": "NaN"}, "confidence", "no number"),
    ("events", {"confidence": "inf"}, "confidence", "no number"),
    ("events", {"confidence": "1e999"}, "confidence", "no number"),
    ("events", {"confidence": "0,9"}, "confidence", "with a point"),
    ("events", {"confidence": "0_9"}, "confidence", "no number"),
    ("events", {"confidence": ""}, "confidence", "fill it in"),
    ("events", {"intensity": "11", "intensity_reason": "x"}, "intensity", "above 10"),
    ("events", {"intensity": "3"}, "intensity_reason", "needs a reason"),
    ("events", {"title": ""}, "title", "fill it in"),
    ("events", {"title": "x" * 301}, "title", "301 characters are too many; 300 fit"),
    ("events", {"title": "a\x00b"}, "title", "NUL"),
    ("events", {"id": "no spaces"}, "id", "no identifier"),
    ("events", {"article_url": "javascript:alert(1)"}, "article_url", "no address"),
    ("events", {"article_url": "file:///etc/passwd"}, "article_url", "no address"),
    ("events", {"outlet": ""}, "outlet", "who published it"),
    ("events", {"article_url": ""}, "article_url", "has no address"),
    ("events", {"status": "sure"}, "status", "write one of proposed"),
    ("events", {"status": "withdrawn"}, "withdrawn_because", "with a reason"),
    ("events", {"withdrawn_because": "A slip."}, "withdrawn_because", "only then"),
    ("actors", {"code": "new"}, "code", "use capital letters"),
    ("actors", {"kind": "planet"}, "kind", "write one of state"),
    ("actors", {"code": "N2", "affiliation": "NEWW"}, "affiliation", "did you mean NEW?"),
    ("actors", {"affiliation": "N2"}, "affiliation", "cannot stand for itself"),
    ("actors", {"poles_from_members": "yes"}, "poles_from_members", "only an organisation"),
    ("actors", {"poles_from_members": "maybe"}, "poles_from_members", "write yes"),
    ("actors", {"wikidata": "227"}, "wikidata", "Q227"),
    ("actors", {"aliases": "A" * 201}, "aliases", "200 fit"),
    ("pole_memberships", {"pole": "chian"}, "pole", "did you mean china?"),
    ("pole_memberships", {"scheme": "moons"}, "pole", "add it first"),
    ("pole_memberships", {"weight": "0"}, "weight", "above 0"),
    ("pole_memberships", {"weight": "1.5"}, "weight", "1.5 is above 1"),
    ("pole_memberships", {"start": "2024"}, "start", "not a day"),
    (
        "pole_memberships",
        {"actor": "TUR", "start": "2024-01-01", "end": "2023-01-01"},
        "end",
        "not after the start",
    ),
    ("pole_memberships", {"start": "2024-01-01"}, "start", "already; end that first"),
    ("pole_memberships", {"pole": "iran", "weight": "0.1"}, "weight", "sum to more than 1"),
    ("event_articles", {"event": "visit"}, "event", "there is no event visit"),
    ("relationships", {"kind": "marriage"}, "kind", "alliance, comprehensive"),
    ("relationships", {"ladder": "membership"}, "ladder", "write one of bilateral"),
    ("relationships", {"actor_b": "AZE"}, "actor_b", "joins two actors"),
    ("relationships", {"start": ""}, "start_precision", "fill in the date"),
    ("relationships", {"end": "2020-01-01"}, "end", "not after the start"),
    ("relationships", {"start_precision": "year"}, "start_precision", "correct one of the two"),
    ("relationships", {}, "start", "under another name"),
    ("memberships", {"status": "king"}, "status", "applied, applied_member"),
    ("memberships", {"organisation": "AZE"}, "organisation", "member of itself"),
    ("memberships", {"start": "2024-13", "precision": "month"}, "start", "calendar"),
    ("indicators", {"value": "many"}, "value", "no number"),
    ("indicators", {"value": "5", "unit": "EUR"}, "unit", "counted in USD"),
    ("indicators", {"partner": "AZE"}, "partner", "between two actors"),
    ("indicators", {"end": "2023-01-01"}, "end", "not after the start"),
    ("indicators", {"indicator": "a b"}, "indicator", "letters, digits"),
    ("claims", {"speaker": "TURK"}, "speaker", "did you mean TUR?"),
    ("claims", {"focus": "RUS"}, "focus", "there is no focus RUS"),
    ("claims", {"pole": "mars"}, "pole", "there is no pole mars"),
    ("claims", {"kind": "joke"}, "kind", "write one of assessment"),
    ("claims", {"statement": "share of mars > 3 % by 2026"}, "statement", "no pole mars"),
    ("claims", {"statement": "china wins"}, "statement", "For example: share of china"),
    ("claims", {"status": "failed"}, "resolution", "say why it came true, failed"),
]

# What makes the second row another one than the first.
OWN = {
    "events": {"id": "other"},
    "actors": {"code": "N2"},
    "relationships": {"id": "other"},
    "claims": {"id": "other"},
    "memberships": {"organisation": "ITA"},
    "indicators": {"note": "other"},
}


@pytest.mark.parametrize(
    ("kind", "cells", "column", "words"),
    [
        pytest.param(*case, id=f"{case[0]}: {next(iter(case[1].items()), 'twice')}"[:60])
        for case in CASES
    ],
)
def test_a_bad_row_is_named_and_its_file_left_out(load, kind, cells, column, words):
    good = [] if kind == "event_articles" else [{}]

    report = load(kind, *good, {**OWN.get(kind, {}), **cells})

    assert [(bad.line, bad.field) for bad in report.rejected] == [(2 + len(good), column)]
    assert words in report.rejected[0].reason
    assert report.stored == 0
    assert (report.read, report.duplicate) == (1 + len(good), 0)
    assert not any(model.objects.exists() for model in (Event, Tie, PoleMembership, Article))
    assert not Outlet.objects.exists()
    assert Actor.objects.count() == 5


def test_every_problem_of_a_row_is_told_at_once(load):
    [bad] = load("events", {"confidence": "2", "title": ""}).rejected

    assert bad.field == "title"
    assert "also confidence: 2 is above 1" in bad.reason
    assert str(bad).startswith("line 2, title: it is empty; fill it in; also")


def test_an_id_twice_in_one_file(load):
    report = load("events", {}, {"id": "other"}, {"title": "Another visit"})

    assert [str(bad) for bad in report.rejected] == [
        "line 4, id: line 2 has the same id; delete one, or correct it."
    ]


def test_the_same_figure_twice_in_one_file(load):
    [bad] = load("indicators", {}, {}).rejected

    assert (bad.line, "line 2 has the same" in bad.reason) == (3, True)


def test_affiliations_in_a_circle(load):
    report = load(
        "actors", {"code": "N1", "affiliation": "N2"}, {"code": "N2", "affiliation": "N1"}
    )

    assert [(bad.line, bad.field) for bad in report.rejected] == [
        (2, "affiliation"),
        (3, "affiliation"),
    ]
    assert Actor.objects.count() == 5


def test_a_row_that_is_there_with_other_values_is_bad_and_overwrites_nothing(load):
    load("events")

    report = load("events", {"title": "A grand visit", "confidence": "0.5"})

    assert [(bad.line, bad.field) for bad in report.rejected] == [(2, "title")]
    assert "edit it in the admin" in report.rejected[0].reason
    assert "also confidence" in report.rejected[0].reason
    assert Event.objects.get().title == "A visit"


def test_bad_rows_are_found_among_many_good_ones(load):
    rows = [{"id": f"e-{number}", "recipients": "RUS"} for number in range(700)]
    rows[3]["recipients"] = rows[601]["recipients"] = "RUS=1;TUR"

    report = load("events", *rows, skip_bad=True)

    assert [bad.line for bad in report.rejected] == [5, 603]
    assert (report.read, report.stored, Event.objects.count()) == (700, 698, 698)

"""The engine against what people read: coded sentences, and the acts of two analyses."""

import json
from datetime import date
from pathlib import Path

import pytest

from balance.coding.dictionary import Dictionary
from balance.coding.proposing import propose
from benchmarks import coding

ACTS = Path(__file__).resolve().parents[3] / "data" / "coding" / "acts.json"
ARTICLES = coding.DATA / "articles"
DAYS = {
    "jamnews_china_azerbaijan.txt": None,
    "rferl_2024-08-24_azerbaijan_china.txt": date(2024, 8, 24),
}

pytestmark = pytest.mark.skipif(
    not (coding.SENTENCES.is_file() and ARTICLES.is_dir()),
    reason="the coded sentences and the articles are not in the repository, nor beside it",
)


@pytest.fixture(scope="module")
def aliases():
    return Dictionary(coding.names())


@pytest.fixture(scope="module")
def proposals(aliases):
    return {
        name: propose((ARTICLES / name).read_text(), published_on=day, dictionary=aliases)
        for name, day in DAYS.items()
    }


def of(proposals, article, *words):
    """Return the events whose sentence holds all the words."""
    return [
        one
        for one in proposals[article]
        if one.kind == "event" and all(word in one.sentence for word in words)
    ]


def test_most_acts_that_a_person_read_are_touched_by_a_proposal(proposals):
    acts = json.loads(ACTS.read_text())["acts"]
    touched = [
        act["act"]
        for act in acts
        if any(all(w in one.sentence for w in act["words"]) for one in proposals[act["article"]])
    ]
    assert len(acts) == 18
    assert len(touched) >= 16, touched


def test_the_moves_of_a_summer_have_their_days(proposals):
    article = "rferl_2024-08-24_azerbaijan_china.txt"
    meeting = of(proposals, article, "July 3")[0]
    assert set(meeting.initiators) == set(meeting.recipients) == {"AZE", "CHN"}
    assert (meeting.date, meeting.precision, meeting.hosts) == (date(2024, 7, 3), "day", ("KAZ",))
    (application,) = of(proposals, article, "A few weeks later")
    assert (application.initiators, application.recipients) == (("AZE",), ("IGO:SCO",))
    assert (application.date, application.precision) == (date(2024, 7, 1), "month")
    (bid,) = of(proposals, article, "August 20")
    assert (bid.event_type, bid.recipients) == ("REQUEST", ("IGO:BRICS",))
    assert (bid.date, bid.precision, bid.anchor) == (date(2024, 8, 20), "day", "on August 20")


def test_opinions_of_the_analyst_are_claims(proposals):
    found = [
        one for one in proposals["jamnews_china_azerbaijan.txt"] if "could play" in one.sentence
    ]
    assert found
    assert {one.kind for one in found} == {"claim"}
    assert {one.speaker for one in found} == {"Farhad Mammadov"}


def test_coded_sentences_are_read_as_people_coded_them(aliases):
    report = coding.report(coding.rows(), aliases)
    assert report.pair.f1 >= 0.80
    assert report.pair_and_class.f1 >= 0.75
    assert report.types_found / report.types >= 0.75
    best = [right for score, right in report.scored if score >= 0.8]
    assert len(best) >= 40
    assert sum(best) / len(best) >= 0.85


def test_the_fold_that_patterns_were_not_tuned_on_holds(aliases):
    held_out = [row for row in coding.rows() if row.fold == coding.HELD_OUT]
    report = coding.report(held_out, aliases)
    assert report.pair.f1 >= 0.70
    assert report.pair_and_class.f1 >= 0.60

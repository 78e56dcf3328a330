"""What a good row of each kind becomes."""

from datetime import date

from articles.models import Article
from balance.models import (
    Actor,
    Claim,
    Event,
    Evidence,
    Indicator,
    Observation,
    PoleMembership,
    Tie,
)


def test_an_event_brings_its_participants_and_its_article(load):
    report = load("events", {"recipients": "RUS;TUR", "witnesses": "ITA"})

    event = Event.objects.get(slug="visit")
    assert (report.read, report.stored, report.duplicate, report.rejected) == (1, 1, 0, [])
    assert (event.start, event.end, event.status) == (
        date(2024, 3, 5),
        date(2024, 3, 6),
        "confirmed",
    )
    assert sorted(event.participants.values_list("actor__code", "role")) == [
        ("AZE", "initiator"),
        ("ITA", "witness"),
        ("RUS", "recipient"),
        ("TUR", "recipient"),
    ]
    article = event.evidence.get().article
    assert (article.outlet.name, article.published_on) == ("The Daily", date(2024, 3, 6))
    assert (article.published_precision, article.date_basis) == ("day", "import")
    assert event.evidence.get().quote == ""


def test_events_of_one_address_share_one_article(load):
    load("events", {"id": "first"}, {"id": "second", "outlet": "The Daily, evening edition"})

    assert Article.objects.get().outlet.name == "The Daily"
    assert Evidence.objects.count() == 2


def test_an_event_without_a_source_has_no_evidence(load):
    load("events", {"outlet": "", "article_url": "", "article_date": ""})

    assert not Event.objects.get().evidence.exists()


def test_partial_dates_keep_their_precision(load):
    load(
        "events",
        {"id": "in-a-month", "date": "2024-03", "date_precision": "", "article_date": "2024"},
        {"id": "in-a-year", "date": "2011-01-01", "date_precision": "year"},
        {"id": "some-days", "date_precision": "span", "end": "2024-03-09"},
    )

    spans = Event.objects.order_by("id").values_list("start", "end", "precision")
    assert list(spans) == [
        (date(2024, 3, 1), date(2024, 4, 1), "month"),
        (date(2011, 1, 1), date(2012, 1, 1), "year"),
        (date(2024, 3, 5), date(2024, 3, 9), "span"),
    ]
    assert Article.objects.get().published_precision == "year"


def test_editors_columns_of_an_event(load):
    report = load(
        "events",
        {
            "status": "proposed",
            "hosts": "TUR",
            "mediators": "ITA",
            "recipients": "RUS=2",
            "initiators": "AZE=1",
            "intensity": "-2.5",
            "intensity_reason": "Only words.",
        },
    )

    event = Event.objects.get()
    assert report.stored == 1
    assert (event.status, event.intensity_override) == ("proposed", -2.5)
    assert dict(event.participants.values_list("role", "weight")) == {
        "initiator": 1.0,
        "recipient": 2.0,
        "host": None,
        "mediator": None,
    }


def test_an_affiliation_may_come_later_in_the_file(load):
    report = load(
        "actors",
        {"code": "DEPUTY", "name": "Deputy", "kind": "person", "affiliation": "MINISTER"},
        {"code": "MINISTER", "name": "Minister", "kind": "person", "affiliation": "NEW"},
        {"aliases": "Newlander;NL", "wikidata": "Q1"},
    )

    deputy = Actor.objects.get(code="DEPUTY")
    assert report.stored == 3
    assert deputy.affiliation.affiliation.code == "NEW"
    assert deputy.versions.count() == 1
    assert dict(Actor.objects.get(code="NEW").aliases.values_list("text", "is_case_sensitive")) == {
        "Newlander": False,
        "NL": True,
    }


def test_a_pole_membership_is_half_open_and_may_be_endless(load):
    load(
        "pole_memberships",
        {"end": "2020-01-01"},
        {"start": "2020-01-01", "weight": "0.5"},
    )

    stays = PoleMembership.objects.order_by("id")
    assert [(stay.valid.lower, stay.valid.upper, stay.weight) for stay in stays] == [
        (None, date(2020, 1, 1), 1.0),
        (date(2020, 1, 1), None, 0.5),
    ]


def test_a_further_article_of_an_event(load):
    load("events")

    assert load("event_articles").stored == 1
    assert Event.objects.get().evidence.count() == 2


def test_ties_keep_what_is_known_of_their_dates(load):
    load(
        "relationships",
        {"start": "2021-06", "start_precision": "month", "end": "2024", "end_precision": "year"},
        {"id": "old", "start": "", "start_precision": "unknown"},
        {"id": "feud", "ladder": "conflict", "kind": "no_relations_or_closed_border"},
    )

    pact, old, feud = Tie.objects.order_by("id")
    assert (pact.valid.lower, pact.start_precision) == (date(2021, 6, 1), "month")
    assert (pact.valid.upper, pact.end_precision) == (date(2024, 1, 1), "year")
    assert (old.valid.lower, old.start_precision) == (None, "")
    assert feud.kind.rank == 2


def test_a_membership_is_a_tie_on_its_ladder(load):
    load("memberships", {}, {"status": "applied_member", "about": "member"})

    member, applicant = Tie.objects.order_by("id")
    assert (member.kind.ladder, member.kind.rank) == ("membership", 5)
    assert (applicant.kind.rank, applicant.about) == (None, "member")


def test_a_figure_belongs_to_the_focus_and_makes_its_indicator(load):
    load("indicators", {"indicator": "tourists", "unit": "persons"}, {"actor": "TUR"})

    mine, theirs = Observation.objects.order_by("id")
    assert (mine.actor.code, mine.value, theirs.actor.code) == ("AZE", 12.5, "TUR")
    assert Indicator.objects.get(code="tourists").name == "Tourists"
    assert Indicator.objects.get(code="exports_usd").name == "Exports"


def test_a_speaker_is_an_actor_where_there_is_one(load):
    load("claims", {}, {"id": "claim-2", "speaker": "TUR", "affiliation": "spokesman"})

    named, coded = Claim.objects.order_by("id")
    assert (named.speaker, named.speaker_name) == (None, "RFE/RL")
    assert (coded.speaker.code, coded.speaker_name) == ("TUR", "")
    assert (named.start, named.end, named.precision) == (
        date(2024, 8, 1),
        date(2024, 9, 1),
        "month",
    )
    assert sorted(pole.code for pole in named.poles.all()) == ["china", "russia"]

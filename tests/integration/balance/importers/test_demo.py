"""The demonstration: complete, with a past, and only ever in an empty database."""

from datetime import UTC, date, datetime, time

import pytest
from django.core.management import CommandError, call_command
from django.test import TestCase
from django.utils import timezone

from articles.models import Article
from balance.importers.demo import load_demo
from balance.models import (
    Actor,
    Annotation,
    Claim,
    Dashboard,
    DirtySeries,
    Event,
    Evidence,
    Focus,
    Observation,
    Participant,
    Pole,
    SeriesVersion,
    Tie,
)
from balance.operations.revisions import revisions_answer
from balance.queries.questions import BalanceQuestion


def end_of(year: int, month: int, day: int) -> datetime:
    return datetime.combine(date(year, month, day), time(23, 59, 59), tzinfo=UTC)


class TheDemonstration(TestCase):
    """What is there after one load; none of these tests changes it."""

    @classmethod
    def setUpTestData(cls):
        load_demo()

    def test_it_is_complete(self):
        assert Event.objects.confirmed().count() == 216
        assert Actor.objects.count() == 245
        assert Tie.objects.exclude(kind__ladder="membership").count() == 71
        assert Tie.objects.filter(kind__ladder="membership").count() == 127
        assert Observation.objects.count() == 197
        assert Claim.objects.count() == 41

    def test_an_address_is_one_article(self):
        assert Article.objects.count() == 256
        assert Evidence.objects.filter(event__isnull=False).count() == 208 + 3
        assert not Evidence.objects.exclude(quote="").exists()

    def test_an_event_without_a_source_has_no_evidence(self):
        assert not Event.objects.get(slug="tanap-agreement-2012").evidence.exists()

    def test_the_focus_has_five_poles_in_their_order(self):
        focus = Focus.objects.get(is_default=True)
        poles = Pole.objects.filter(scheme=focus.scheme)

        assert focus.actor.code == "AZE"
        assert [pole.code for pole in poles] == ["russia", "iran", "turkey", "west", "china"]
        assert len({pole.dash for pole in poles}) == len({pole.color for pole in poles}) == 5

    def test_the_front_page_is_published_with_its_panels(self):
        page = Dashboard.objects.published().get(is_front_page=True)

        assert [panel.kind for panel in page.panels.order_by("position")] == [
            "headline",
            "poles",
            "shares",
            "tone",
            "effective_poles",
            "heat_map",
            "pivots",
            "robustness",
            "ties",
            "dependence",
            "events",
            "text",
        ]
        assert page.panels.get(kind="tone").width == "half"

    def test_moments_are_pinned_to_their_events(self):
        pins = Annotation.objects.select_related("event")

        assert 8 <= len(pins.filter(dashboard=None)) <= 10
        assert all(pin.on == pin.event.start and len(pin.title) <= 24 for pin in pins)

    def test_an_event_is_recorded_as_of_the_end_of_its_articles_day(self):
        event = Event.objects.get(slug="tur-aze-gas-deal-2010")
        then = end_of(2010, 6, 9)

        assert (event.created_at, event.updated_at) == (then, then)
        [version] = event.versions.all()
        assert (version.pgh_created_at, version.created_at) == (then, then)
        for part in [*event.participants.all(), *event.evidence.all()]:
            assert [known.pgh_created_at for known in part.versions.all()] == [then]

    def test_where_only_the_month_of_an_article_is_known_its_end_counts(self):
        event = Event.objects.get(slug="chn-delegation-global-baku-forum-2024")

        assert event.created_at == end_of(2024, 3, 31)

    def test_without_an_article_the_last_day_of_the_event_counts(self):
        event = Event.objects.get(slug="tanap-agreement-2012")

        assert event.versions.get().pgh_created_at == end_of(2012, 6, 26)

    def test_a_further_article_is_recorded_when_it_came_out(self):
        event = Event.objects.get(slug="chn-aze-strategic-partnership-2024")
        recorded = [
            evidence.versions.get().pgh_created_at for evidence in event.evidence.order_by("id")
        ]

        assert recorded == [end_of(2024, 7, 3), end_of(2024, 8, 24), end_of(2024, 7, 3)]

    def test_what_events_are_read_against_was_always_known(self):
        first = datetime(2010, 1, 1, tzinfo=UTC)

        for row in [*Actor.objects.all(), *Pole.objects.all(), *Tie.objects.all()]:
            assert [version.pgh_created_at for version in row.versions.all()] == [first]

    def test_every_version_says_that_its_time_was_moved(self):
        for model, moved_to in [
            (Event, "article date"),
            (Participant, "article date"),
            (Actor, "2010-01-01"),
            (Claim, "end of the period"),
        ]:
            versions = model.versions.rel.related_model.objects.select_related("pgh_context")
            marks = {
                (version.pgh_context.metadata["by"], version.pgh_context.metadata["recorded_as_of"])
                for version in versions
            }
            assert marks == {("load_demo", moved_to)}

    def test_nothing_has_a_second_version(self):
        assert Event.versions.rel.related_model.objects.count() == 216
        assert Article.versions.rel.related_model.objects.count() == 256

    def test_the_series_are_fresh(self):
        assert SeriesVersion.objects.exists()
        assert not DirtySeries.objects.exists()

    def test_the_picture_of_a_month_changed_as_editors_learned_more(self):
        answer = revisions_answer(
            question=BalanceQuestion(focus="AZE"), month=date(2024, 7, 1), now=timezone.now()
        )

        shares = [one["point"]["poles"]["turkey"]["share"] for one in answer["results"]]
        assert [round(share, 2) for share in (shares[0], shares[-1])] == [0.06, 0.17]
        assert sum(len(one["changes"]) for one in answer["results"]) == 8

    def test_a_second_load_is_refused_and_changes_nothing(self):
        with pytest.raises(CommandError, match="data already"):
            call_command("load_demo")

        assert Event.objects.count() == 216

    def test_or_skipped_without_a_word(self):
        call_command("load_demo", if_empty=True)

        assert Event.objects.count() == 216


@pytest.mark.django_db
def test_the_command_says_what_it_loaded(capsys):
    call_command("load_demo", if_empty=True)

    assert capsys.readouterr().out == (
        "216 events, 245 actors, 198 ties, 197 observations, 41 claims, 256 articles.\n"
    )


@pytest.mark.django_db
def test_one_actor_of_somebody_elses_is_enough_to_refuse():
    Actor.objects.create(code="MARS", name="Mars", kind="state")

    with pytest.raises(CommandError):
        call_command("load_demo")

"""Rows of every table of the admin, so many as a test wants, each as full as rows get."""

from collections.abc import Callable
from datetime import UTC, date, datetime
from typing import Any

from django.db import models
from django.db.backends.postgresql.psycopg_any import DateRange

from articles.models import Article, Feed, FeedHealth, Outlet, Server, Visit
from balance import models as balance
from tests.factories import articles as articles_factories
from tests.factories import balance as factories

NOW = datetime(2024, 7, 3, 12, tzinfo=UTC)


def _event(number: int) -> None:
    event = factories.EventFactory(
        initiators=[factories.FocusFactory().actor],
        recipients=factories.ActorFactory.create_batch(2),
    )
    factories.EvidenceFactory.create_batch(2, event=event)


def _actor(number: int) -> None:
    state = factories.ActorFactory()
    actor = factories.ActorFactory(affiliation=state)
    factories.AliasFactory.create_batch(2, actor=actor)
    factories.ParticipantFactory(actor=actor)
    pole = factories.PoleFactory(scheme__code=f"scheme-{number}")
    factories.PoleMembershipFactory(actor=actor, pole=pole)


def _pole(number: int) -> None:
    factories.PoleMembershipFactory.create_batch(2, pole=factories.PoleFactory())


def _cameo(number: int) -> None:
    factories.CameoCodeFactory(code=f"{9000 + number}")


def _event_type(number: int) -> None:
    letters = "".join(chr(ord("A") + int(digit)) for digit in f"{number:03}")
    factories.EventTypeFactory(code=f"TEST{letters}")


def _claim(number: int) -> None:
    speaker = factories.ActorFactory()
    claim = factories.ClaimFactory(speaker=speaker, poles=[factories.PoleFactory()])
    factories.EvidenceFactory(event=None, claim=claim)


def _coding(number: int) -> None:
    factories.CodingFactory(
        initiators=[factories.ActorFactory()], recipients=[factories.ActorFactory()]
    )


def _tie(number: int) -> None:
    kind = factories.TieKindFactory(code=f"kind-{number}")
    factories.EvidenceFactory(event=None, tie=factories.TieFactory(kind=kind))


def _observation(number: int) -> None:
    observation = factories.ObservationFactory(indicator__code=f"indicator-{number}")
    factories.EvidenceFactory(event=None, observation=observation)


def _evidence(number: int) -> None:
    [_event, _claim, _tie, _observation][number % 4](number)


def _dashboard(number: int) -> None:
    dashboard = factories.DashboardFactory(focus__actor__code=f"FOCUS-{number}")
    for _ in range(2):
        factories.PanelFactory(dashboard=dashboard, poles=[factories.PoleFactory()])


def _series(number: int) -> None:
    days = [0.5] * 365
    balance.DailySeries.objects.create(
        dataset=factories.DatasetFactory(),
        scale="plover",
        focus=factories.FocusFactory(actor__code=f"FOCUS-{number}"),
        pole=factories.PoleFactory(),
        dimension="energy",
        year=2023,
        cooperation=days,
        conflict=days,
        begun=days,
        ended=days,
    )


def _series_version(number: int) -> None:
    focus = factories.FocusFactory(actor__code=f"FOCUS-{number}")
    balance.SeriesVersion.objects.update_or_create(
        dataset=factories.DatasetFactory(),
        focus=focus,
        defaults={"data_version": "0" * 64, "computed_at": NOW},
    )


def _dirty(number: int) -> None:
    focus = factories.FocusFactory(actor__code=f"FOCUS-{number}")
    balance.DirtySeries.objects.get_or_create(
        dataset=factories.DatasetFactory(), focus=focus, year=1990
    )


def _run(number: int) -> None:
    balance.Run.objects.create(
        dataset=factories.DatasetFactory(),
        focus=factories.FocusFactory(actor__code=f"FOCUS-{number}"),
        data_version="0" * 64,
        key=f"{balance.Run.objects.count():064}",
        parameters={},
        state="failed",
        error="Traceback\nValueError: no events",
    )


def _alias(number: int) -> None:
    factories.AliasFactory()


def _article(number: int) -> None:
    factories.EvidenceFactory(article=articles_factories.ArticleFactory())


def _membership(number: int) -> None:
    year = DateRange(date(2020, 1, 1), date(2021, 1, 1))
    factories.PoleMembershipFactory(valid=year)


def _annotation(number: int) -> None:
    focus = factories.FocusFactory(actor__code=f"FOCUS-{number}")
    factories.AnnotationFactory(event=factories.EventFactory(), focus=focus)


def _proposal(number: int) -> None:
    factories.ProposalFactory(
        initiators=[factories.ActorFactory()], recipients=[factories.ActorFactory()]
    )


ROWS: dict[type[models.Model], Callable[[int], Any]] = {
    Outlet: lambda number: articles_factories.FeedFactory(),
    Feed: lambda number: articles_factories.FeedHealthFactory(),
    FeedHealth: lambda number: articles_factories.FeedHealthFactory(),
    Server: lambda number: articles_factories.ServerFactory(),
    Visit: lambda number: articles_factories.VisitFactory(),
    Article: _article,
    balance.Actor: _actor,
    balance.Alias: _alias,
    balance.Annotation: _annotation,
    balance.CameoCode: _cameo,
    balance.Claim: _claim,
    balance.Decision: lambda number: factories.DecisionFactory(),
    balance.Proposal: _proposal,
    balance.ProposalParticipant: _proposal,
    balance.Ranking: lambda number: factories.RankingFactory(),
    balance.Reading: lambda number: factories.ReadingFactory(),
    balance.ClaimPole: _claim,
    balance.CodedParticipant: _coding,
    balance.Coding: _coding,
    balance.DailySeries: _series,
    balance.Dashboard: _dashboard,
    balance.Dataset: lambda number: factories.DatasetFactory(code=f"data-{number}"),
    balance.DirtySeries: _dirty,
    balance.Event: _event,
    balance.EventType: _event_type,
    balance.Evidence: _evidence,
    balance.Focus: lambda number: factories.FocusFactory(actor__code=f"FOCUS-{number}"),
    balance.Heartbeat: lambda number: balance.Heartbeat.objects.create(
        name=f"part {number}", beaten_at=NOW
    ),
    balance.Indicator: lambda number: factories.IndicatorFactory(code=f"indicator-{number}"),
    balance.Job: lambda number: factories.JobFactory(),
    balance.Report: lambda number: factories.ReportFactory(),
    balance.Run: _run,
    balance.Merger: lambda number: factories.MergerFactory(),
    balance.Methodology: lambda number: factories.MethodologyFactory(),
    balance.Note: lambda number: factories.NoteFactory(),
    balance.Observation: _observation,
    balance.Panel: _dashboard,
    balance.PanelPole: _dashboard,
    balance.Participant: _event,
    balance.Pole: _pole,
    balance.PoleMembership: _membership,
    balance.Record: lambda number: factories.RecordFactory(),
    balance.Scheme: lambda number: factories.PoleFactory(scheme__code=f"scheme-{number}"),
    balance.SeriesVersion: _series_version,
    balance.Tie: _tie,
    balance.TieKind: lambda number: factories.TieKindFactory(code=f"kind-{number}"),
    balance.Translation: lambda number: factories.TranslationFactory(),
}

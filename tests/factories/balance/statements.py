"""What else articles say: ties, claims, figures, and the quotations behind them all."""

from collections.abc import Iterable
from datetime import date
from typing import Any

import factory
from django.db.backends.postgresql.psycopg_any import DateRange

from balance.models import Actor, Claim, Evidence, Indicator, Observation, Pole, Tie, TieKind
from balance.models.spans import period_end
from tests.factories.articles import ArticleFactory
from tests.factories.balance.actors import ActorFactory, FocusFactory
from tests.factories.balance.events import EventFactory


class TieKindFactory(factory.django.DjangoModelFactory[TieKind]):
    class Meta:
        model = TieKind
        django_get_or_create = ("ladder", "code")

    ladder = "membership"
    code = "member"
    name = factory.LazyAttribute(lambda kind: kind.code.replace("-", " "))
    rank = None


class TieFactory(factory.django.DjangoModelFactory[Tie]):
    """A full membership since 2001, still in force."""

    class Meta:
        model = Tie

    slug = factory.Sequence(lambda n: f"tie-{n}")
    actor_a = factory.SubFactory(ActorFactory)
    actor_b = factory.SubFactory(ActorFactory, kind=Actor.Kind.ORGANISATION)
    kind = factory.SubFactory(TieKindFactory)
    valid = DateRange(date(2001, 1, 25), None)
    start_precision = factory.LazyAttribute(lambda tie: "day" if tie.valid.lower else "")
    end_precision = factory.LazyAttribute(lambda tie: "day" if tie.valid.upper else "")


def _about_poles(claim: Claim, create: bool, poles: Iterable[Pole] | None, **_: Any) -> None:
    claim.poles.add(*poles or ())


class ClaimFactory(factory.django.DjangoModelFactory[Claim]):
    """What an analyst said; `poles` takes a list of poles."""

    class Meta:
        model = Claim
        skip_postgeneration_save = True

    slug = factory.Sequence(lambda n: f"claim-{n}")
    focus = factory.SubFactory(FocusFactory)
    speaker = None
    speaker_name = factory.LazyAttribute(lambda claim: "" if claim.speaker else "An analyst")
    start = date(2024, 7, 3)
    precision = "day"
    end = factory.LazyAttribute(lambda claim: period_end(claim.start, claim.precision))
    text = "Trade with China will double."
    kind = Claim.Kind.FORECAST

    poles = factory.PostGeneration(_about_poles)


class IndicatorFactory(factory.django.DjangoModelFactory[Indicator]):
    class Meta:
        model = Indicator
        django_get_or_create = ("code",)

    code = "imports"
    name = "Imports"
    unit = "million US dollars"


class ObservationFactory(factory.django.DjangoModelFactory[Observation]):
    """A figure for the year 2023."""

    class Meta:
        model = Observation

    indicator = factory.SubFactory(IndicatorFactory)
    actor = factory.SubFactory(ActorFactory)
    partner = factory.SubFactory(ActorFactory)
    valid = DateRange(date(2023, 1, 1), date(2024, 1, 1))
    value = 1_250.5


class EvidenceFactory(factory.django.DjangoModelFactory[Evidence]):
    """The first sentence of an article, about an event; without a text, no quotation."""

    class Meta:
        model = Evidence

    event = factory.SubFactory(EventFactory)
    article = factory.SubFactory(ArticleFactory)
    quote = factory.LazyAttribute(lambda evidence: evidence.article.text.partition(". ")[0])

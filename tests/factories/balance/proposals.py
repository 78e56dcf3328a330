"""Proposals, what editors decided on them, and how articles were read."""

from collections.abc import Callable, Iterable
from datetime import UTC, date, datetime
from typing import Any

import factory

from balance.models import Actor, Decision, Proposal, ProposalParticipant, Ranking, Reading, Role
from balance.models.spans import period_end
from tests.factories.articles import ArticleFactory
from tests.factories.balance.actors import ActorFactory
from tests.factories.balance.events import EventTypeFactory
from tests.factories.users import UserFactory


def _named_as(role: Role) -> Callable[..., None]:
    def name(proposal: Proposal, create: bool, actors: Iterable[Actor] | None, **_: Any) -> None:
        for actor in actors or ():
            ProposalParticipantFactory(proposal=proposal, actor=actor, role=role)

    return name


class ProposalFactory(factory.django.DjangoModelFactory[Proposal]):
    """A proposal that waits, of a sentence that its article really has."""

    class Meta:
        model = Proposal
        skip_postgeneration_save = True

    article = factory.SubFactory(ArticleFactory)
    key = factory.Sequence(lambda n: f"{n:064}")
    sentence = "They signed a treaty on trade."
    sentence_start = factory.LazyAttribute(
        lambda proposal: proposal.article.text.index(proposal.sentence)
    )
    sentence_end = factory.LazyAttribute(
        lambda proposal: proposal.sentence_start + len(proposal.sentence)
    )
    title = "A treaty on trade is signed"
    start = date(2024, 7, 3)
    precision = "day"
    end = factory.LazyAttribute(lambda proposal: period_end(proposal.start, proposal.precision))
    event_type = factory.SubFactory(EventTypeFactory)
    dimension = "economic"
    score = 0.8
    rank = factory.SelfAttribute("score")

    initiators = factory.PostGeneration(_named_as(Role.INITIATOR))
    recipients = factory.PostGeneration(_named_as(Role.RECIPIENT))
    hosts = factory.PostGeneration(_named_as(Role.HOST))


class ProposalParticipantFactory(factory.django.DjangoModelFactory[ProposalParticipant]):
    class Meta:
        model = ProposalParticipant

    proposal = factory.SubFactory(ProposalFactory)
    actor = factory.SubFactory(ActorFactory)
    role = Role.RECIPIENT


class DecisionFactory(factory.django.DjangoModelFactory[Decision]):
    """A rejection; what stands on the proposal is not touched."""

    class Meta:
        model = Decision

    proposal = factory.SubFactory(ProposalFactory)
    outcome = Decision.Outcome.REJECTED
    opened_at = datetime(2024, 7, 5, 9, tzinfo=UTC)
    decided_at = datetime(2024, 7, 5, 9, 0, 20, tzinfo=UTC)
    by = factory.SubFactory(UserFactory)


class ReadingFactory(factory.django.DjangoModelFactory[Reading]):
    class Meta:
        model = Reading

    article = factory.SubFactory(ArticleFactory)


class RankingFactory(factory.django.DjangoModelFactory[Ranking]):
    class Meta:
        model = Ranking

    trained_at = datetime(2024, 7, 5, 3, tzinfo=UTC)
    decisions = 400
    accepted = 250
    weights = factory.LazyFunction(dict)
    auc = 0.8
    auc_of_score = 0.7
    precision_at_top = 0.9

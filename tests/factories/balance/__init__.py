"""Rows of the balance for tests: constants, so that a failure repeats; what follows, follows.

Event types, CAMEO codes, kinds of ties and data sets may be in the database from the start: their
factories return the row that is there, as it is.
"""

from tests.factories.balance.actors import (
    ALWAYS,
    ActorFactory,
    AliasFactory,
    FocusFactory,
    PoleFactory,
    PoleMembershipFactory,
    SchemeFactory,
)
from tests.factories.balance.codings import CodedParticipantFactory, CodingFactory
from tests.factories.balance.dashboards import (
    AnnotationFactory,
    DashboardFactory,
    PanelFactory,
)
from tests.factories.balance.events import (
    CameoCodeFactory,
    EventFactory,
    EventTypeFactory,
    ParticipantFactory,
)
from tests.factories.balance.jobs import JobFactory
from tests.factories.balance.mergers import MergerFactory
from tests.factories.balance.method import (
    DatasetFactory,
    MethodologyFactory,
    RecordFactory,
)
from tests.factories.balance.notes import NoteFactory
from tests.factories.balance.proposals import (
    DecisionFactory,
    ProposalFactory,
    ProposalParticipantFactory,
    RankingFactory,
    ReadingFactory,
)
from tests.factories.balance.reports import ReportFactory
from tests.factories.balance.statements import (
    ClaimFactory,
    EvidenceFactory,
    IndicatorFactory,
    ObservationFactory,
    TieFactory,
    TieKindFactory,
)
from tests.factories.balance.translations import TranslationFactory

__all__ = [
    "ALWAYS",
    "ActorFactory",
    "AliasFactory",
    "AnnotationFactory",
    "CameoCodeFactory",
    "ClaimFactory",
    "CodedParticipantFactory",
    "CodingFactory",
    "DashboardFactory",
    "DatasetFactory",
    "DecisionFactory",
    "EventFactory",
    "EventTypeFactory",
    "EvidenceFactory",
    "FocusFactory",
    "IndicatorFactory",
    "JobFactory",
    "MergerFactory",
    "MethodologyFactory",
    "NoteFactory",
    "ObservationFactory",
    "PanelFactory",
    "ParticipantFactory",
    "PoleFactory",
    "PoleMembershipFactory",
    "ProposalFactory",
    "ProposalParticipantFactory",
    "RankingFactory",
    "ReadingFactory",
    "RecordFactory",
    "ReportFactory",
    "SchemeFactory",
    "TieFactory",
    "TieKindFactory",
    "TranslationFactory",
]

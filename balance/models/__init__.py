from balance.models.actors import Actor, Alias
from balance.models.claims import Claim, ClaimPole
from balance.models.codings import CodedParticipant, Coding
from balance.models.dashboards import Annotation, Dashboard
from balance.models.decisions import Decision
from balance.models.event_types import CameoCode, EventType
from balance.models.events import Dimension, Event, Participant, Role
from balance.models.evidence import Evidence
from balance.models.indicators import Indicator, Observation
from balance.models.jobs import Job
from balance.models.mergers import Merger
from balance.models.methodology import Methodology, Scale
from balance.models.notes import Note
from balance.models.panels import Panel, PanelPole
from balance.models.proposals import Proposal, ProposalParticipant
from balance.models.rankings import Ranking
from balance.models.readings import Reading
from balance.models.records import EDITORIAL, Dataset, Record
from balance.models.reports import Report
from balance.models.runs import Run
from balance.models.schemes import Focus, Pole, PoleMembership, Scheme
from balance.models.series import DailySeries, DirtySeries, Heartbeat, SeriesVersion
from balance.models.spans import DatePrecision, Precision
from balance.models.ties import Ladder, Tie, TieKind
from balance.models.translations import Translation, translated, translations

__all__ = [
    "EDITORIAL",
    "Actor",
    "Alias",
    "Annotation",
    "CameoCode",
    "Claim",
    "ClaimPole",
    "CodedParticipant",
    "Coding",
    "DailySeries",
    "Dashboard",
    "Dataset",
    "DatePrecision",
    "Decision",
    "Dimension",
    "DirtySeries",
    "Event",
    "EventType",
    "Evidence",
    "Focus",
    "Heartbeat",
    "Indicator",
    "Job",
    "Ladder",
    "Merger",
    "Methodology",
    "Note",
    "Observation",
    "Panel",
    "PanelPole",
    "Participant",
    "Pole",
    "PoleMembership",
    "Precision",
    "Proposal",
    "ProposalParticipant",
    "Ranking",
    "Reading",
    "Record",
    "Report",
    "Role",
    "Run",
    "Scale",
    "Scheme",
    "SeriesVersion",
    "Tie",
    "TieKind",
    "Translation",
    "translated",
    "translations",
]

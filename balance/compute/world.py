"""What the arithmetic reads: events, and who belongs to which pole when."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

OTHER = "other"
DIMENSIONS = ("diplomatic", "economic", "security", "energy", "transport", "cultural")
PARTIES = ("initiator", "recipient")  # The roles that make a participant a partner.


class EventOutOfRange(ValueError):
    """An event's days, dimension, intensity or confidence are not what an event can have."""


@dataclass(frozen=True, slots=True)
class Participant:
    """An actor's part in an event; only initiators and recipients are partners."""

    actor: str
    role: str
    weight: float | None = None


@dataclass(frozen=True, slots=True)
class Event:
    """One real-world act on the days [start, end).

    Args:
        start: first day.
        end: first day out, after `start`.
        dimension: one of DIMENSIONS.
        intensity: intensity points, in [-10, 10]; conflict is negative.
        confidence: probability that it happened as described, in [0, 1].

    Raises:
        EventOutOfRange: if one of them is anything else.

    Source:
        docs/methodology.md, section 2.
    """

    id: int
    start: date
    end: date
    dimension: str
    intensity: float
    confidence: float
    participants: tuple[Participant, ...]

    def __post_init__(self) -> None:
        """Refuse what would make a number without a meaning."""
        if not self.start < self.end:
            raise EventOutOfRange(f"Event {self.id} lasts from {self.start} to {self.end}.")
        if self.dimension not in DIMENSIONS:
            raise EventOutOfRange(f"Event {self.id} has the dimension {self.dimension!r}.")
        if not -10 <= self.intensity <= 10:
            raise EventOutOfRange(f"Event {self.id} has the intensity {self.intensity}.")
        if not 0 <= self.confidence <= 1:
            raise EventOutOfRange(f"Event {self.id} has the confidence {self.confidence}.")


@dataclass(frozen=True, slots=True)
class PoleMembership:
    """An actor's place in a pole on the days [start, end); None is unbounded."""

    actor: str
    pole: str
    weight: float
    start: date | None
    end: date | None


@dataclass(frozen=True, slots=True)
class OrganisationMembership:
    """An actor's full membership of an organisation on [start, end); None is unbounded."""

    actor: str
    organisation: str
    start: date | None
    end: date | None


@dataclass(frozen=True, slots=True)
class World:
    """A scheme's poles, and all that decides which of them an actor counts for.

    Args:
        poles: codes of the K poles, in the order of every array's pole axis.
        pole_memberships: those in other poles than these are ignored.
        affiliations: actor to the actor it counts as.
        organisation_memberships: full members only.
        poles_from_members: organisations whose list of members is marked complete.

    Source:
        docs/methodology.md, sections 1 and 2.
    """

    poles: tuple[str, ...]
    pole_memberships: tuple[PoleMembership, ...]
    affiliations: Mapping[str, str]
    organisation_memberships: tuple[OrganisationMembership, ...]
    poles_from_members: frozenset[str]

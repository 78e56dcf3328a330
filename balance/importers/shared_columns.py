"""Columns, and the tables they refer to, that several kinds of file have in common."""

from collections.abc import Iterable
from typing import Any

from django.utils.translation import gettext_lazy as _

from balance.importers import cells
from balance.importers.columns import Column, Reference
from balance.models import Actor, CameoCode, Event, EventType, Focus

ACTOR = Reference(Actor, "code", _("actor"), also=("aliases__text", "name"))
EVENT = Reference(Event, "slug", _("event"))
EVENT_TYPE = Reference(EventType, "code", _("event type"), also=("name",))
CAMEO_CODE = Reference(CameoCode, "code", _("CAMEO code"), also=("name",))
FOCUS = Reference(Focus, "actor__code", _("focus"))
SPEAKER = Reference(Actor, "code", _("speaker"))

PROBABILITY = cells.number_between(0, 1, _("give a probability between 0 and 1"))


def actor(name: str, meaning: Any, **options: Any) -> Column:
    """Return a column of actors' codes."""
    return Column(name, meaning, cells.text(40), refers=ACTOR, **options)


def participants(name: str, meaning: Any, **options: Any) -> Column:
    """Return a column that lists participants by their codes."""

    def codes(parties: tuple[cells.Party, ...]) -> Iterable[str]:
        return [party.code for party in parties]

    return Column(
        name, meaning, cells.parties, cells.listed, (), refers=ACTOR, codes=codes, **options
    )


CONFIDENCE = Column(
    "confidence",
    _("Probability that it is so, 0 to 1; 0.3 is general knowledge without a source."),
    PROBABILITY,
    repr,
    is_required=True,
)
OUTLET = Column(
    "outlet", _("Who published the article; together with its address."), is_compared=False
)
ARTICLE_URL = Column("article_url", _("The article's address on the web."), cells.address)
ARTICLE_DATE = Column(
    "article_date",
    _("When it was published: 2024-03-05, 2024-03 or 2024. Empty: not known."),
    cells.partial_date,
    empty=None,
    is_compared=False,
)
WITHDRAWN = Column(
    "withdrawn_because",
    _("Why the record counts no longer. Empty: it counts."),
    cells.text(300),
    is_extra=True,
)


def first_day(name: str, meaning: Any, **options: Any) -> Column:
    """Return a column of dates of which only the month or year may be known."""
    return Column(name, meaning, cells.partial_date, empty=None, **options)


def day(name: str, meaning: Any, **options: Any) -> Column:
    """Return a column of whole days."""
    return Column(name, meaning, cells.day, empty=None, **options)

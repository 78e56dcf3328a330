"""The columns of events.csv."""

from django.utils.translation import gettext_lazy as _

from balance.importers import cells
from balance.importers.columns import Column
from balance.importers.shared_columns import (
    ARTICLE_DATE,
    ARTICLE_URL,
    CAMEO_CODE,
    CONFIDENCE,
    EVENT_TYPE,
    OUTLET,
    WITHDRAWN,
    day,
    first_day,
    participants,
)
from balance.models import Dimension, Event, Precision, Role

ROLES = {
    "initiators": Role.INITIATOR,
    "recipients": Role.RECIPIENT,
    "witnesses": Role.WITNESS,
    "hosts": Role.HOST,
    "mediators": Role.MEDIATOR,
}

COLUMNS = (
    Column("id", _("The event's name in addresses; it stays."), cells.slug, is_required=True),
    first_day(
        "date",
        _("The day, or the first day of the period: 2024-03-05, 2024-03 or 2024."),
        write=lambda date: date.first.isoformat(),
        is_required=True,
    ),
    Column(
        "date_precision",
        _("day, span, month, quarter or year. Empty: as the date is written."),
        cells.choice(Precision),
    ),
    participants("initiators", _("Who acts: codes between semicolons; TUR=2 gives a weight.")),
    participants("recipients", _("Towards whom. Who agree together stand in both columns.")),
    participants("witnesses", _("Who is only concerned or present; no partners.")),
    Column(
        "event_type",
        _("A PLOVER type, such as CONSULT."),
        cells.text(20),
        refers=EVENT_TYPE,
        is_required=True,
    ),
    Column(
        "cameo_code",
        _("With its leading zero, such as 057. Empty: the type's own score counts."),
        cells.text(4),
        refers=CAMEO_CODE,
    ),
    Column(
        "intensity",
        _("-10 to 10, instead of the score of the type; needs a reason."),
        cells.number_between(-10, 10, _("give a number from -10 to 10")),
        cells.decimal,
        None,
    ),
    Column("intensity_reason", _("Why the type's score does not fit."), cells.text(300)),
    Column(
        "dimension",
        _("diplomatic, economic, security, energy, transport or cultural."),
        cells.choice(Dimension),
        is_required=True,
    ),
    Column("title", _("A sentence without a full stop."), cells.text(300), is_required=True),
    Column("description", _("A few sentences."), cells.text(10_000)),
    OUTLET,
    ARTICLE_URL,
    ARTICLE_DATE,
    CONFIDENCE,
    day("end", _("Of a span: the first day out."), is_extra=True),
    participants("hosts", _("Who only gives the place."), is_extra=True),
    participants("mediators", _("Who only mediates."), is_extra=True),
    Column(
        "status",
        _("proposed, confirmed, rejected or withdrawn. Empty: confirmed."),
        cells.choice(Event.Status),
        empty=Event.Status.CONFIRMED.value,
        is_extra=True,
    ),
    WITHDRAWN,
)

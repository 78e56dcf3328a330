"""Claims in words: who said it, until when, and what the numbers say about it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext, ngettext_lazy

from balance.compute.statements import Statement
from balance.compute.verdicts import CAME_TRUE, FAILED, NO_NUMBER, UNDECIDED
from balance.models import Claim
from balance.operations.claims import Check, Reading
from balance.panels.wording import (
    count,
    day,
    decimal,
    in_period,
    listing,
    of_month,
    opening,
    percent,
    signed,
)

VERDICTS = {
    CAME_TRUE: gettext_lazy("came true"),
    FAILED: gettext_lazy("failed"),
    UNDECIDED: gettext_lazy("not yet decidable"),
    NO_NUMBER: gettext_lazy("cannot be decided"),
}
KINDS = {
    Claim.Kind.ASSESSMENT: ngettext_lazy(
        "%(number)d assessment", "%(number)d assessments", "number"
    ),
    Claim.Kind.FORECAST: ngettext_lazy("%(number)d forecast", "%(number)d forecasts", "number"),
    Claim.Kind.COMMITMENT: ngettext_lazy(
        "%(number)d commitment", "%(number)d commitments", "number"
    ),
    Claim.Kind.PRECONDITION: ngettext_lazy(
        "%(number)d precondition", "%(number)d preconditions", "number"
    ),
    Claim.Kind.INTENTION: ngettext_lazy("%(number)d intention", "%(number)d intentions", "number"),
}
STATUSES = {
    Claim.Status.OPEN: ngettext_lazy("%(number)d is open", "%(number)d are open", "number"),
    Claim.Status.CAME_TRUE: ngettext_lazy("%(number)d came true", "%(number)d came true", "number"),
    Claim.Status.FAILED: ngettext_lazy("%(number)d failed", "%(number)d failed", "number"),
    Claim.Status.DISPUTED: ngettext_lazy(
        "%(number)d is disputed", "%(number)d are disputed", "number"
    ),
}
MEASURES = {
    "friction": gettext_lazy("friction"),
    "tone": gettext_lazy("tone"),
    "cooperation": gettext_lazy("cooperation"),
    "conflict": gettext_lazy("conflict"),
    "events": gettext_lazy("events"),
    "balance": gettext_lazy("balance"),
    "effective poles": gettext_lazy("effective poles"),
}
NOT_SCORED = gettext_lazy(
    "Claims are what people said. They are never scored into the balance: no share, tone or level"
    " on this site contains one."
)


@dataclass(frozen=True)
class ClaimView:
    """A claim as its templates take it."""

    claim: Claim
    speaker: str
    verdict: str  # A word of the API, empty without a measurable statement.
    says: str  # What the numbers say, as a sentence.
    source: str  # By which method and data, empty where nothing could be computed.
    differs: str  # Where numbers and status part: "the numbers say it came true; still open".


def claim_view(claim: Claim, check: Check | None) -> ClaimView:
    """Return the claim with what its page says about it."""
    return ClaimView(
        claim=claim,
        speaker=str(claim.speaker) if claim.speaker else claim.speaker_name,
        verdict=check.verdict if check else "",
        says=opening(sentence(check)) if check else "",
        source=_source(check) if check and check.methodology else "",
        differs=difference(claim, check),
    )


def _source(check: Check) -> str:
    return _("Checked on %(day)s by methodology %(version)s, data version %(data)s.") % {
        "day": day(check.checked_on),
        "version": check.methodology,
        "data": (check.data_version or "")[:8],
    }


def ledger_headline(kinds: Mapping[str, int], statuses: Mapping[str, int]) -> str:
    """Return the sentence: how many claims of which kind, and what became of them."""
    total = sum(kinds.values())
    if not total:
        return _("No claim fits")
    parts = [str(KINDS[kind] % {"number": kinds[kind]}) for kind in KINDS if kinds.get(kind)]
    became = [
        str(STATUSES[status] % {"number": statuses[status]})
        for status in STATUSES
        if statuses.get(status)
    ]
    if len(parts) == 1:
        return _("%(kinds)s: %(statuses)s") % {"kinds": parts[0], "statuses": listing(became)}
    return ngettext(
        "%(total)d claim: %(kinds)s; %(statuses)s",
        "%(total)d claims: %(kinds)s; %(statuses)s",
        total,
    ) % {"total": total, "kinds": listing(parts), "statuses": listing(became)}


def difference(claim: Claim, check: Check | None) -> str:
    """Say where the numbers decide otherwise than an editor did; empty where they do not."""
    if check is None or check.verdict not in (CAME_TRUE, FAILED) or check.verdict == claim.status:
        return ""
    if claim.status == Claim.Status.OPEN:
        return _("numbers say: %(verdict)s, still open") % {"verdict": VERDICTS[check.verdict]}
    return _("numbers say: %(verdict)s, an editor: %(status)s") % {
        "verdict": VERDICTS[check.verdict],
        "status": claim.get_status_display(),
    }


def sentence(check: Check) -> str:
    """Say what the numbers say about a claim: holds since July 2024: China 34 %, the West 12 %."""
    statement = check.statement
    if statement is None:
        return _("cannot be decided: the statement cannot be read")
    if check.verdict == NO_NUMBER:
        return _("cannot be decided: no number")
    numbers = ", ".join(_number(reading) for reading in check.readings)
    if check.verdict != UNDECIDED:
        return f"{_decided(check, statement)}: {numbers}"
    said = _pending(check, statement)
    if not numbers:
        return said
    return _("%(said)s; so far %(numbers)s") % {"said": said, "numbers": numbers}


def _decided(check: Check, statement: Statement) -> str:
    on = check.readings[0].on
    until = _moment(statement.last_day)
    match statement.when, check.verdict:
        case "by", "came_true" if check.judgement.still:
            return _("holds since %(month)s") % {"month": _moment(on)}
        case "by", "came_true":
            return _("held first %(when)s, and not on every later day") % {"when": _when(on)}
        case "by", _failed:
            return _("did not hold by %(day)s") % {"day": until}
        case "on", "came_true":
            return _("held on %(day)s") % {"day": day(on)}
        case "on", _failed:
            return _("did not hold on %(day)s") % {"day": day(on)}
        case _throughout, "came_true":
            return _("held throughout, up to %(day)s") % {"day": until}
    return _("did not hold %(when)s") % {"when": _when(on)}


def _pending(check: Check, statement: Statement) -> str:
    left = _time_left(check.checked_on, statement.last_day)
    return _("not yet decidable: %(left)s to go") % {"left": left}


def _time_left(today: date, last: date) -> str:
    months = (last.year - today.year) * 12 + last.month - today.month - (last.day < today.day)
    if months >= 1:
        return ngettext("%(months)d month", "%(months)d months", months) % {"months": months}
    days = (last - today).days
    return ngettext("%(days)d day", "%(days)d days", days) % {"days": days}


def _moment(on: date) -> str:
    """Write a month by its last day, and any other day as it is; both after a preposition."""
    return of_month(on) if _is_end(on) else day(on)


def _when(on: date) -> str:
    return in_period(on, "month" if _is_end(on) else "day")


def _is_end(on: date) -> bool:
    return date.fromordinal(on.toordinal() + 1).day == 1


def _number(reading: Reading) -> str:
    name, value = reading.measure.name, _written(reading)
    if name == "share":
        return f"{reading.pole_name} {value}"
    if not reading.pole_name:
        return f"{MEASURES[name]} {value}"
    return f"{reading.pole_name}, {MEASURES[name]} {value}"


def _written(reading: Reading) -> str:
    name, value = reading.measure.name, reading.value
    if value is None:
        return _("no number")
    if name in ("share", "friction"):
        return percent(value)
    if name == "tone":
        return signed(value, 2)
    return count(value) if name == "events" else decimal(value, 2 if name == "balance" else 1)

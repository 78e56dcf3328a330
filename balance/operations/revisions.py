"""How the picture of one month changed since: the answer, remembered for a day."""

from datetime import date, datetime, timedelta
from typing import Any

from django.utils.translation import gettext as _

from balance.models.spans import period_end
from balance.operations.inputs import find_dataset, read_impacts
from balance.queries.balance import find_setting, lines, provenance
from balance.queries.explain import titles
from balance.queries.keeping import kept
from balance.queries.questions import BadQuestion, BalanceQuestion
from balance.queries.revisions import revisions


def revisions_answer(*, question: BalanceQuestion, month: date, now: datetime) -> dict[str, Any]:
    """Return the month's numbers as known at its end, and after every change recorded since.

    `month` is its first day. Each result names the events whose recording, change or withdrawal
    since the result before could move it. What was known does not change: the same data give
    the same answer, which is remembered.

    Raises:
        UnknownFocus, BadQuestion: if the question names what is not there, or the month is
            not over.
    """
    setting = find_setting(question)
    if (question.as_of or now).date() < period_end(month, "month") - timedelta(days=1):
        raise BadQuestion("month", _("That month is not over yet; take an earlier one."))
    version = read_impacts(setting)[1]
    found = kept(
        "revisions",
        *(question, month, now.date(), setting.methodology.pk, version.data_version),
        make=lambda: revisions(setting, find_dataset(setting), month=month, now=now),
    )
    told = titles(setting, {event for one in found for event in one["changes"]})
    return provenance(setting, version) | {
        "month": month.isoformat(),
        "kernel": question.kernel,
        "half_life": setting.half_life,
        "poles": lines(setting),
        "results": [
            one
            | {
                "changes": [
                    {"event": event, "what": what, **told[event]}
                    for event, what in one["changes"].items()
                    if event in told  # Merged or deleted events have no page to open.
                ]
            }
            for one in found
        ],
    }

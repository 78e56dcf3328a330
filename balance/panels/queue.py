"""How the review queue fares, in sentences."""

from datetime import timedelta

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from balance.models import Ranking
from balance.panels import wording
from balance.queries.queue import Figures


def figures_in_words(figures: Figures) -> list[str]:
    """Say how editors decided lately, and how the order came about."""
    return [*_decisions(figures), _order(figures)]


def _decisions(figures: Figures) -> list[str]:
    count = figures.decisions
    if not count:
        return [_("No decision in the last 30 days.")]
    said = ngettext(
        "%(count)d decision in the last 30 days; %(share)s accepted.",
        "%(count)d decisions in the last 30 days; %(share)s accepted.",
        count,
    ) % {"count": count, "share": wording.percent(figures.accepted)}
    return [said, *([_took(figures.usual)] if figures.usual is not None else [])]


def _took(usual: timedelta) -> str:
    seconds = round(usual.total_seconds())
    return ngettext(
        "The usual decision takes %(count)d second.",
        "The usual decision takes %(count)d seconds.",
        seconds,
    ) % {"count": seconds}


def _order(figures: Figures) -> str:
    ranking = figures.ranking
    if ranking is None:
        lacking = max(0, Ranking.FEWEST_DECISIONS - figures.learnt_from)
        return ngettext(
            "Ordered by the patterns’ score; with %(count)d more decision the order is learnt"
            " from yours.",
            "Ordered by the patterns’ score; with %(count)d more decisions the order is learnt"
            " from yours.",
            lacking,
        ) % {"count": lacking}
    return _(
        "The order is learnt from %(count)d decisions, on %(day)s: of an accepted and a rejected"
        " proposal, the accepted one stands first in %(learnt)s of pairs (by the patterns’ score"
        " alone: %(score)s); of the fifth that stands first, %(top)s were accepted."
    ) % {
        "count": ranking.decisions,
        "day": wording.day(ranking.trained_at.date()),
        "learnt": wording.percent(ranking.auc),
        "score": wording.percent(ranking.auc_of_score),
        "top": wording.percent(ranking.precision_at_top),
    }

"""Which ties, observations and claims a reader asks for."""

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from articles.api.codes import CodeField, CodesField
from articles.api.filters import Keep, ListFilter, named
from articles.api.parameters import ChoicesField, WordsField
from articles.api.times import DayField
from balance.api.filters.codes import Rows, by_actor, by_focus, by_pole, since, until
from balance.models import Claim, Indicator, Ladder, TieKind
from balance.models.claims import ClaimQuerySet
from balance.models.ties import TieQuerySet
from balance.queries.pole_members import stood_in


def _either_side(ties: Rows, code: str) -> Rows:
    return ties.filter(Q(actor_a__code=code) | Q(actor_b__code=code))


def _tied_to_pole(ties: Rows, pole: str) -> Rows:
    return ties.filter(
        stood_in(pole, actor="actor_a", during="valid")
        | stood_in(pole, actor="actor_b", during="valid")
    )


class TieFilter(ListFilter):
    on = Keep(TieQuerySet.in_force, DayField(help_text=_("Only the ties in force on this day.")))
    start = since()
    end = until()
    actor = by_actor(_either_side, _("An actor on either side."))
    focus = by_focus(_either_side, _("A focus on either side."))
    pole = by_pole(_tied_to_pole, _("A pole of which either side was a member meanwhile."))
    ladder = Keep("kind__ladder__in", ChoicesField(choices=Ladder.values))
    kind = Keep(
        "kind__code__in",
        CodesField(rows=TieKind.objects.all(), noun=_("kind of tie"), help_text=_("Rungs.")),
    )
    q = Keep(
        named("label", "about", "kind__name", "actor_a__name", "actor_b__name"),
        WordsField(help_text=_("Words in what the tie is called, is about, or joins.")),
    )


def _of_or_with(observations: Rows, code: str) -> Rows:
    return observations.filter(Q(actor__code=code) | Q(partner__code=code))


def _with_pole(observations: Rows, pole: str) -> Rows:
    return observations.filter(stood_in(pole, actor="partner", during="valid"))


class IndicatorFilter(ListFilter):
    q = Keep(named("name", "code"), WordsField(help_text=_("Words in the name.")))


class ObservationFilter(ListFilter):
    start = since()
    end = until()
    indicator = Keep(
        "indicator__code",
        CodeField(rows=Indicator.objects.all(), noun=_("indicator"), help_text=_("Its code.")),
    )
    actor = by_actor(_of_or_with, _("An actor that is measured, or with which."))
    partner = by_actor("partner__code", _("The actor with which it is measured."))
    focus = by_focus("actor__code", _("The focus that is measured."))
    pole = by_pole(_with_pole, _("A pole of which the partner was a member in the period."))
    q = Keep(named("note", "indicator__name"), WordsField(help_text=_("Words in the note.")))


def _said_by(claims: Rows, code: str) -> Rows:
    return claims.filter(Q(speaker__code=code) | Q(speaker__affiliation__code=code))


class ClaimFilter(ListFilter):
    start = since("end__gt")
    end = until("start__lt")
    actor = by_actor(_said_by, _("The speaker, or whom the speaker stands for."))
    focus = by_focus("focus__actor__code", _("The focus that the claim is about."))
    pole = by_pole(ClaimQuerySet.about, _("A pole that the claim is about."))
    kind = Keep("kind__in", ChoicesField(choices=Claim.Kind.values))
    status = Keep("status__in", ChoicesField(choices=Claim.Status.values))
    q = Keep(
        ClaimQuerySet.search,
        WordsField(help_text=_("Words in the claim or in the speaker's name.")),
    )

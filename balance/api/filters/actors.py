"""Which foci, poles and actors a reader asks for."""

from typing import Any

from django.db.models import Exists, OuterRef, Q
from django.utils.translation import gettext_lazy as _

from articles.api.codes import CodeField
from articles.api.filters import Keep, ListFilter, named
from articles.api.parameters import ChoicesField, WordsField
from balance.api.filters.codes import Rows, by_actor, by_focus, by_pole
from balance.models import Actor, Alias, PoleMembership, Scheme
from balance.queries.pole_members import stood_in


def by_scheme(how: str) -> Keep:
    """Return the filter `scheme`."""
    rows = Scheme.objects.all()
    return Keep(how, CodeField(rows=rows, noun=_("scheme"), help_text=_("A set of poles.")))


class FocusFilter(ListFilter):
    scheme = by_scheme("scheme__code")
    pole = by_pole("scheme__poles__code", _("A pole against which the focus is read."))
    q = Keep(named("actor__name"), WordsField(help_text=_("Words in the name.")))


def _with_member(poles: Rows, code: str) -> Rows:
    memberships = PoleMembership.objects.filter(
        pole=OuterRef("pk"), actor__code=code, withdrawn_because=""
    )
    return poles.filter(Exists(memberships))


class PoleFilter(ListFilter):
    scheme = by_scheme("scheme__code")
    focus = by_focus("scheme__foci__actor__code", _("A focus that is read against the pole."))
    actor = by_actor(_with_member, _("An actor that is or was in the pole."))
    q = Keep(named("name"), WordsField(help_text=_("Words in the name.")))


def _called(actors: Rows, words: str) -> Rows:
    aliases = Alias.objects.filter(actor=OuterRef("pk"), text__icontains=words)
    return actors.filter(Q(name__icontains=words) | Q(code__iexact=words) | Exists(aliases))


def _in_pole(actors: Rows, pole: str) -> Rows:
    return actors.filter(stood_in(pole, actor="pk"))


class ActorFilter(ListFilter):
    kind = Keep("kind__in", ChoicesField(choices=Actor.Kind.values))
    pole = by_pole(_in_pole, _("A pole that the actor is or was in."))
    affiliation: Any = by_actor("affiliation__code", _("The actor that it stands for."))
    q = Keep(_called, WordsField(help_text=_("Words in the name or in another name.")))

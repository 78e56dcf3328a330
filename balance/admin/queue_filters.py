"""What narrows the review queue."""

from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import get_language_info, gettext_lazy
from django.utils.translation import gettext as _

from balance.models import Pole, Proposal

LIKELY, UNLIKELY = 0.8, 0.5
UNKNOWN = "-"  # Of an article whose language nobody knows.


class StateFilter(admin.SimpleListFilter):
    """What waits, unless something else is asked for."""

    title = gettext_lazy("state")
    parameter_name = "state"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, Any]]:
        """Return the states besides waiting, which needs no asking."""
        return [*Proposal.State.choices[1:], ("all", _("all"))]

    def choices(self, changelist: Any) -> Any:
        """Call what is shown without asking by its name."""
        first, *others = super().choices(changelist)
        return [{**first, "display": Proposal.State.WAITING.label}, *others]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Proposal]) -> QuerySet[Proposal]:
        """Keep the proposals in the state."""
        if self.value() == "all":
            return queryset
        is_known = self.value() in Proposal.State.values
        return queryset.filter(state=self.value() if is_known else Proposal.State.WAITING)


class ChanceFilter(admin.SimpleListFilter):
    """How likely an editor accepts it."""

    title = gettext_lazy("chance")
    parameter_name = "chance"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, Any]]:
        """Return three bins."""
        # A sign of percent, no placeholder. xgettext:no-python-format
        high = _("80 % or more")
        return [("high", high), ("middle", _("50 to 80 %")), ("low", _("under 50 %"))]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Proposal]) -> QuerySet[Proposal]:
        """Keep the proposals of the bin."""
        match self.value():
            case "high":
                return queryset.filter(rank__gte=LIKELY)
            case "middle":
                return queryset.filter(rank__gte=UNLIKELY, rank__lt=LIKELY)
            case "low":
                return queryset.filter(rank__lt=UNLIKELY)
        return queryset


class PoleFilter(admin.SimpleListFilter):
    """With a member of the pole among initiators and recipients."""

    title = gettext_lazy("pole")
    parameter_name = "pole"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, Any]]:
        """Return the poles, each code once."""
        return [(pole.code, str(pole)) for pole in Pole.objects.order_by("code").distinct("code")]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Proposal]) -> QuerySet[Proposal]:
        """Keep the proposals with the pole."""
        code = self.value()
        is_known = code in dict(self.lookup_choices)
        return queryset.with_pole(code) if is_known else queryset  # type: ignore[attr-defined]


class TakenFilter(admin.SimpleListFilter):
    """Who took it."""

    title = gettext_lazy("assignment")
    parameter_name = "taken"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, Any]]:
        """Return the choices besides everybody."""
        return [("me", _("me")), ("nobody", _("nobody")), ("others", _("others"))]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Proposal]) -> QuerySet[Proposal]:
        """Keep the proposals that they took."""
        match self.value():
            case "me":
                return queryset.filter(assigned_to=request.user.pk)
            case "nobody":
                return queryset.filter(assigned_to=None)
            case "others":
                return queryset.exclude(assigned_to=None).exclude(assigned_to=request.user.pk)
        return queryset


class LanguageFilter(admin.SimpleListFilter):
    """In which language the article is written."""

    title = gettext_lazy("language")
    parameter_name = "language"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, Any]]:
        """Return the languages of articles with proposals."""
        read = Proposal.objects.order_by("article__language").distinct()
        codes = read.values_list("article__language", flat=True)
        return [(code or UNKNOWN, _language(code)) for code in codes]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Proposal]) -> QuerySet[Proposal]:
        """Keep the proposals from articles in the language."""
        code = self.value()
        if code not in dict(self.lookup_choices):
            return queryset
        return queryset.filter(article__language="" if code == UNKNOWN else code)


def _language(code: str) -> str:
    if not code:
        return _("unknown")
    try:
        return str(get_language_info(code)["name_translated"])
    except KeyError:
        return code

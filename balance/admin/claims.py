"""Claims: what somebody said, with the article that quotes it."""

from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils import timezone
from django.utils.text import Truncator
from django.utils.translation import gettext_lazy as _

from articles.admin.editorial import EditorialAdmin, EditorialTabularInline
from balance.admin.evidence import EvidenceInline
from balance.admin.spans import DatedAdmin, SpanForm
from balance.admin.withdrawing import StandingFilter, WithdrawableAdmin
from balance.models import Claim, ClaimPole
from balance.operations.claims import ClaimChecks
from balance.panels.claims import VERDICTS, difference, sentence
from balance.queries.statements import StatementRefused, read_statement


class ClaimForm(SpanForm):
    slug_from = ("text",)

    def clean(self) -> dict[str, Any] | None:
        """Bring the statement into its normal form, or say what is wrong with it."""
        cleaned = super().clean()
        text, focus = self.cleaned_data.get("statement"), self.cleaned_data.get("focus")
        if text and focus:
            poles = focus.scheme.poles.values_list("code", flat=True)
            try:
                self.cleaned_data["statement"] = str(read_statement(text, poles=list(poles)))
            except StatementRefused as error:
                self.add_error("statement", error.sentence)
        return cleaned


class NumbersSayFilter(admin.SimpleListFilter):
    """Claims by what the numbers say about them; they are computed, so no column has it."""

    title = _("numbers say")
    parameter_name = "numbers"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, Any]]:
        """Return what numbers can say."""
        return [("differs", _("decided, and the editor has not")), *VERDICTS.items()]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Claim]) -> QuerySet[Claim]:
        """Keep the claims of which the numbers say so."""
        wanted = self.value()
        if not wanted:
            return queryset
        measurable = Claim.objects.exclude(statement="").select_related("focus__actor")
        checks = ClaimChecks(today=timezone.localdate())
        pairs = [(claim, checks.of(claim)) for claim in measurable]
        return queryset.filter(
            pk__in=[
                claim.pk
                for claim, check in pairs
                if (check and check.verdict == wanted)
                or (wanted == "differs" and difference(claim, check))
            ]
        )


class ClaimPoleInline(EditorialTabularInline):
    model = ClaimPole
    fields = ["pole"]
    named_by = ["pole"]


@admin.register(Claim)
class ClaimAdmin(DatedAdmin, WithdrawableAdmin):
    form = ClaimForm
    list_display = ["said", "who", "when", "status", "numbers_say", "kind"]
    list_filter = [StandingFilter, "kind", "status", NumbersSayFilter, "poles"]
    list_select_related = ["speaker", "focus__actor"]
    readonly_fields = ["checked"]
    date_hierarchy = "start"
    search_fields = ["text", "speaker__name", "speaker__code", "speaker_name", "slug"]
    search_help_text = _("A word of the claim, or who said it.")
    autocomplete_fields = ["focus", "speaker"]
    inlines = [ClaimPoleInline, EvidenceInline]
    parts = ["claim_poles", "evidence"]
    fieldsets = [
        (_("Who said it"), {"fields": [("speaker", "speaker_name"), "speaker_position"]}),
        (_("When"), {"fields": ["when"]}),
        (_("What was said"), {"fields": ["text", ("kind", "focus"), "certainty", "condition"]}),
        (
            _("Did it come true?"),
            {"fields": [("horizon", "status"), "resolution", "statement", "checked"]},
        ),
        (_("Does it count?"), {"fields": ["withdrawn_because"]}),
        (_("Address"), {"fields": ["slug"], "classes": ["collapse"]}),
    ]

    @admin.display(ordering="text", description=_("claim"))
    def said(self, claim: Claim) -> str:
        """Return the beginning of the claim."""
        return Truncator(claim.text).chars(120)

    @admin.display(description=_("said by"))
    def who(self, claim: Claim) -> str:
        """Return the speaker's name."""
        return claim.speaker.name if claim.speaker else claim.speaker_name

    def get_changelist_instance(self, request: HttpRequest) -> Any:
        """Check the claims of the page together: the numbers are read once."""
        changes = super().get_changelist_instance(request)
        checks = ClaimChecks(today=timezone.localdate())
        for claim in changes.result_list:
            claim.check = checks.of(claim)
        return changes

    @admin.display(description=_("numbers say"))
    def numbers_say(self, claim: Any) -> str:
        """Return what the numbers say in a word, and whether the status says otherwise."""
        if claim.check is None:
            return "–"
        return difference(claim, claim.check) or str(VERDICTS[claim.check.verdict])

    @admin.display(description=_("numbers say"))
    def checked(self, claim: Claim) -> str:
        """Return what the numbers say in a sentence."""
        check = ClaimChecks(today=timezone.localdate()).of(claim)
        if check is None:
            return str(_("Nothing: write a measurable statement and save."))
        parts = [sentence(check), difference(claim, check)]
        return " · ".join(part for part in parts if part)


@admin.register(ClaimPole)
class ClaimPoleAdmin(EditorialAdmin):
    """For a search across claims; a claim's own page is where its poles are edited."""

    list_display = ["claim", "pole"]
    list_filter = ["pole"]
    list_select_related = ["claim", "pole"]
    search_fields = ["claim__text", "pole__name"]
    autocomplete_fields = ["claim", "pole"]
    fields = [("claim", "pole")]
    kept_because = _("Remove a pole on the page of its claim.")

    def has_module_permission(self, request: object) -> bool:
        """Stay off the desk: poles of a claim belong to their claim."""
        return False

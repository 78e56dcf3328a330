"""Claims: what somebody said, with the article that quotes it."""

from django.contrib import admin
from django.utils.text import Truncator
from django.utils.translation import gettext_lazy as _

from articles.admin.editorial import EditorialAdmin, EditorialTabularInline
from balance.admin.evidence import EvidenceInline
from balance.admin.spans import SpanForm
from balance.admin.withdrawing import StandingFilter, WithdrawableAdmin
from balance.models import Claim, ClaimPole
from balance.panels import wording


class ClaimForm(SpanForm):
    slug_from = ("text",)


class ClaimPoleInline(EditorialTabularInline):
    model = ClaimPole
    fields = ["pole"]
    named_by = ["pole"]


@admin.register(Claim)
class ClaimAdmin(WithdrawableAdmin):
    form = ClaimForm
    list_display = ["said", "who", "when", "kind", "status"]
    list_filter = [StandingFilter, "kind", "status", "poles"]
    list_select_related = ["speaker"]
    date_hierarchy = "start"
    search_fields = ["text", "speaker__name", "speaker__code", "speaker_name", "slug"]
    search_help_text = _("A word of the claim, or who said it.")
    autocomplete_fields = ["focus", "speaker"]
    inlines = [ClaimPoleInline, EvidenceInline]
    parts = ["claim_poles", "evidence"]
    fieldsets = [
        (_("Who said it"), {"fields": [("speaker", "speaker_name"), "speaker_position"]}),
        (_("When"), {"fields": [("start", "precision"), "end"]}),
        (_("What was said"), {"fields": ["text", ("kind", "focus"), "certainty", "condition"]}),
        (_("Did it come true?"), {"fields": [("horizon", "status")]}),
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

    @admin.display(ordering="start", description=_("when"))
    def when(self, claim: Claim) -> str:
        """Return the date as precisely as it is known."""
        return wording.span(claim.start, claim.end, claim.precision)


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

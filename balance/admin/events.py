"""Events: what happened, when, between whom, and how we know."""

from typing import Any

from django.contrib import admin, messages
from django.db.models import Prefetch, QuerySet
from django.http import HttpRequest
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from balance.admin import publishing
from balance.admin.evidence import EvidenceInline
from balance.admin.merging import Mergeable
from balance.admin.participants import ParticipantInline
from balance.admin.spans import DatedAdmin, SpanForm
from balance.admin.withdrawing import WithdrawableAdmin
from balance.models import Event, Participant, Role
from balance.operations import editing

CONFIRM_BUTTON = "_confirm"


class EventForm(SpanForm):
    """Fills what follows: the type from the CAMEO code, the status from the button."""

    slug_from = ("title",)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if "event_type" in self.fields:
            self.fields["event_type"].required = False

    def clean(self) -> dict[str, Any] | None:
        """Fill the type and the status before the database judges them."""
        cleaned = super().clean()
        if "event_type" in self.fields and "event_type" not in self.errors:
            self._fill_type()
        if CONFIRM_BUTTON in self.data:
            self.cleaned_data["status"] = Event.Status.CONFIRMED
        self._leave_it_to_publishers()
        is_withdrawn = self.cleaned_data.get("status") == Event.Status.WITHDRAWN
        if not is_withdrawn and "withdrawn_because" not in self.changed_data:
            self.cleaned_data["withdrawn_because"] = ""  # Restored; the history keeps the reason.
        return cleaned

    def _leave_it_to_publishers(self) -> None:
        status = self.cleaned_data.get("status")
        is_news = status == Event.Status.CONFIRMED and self.initial.get("status") != status
        if is_news and (sentence := publishing.objection(self.user, self.instance)):
            self.add_error("status", sentence)

    def _fill_type(self) -> None:
        code = self.cleaned_data.get("cameo_code")
        if not self.cleaned_data.get("event_type"):
            self.cleaned_data["event_type"] = code.event_type if code else None
        if not self.cleaned_data["event_type"]:
            self.add_error("event_type", _("Choose a type, or a CAMEO code that has one."))


@admin.register(Event)
class EventAdmin(DatedAdmin, Mergeable, publishing.PublicAdmin, WithdrawableAdmin):
    form = EventForm
    list_display = ["title", "when", "participants", "event_type", "status", "evidence"]
    list_filter = ["status", "dimension", "event_type", "precision"]
    list_select_related = ["event_type"]
    date_hierarchy = "start"
    search_fields = ["title", "slug", "participants__actor__name", "participants__actor__code"]
    search_help_text = gettext_lazy("A word of the title, or an actor's name or code.")
    autocomplete_fields = ["cameo_code"]
    readonly_fields = ["scores", "created_at", "updated_at"]
    inlines = [ParticipantInline, EvidenceInline]
    parts = ["participants", "evidence"]
    merged_by = ["participants"]
    actions = ["confirm", "withdraw", "restore", "propose", "reject", "merge"]
    # Some fieldsets stand after inline rows: templates/admin/change_form.html knows these classes.
    fieldsets = [
        (gettext_lazy("What happened"), {"fields": ["title", "description"]}),
        (gettext_lazy("When"), {"fields": ["when"]}),
        (
            gettext_lazy("What kind of act"),
            {
                "fields": [("event_type", "cameo_code"), "scores", "dimension"],
                "classes": ["after-first-rows"],
            },
        ),
        (
            gettext_lazy("Another intensity than the type's"),
            {
                "fields": [("intensity_override", "intensity_reason")],
                "classes": ["after-first-rows"],
            },
        ),
        (
            gettext_lazy("Does it count?"),
            {"fields": [("status", "confidence"), "withdrawn_because"], "classes": ["at-end"]},
        ),
        (
            gettext_lazy("Address and dates of the record"),
            {"fields": ["slug", ("created_at", "updated_at")], "classes": ["collapse", "at-end"]},
        ),
    ]

    # --- the list ---

    def get_queryset(self, request: HttpRequest) -> QuerySet[Event]:
        """Count the evidence with the list's own query, and read the participants with one more."""
        everyone = Participant.objects.select_related("actor").order_by("pk")
        return (
            super()
            .get_queryset(request)
            .defer("search")
            .with_evidence_count()  # type: ignore[attr-defined]
            .prefetch_related(Prefetch("participants", everyone))
        )

    @admin.display(description=gettext_lazy("participants"))
    def participants(self, event: Event) -> str:
        """Return who did something to whom, and who else was there."""
        names: dict[str, list[str]] = {}
        for participant in event.participants.all():
            names.setdefault(participant.role, []).append(participant.actor.name)
        acting = ", ".join(names.pop(Role.INITIATOR, []))
        towards = ", ".join(names.pop(Role.RECIPIENT, []))
        sides = " → ".join(filter(None, [acting, towards]))
        others = [f"{Role(role).label}: {', '.join(who)}" for role, who in names.items()]
        return "; ".join(filter(None, [sides, *others]))

    @admin.display(ordering="evidence_count", description=gettext_lazy("evidence"))
    def evidence(self, event: Event) -> int:
        """Return how many quotations are behind the event."""
        return event.evidence_count

    # --- the form ---

    @admin.display(description=gettext_lazy("scores of the type"))
    def scores(self, event: Event) -> str:
        """Return what the type and the code are worth on each scale."""
        if not event.event_type_id:
            return _("Shown once the event is saved.")
        plover = _("PLOVER %(score)g") % {"score": event.event_type.plover_score}
        if not event.cameo_code:
            return plover
        goldstein = _("Goldstein %(score)g") % {"score": event.cameo_code.goldstein}
        return format_html("{}, {}", goldstein, plover)

    def save_related(self, request: HttpRequest, form: Any, formsets: Any, change: bool) -> None:
        """Warn of an event that counts and yet changes nothing."""
        super().save_related(request, form, formsets, change)
        event = form.instance
        acting = event.participants.filter(role__in=Role.partners()).values("actor").distinct()
        if event.status == Event.Status.CONFIRMED and acting.count() < 2:
            text = _("This event changes no number yet: it needs two initiators or recipients.")
            self.message_user(request, text, messages.WARNING)

    def render_change_form(
        self, request: HttpRequest, context: dict[str, Any], *args: Any, **kwargs: Any
    ) -> Any:
        """Offer to confirm only to who may."""
        event = context.get("original") or Event()
        context["may_confirm"] = not publishing.objection(request.user, event)
        return super().render_change_form(request, context, *args, **kwargs)

    def view_on_site(self, event: Event) -> str:
        """Return the event's public page."""
        return event.get_absolute_url()

    # --- actions ---

    def may_withdraw(self, request: HttpRequest, rows: QuerySet[Event]) -> bool:
        """Leave to publishers what readers see, or saw before it was withdrawn."""
        return not publishing.are_public(rows) or self.may_publish(request)

    @admin.action(description=gettext_lazy("Confirm: let them count"), permissions=["change"])
    def confirm(self, request: HttpRequest, queryset: QuerySet[Event]) -> None:
        """Let proposed and rejected events count."""
        if not self.may_publish(request):
            return
        count = editing.confirm_events(events=queryset, by=request.user)
        done = ngettext("%(count)d record confirmed.", "%(count)d records confirmed.", count)
        self.report(request, count, done, publishing.left_over(request))

    @admin.action(description=gettext_lazy("Send back to the proposals"), permissions=["change"])
    def propose(self, request: HttpRequest, queryset: QuerySet[Event]) -> None:
        """Let events count no longer, until somebody confirms them again."""
        if publishing.are_public(queryset) and not self.may_publish(request):
            return
        count = editing.propose_events(events=queryset)
        done = ngettext("%(count)d record proposed.", "%(count)d records proposed.", count)
        self.report(request, count, done, _("The others were proposals, or are withdrawn."))

    @admin.action(description=gettext_lazy("Reject proposals"), permissions=["change"])
    def reject(self, request: HttpRequest, queryset: QuerySet[Event]) -> None:
        """Decide that proposals are no events of ours."""
        count = editing.reject_events(events=queryset)
        done = ngettext("%(count)d record rejected.", "%(count)d records rejected.", count)
        self.report(request, count, done, _("Only proposals can be rejected."))

"""Blind codings: a second coder reads an event's evidence, not how it is recorded."""

from typing import Any

from django.contrib import admin, messages
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles.admin.editorial import EditorialAdmin, EditorialTabularInline
from articles.admin.forms import EditorialFormSet
from articles.admin.history import HistoryMixin
from articles.admin.reading import ReadOnlyAdmin
from balance.admin.help_of_records import WHO
from balance.admin.spans import DatedAdmin, SpanForm
from balance.models import CodedParticipant, Coding, Event, Role
from balance.panels.codings import side_by_side
from balance.queries import codings


class CodingForm(SpanForm):
    """What the coder makes of the evidence; each coder codes an event once."""


class CodedParticipantFormSet(EditorialFormSet):
    """Someone does something to someone; each actor once in a role."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.instance.pk is None:
            self.initial_extra = [{"role": Role.INITIATOR}, {"role": Role.RECIPIENT}]

    def get_unique_error_message(self, unique_check: Any) -> str:
        """Say that an actor stands twice in one role."""
        return _("An actor stands twice in one role: remove one of the two.")


class CodedParticipantInline(EditorialTabularInline):
    model = CodedParticipant
    formset = CodedParticipantFormSet
    fields = ["actor", "role"]
    named_by = ["actor"]
    verbose_name = gettext_lazy("participant")
    verbose_name_plural = gettext_lazy("Who: initiators and recipients")
    says = WHO
    autocomplete_fields = ["actor"]

    def get_extra(self, request: HttpRequest, obj: Any = None, **kwargs: Any) -> int:
        """Offer two rows."""
        return 0 if obj else 2


@admin.register(Coding)
class CodingAdmin(DatedAdmin, EditorialAdmin):
    """Adding is coding blind; what is coded stays as it is."""

    form = CodingForm
    list_display = ["__str__", "event", "coder", "created_at"]
    list_filter = ["dimension", "event_type"]
    date_hierarchy = "start"
    search_fields = ["event__title", "coder__username"]
    autocomplete_fields = ["cameo_code"]
    inlines = [CodedParticipantInline]
    parts = ["participants"]
    change_form_template = "admin/coding_form.html"
    kept_because = gettext_lazy("Codings are never deleted: agreement is counted over all of them.")
    fieldsets = [
        (gettext_lazy("When"), {"fields": ["when"]}),
        (
            gettext_lazy("What kind of act"),
            {
                "fields": [("event_type", "cameo_code"), "dimension", "confidence"],
                "classes": ["after-first-rows"],
            },
        ),
    ]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Coding]:
        """Read with each coding what it is about."""
        everything = ("event", "coder", "event_type", "cameo_code")
        return super().get_queryset(request).select_related(*everything)

    def get_inlines(self, request: HttpRequest, obj: Any) -> Any:
        """Ask for participants when coding; afterwards they stand side by side with the record."""
        return [] if obj else self.inlines

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Let nobody change a coding: afterwards it would not be blind."""
        return False

    def add_view(
        self, request: HttpRequest, form_url: str = "", extra_context: Any = None
    ) -> HttpResponse:
        """Show the evidence of the event asked for, or of the next one, and nothing else of it."""
        if not self.has_add_permission(request):
            return super().add_view(request, form_url, extra_context)
        if "event" not in request.GET:
            return self._next(request)
        event = self._event(request)
        if event is None:
            return HttpResponseRedirect(self._address("changelist"))
        request.event_to_code = event  # type: ignore[attr-defined]
        context = {
            "title": _("Code an event blind"),
            "evidence": event.evidence.all(),
            "show_save_and_continue": False,
        }
        return super().add_view(request, form_url, {**(extra_context or {}), **context})

    def _next(self, request: HttpRequest) -> HttpResponse:
        event = codings.waiting_for(_coder(request)).first()
        if event:
            return HttpResponseRedirect(f"{self._address('add')}?event={event.pk}")
        context = {
            **self.admin_site.each_context(request),
            "title": _("Code an event blind"),
            "opts": self.opts,
        }
        return TemplateResponse(request, "admin/coding_none.html", context)

    def _event(self, request: HttpRequest) -> Event | None:
        """Return the event to code; None, with a message, where this editor cannot do it blind."""
        key = request.GET.get("event", "")
        try:
            event = codings.event_to_code(int(key) if _is_key(key) else 0)
        except Event.DoesNotExist:
            self._object(request, _("There is no confirmed event with evidence here."))
            return None
        if codings.knows_the_record(_coder(request), event):
            sentence = _("You recorded or edited this event yourself: somebody else codes it.")
            self._object(request, sentence)
            return None
        if Coding.objects.filter(event=event, coder=_coder(request)).exists():
            self._object(request, _("You have coded this event already."))
            return None
        return event

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> None:
        """Store the coding beside how the event is recorded at this moment."""
        event = request.event_to_code  # type: ignore[attr-defined]
        obj.event, obj.coder_id = event, _coder(request)
        obj.recorded = codings.coded(event)
        super().save_model(request, obj, form, change)

    def response_add(
        self, request: HttpRequest, obj: Any, post_url_continue: str | None = None
    ) -> HttpResponse:
        """Show both codings side by side, or the next event."""
        if "_addanother" in request.POST:
            self.message_user(request, _("Coded. Here is the next event."), messages.SUCCESS)
            return HttpResponseRedirect(self._address("add"))
        self.message_user(request, _("Coded. Below, yours and the record."), messages.SUCCESS)
        return HttpResponseRedirect(self._address("change", obj))

    def change_view(
        self, request: HttpRequest, object_id: str, form_url: str = "", extra_context: Any = None
    ) -> HttpResponse:
        """Show the coding and the record side by side."""
        coding = self.get_object(request, object_id)
        context = {"rows": side_by_side(coding), "coding": coding} if coding else {}
        return super().change_view(
            request, object_id, form_url, {**(extra_context or {}), **context}
        )

    def _object(self, request: HttpRequest, sentence: str) -> None:
        self.message_user(request, sentence, messages.WARNING)


@admin.register(CodedParticipant)
class CodedParticipantAdmin(HistoryMixin, ReadOnlyAdmin):
    """For a search across codings."""

    list_display = ["coding", "actor", "role"]
    list_filter = ["role"]
    list_select_related = ["coding", "actor"]
    search_fields = ["actor__name", "actor__code"]

    def has_module_permission(self, request: HttpRequest) -> bool:
        """Stay off the desk: participants belong to their coding."""
        return False


def _coder(request: HttpRequest) -> int:
    return int(request.user.pk or 0)


def _is_key(text: str) -> bool:
    return text.isascii() and text.isdecimal() and len(text) <= 18

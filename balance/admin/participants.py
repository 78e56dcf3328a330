"""Who took part in an event, and in which role."""

from typing import Any

from django import forms
from django.contrib import admin
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles.admin.editorial import EditorialAdmin, EditorialTabularInline
from articles.admin.forms import EditorialFormSet
from articles.admin.refusals import SENTENCES
from balance.admin.help_of_records import WHO
from balance.admin.publishing import PublicPartAdmin
from balance.models import Focus, Participant, Role


class ParticipantFormSet(EditorialFormSet):
    """Weights for all partners or none; each actor once in a role."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.instance.pk is None:  # Someone does something to someone.
            self.initial_extra = [{"role": Role.INITIATOR}, {"role": Role.RECIPIENT}]

    def clean(self) -> None:
        """Object to what the database would refuse when the event is saved."""
        super().clean()
        rows = [row for row in self.rows() if row.get("actor") and row.get("role")]
        if any(row.get("weight") is not None for row in rows) and self._lacks_a_weight(rows):
            sentence = SENTENCES["participant_weights_for_all_or_none"]
            raise forms.ValidationError(str(sentence.text))

    def _lacks_a_weight(self, rows: list[dict[str, Any]]) -> bool:
        """Say whether some partners have a weight and others, not being a focus, none."""
        partners = [row for row in rows if row["role"] in Role.partners()]
        foci = set(Focus.objects.values_list("actor_id", flat=True))
        weighed = any(row["weight"] is not None for row in partners)
        return weighed and any(
            row["weight"] is None and row["actor"].pk not in foci for row in partners
        )

    def get_unique_error_message(self, unique_check: Any) -> str:
        """Say that an actor stands twice in one role."""
        return _("An actor stands twice in one role: remove one of the two.")


class ParticipantInline(EditorialTabularInline):
    model = Participant
    formset = ParticipantFormSet
    fields = ["actor", "role", "weight"]
    named_by = ["actor"]
    verbose_name_plural = gettext_lazy("Who: participants")
    says = WHO
    autocomplete_fields = ["actor"]

    def get_extra(self, request: Any, obj: Any = None, **kwargs: Any) -> int:
        """Offer two rows for a new event."""
        return 0 if obj else 2


@admin.register(Participant)
class ParticipantAdmin(PublicPartAdmin, EditorialAdmin):
    """For a search across events; an event's own page is where participants are edited."""

    list_display = ["event", "actor", "role", "weight"]
    list_display_links = ["event"]
    list_filter = ["role"]
    list_select_related = ["event", "actor"]
    search_fields = ["actor__name", "actor__code", "event__title"]
    autocomplete_fields = ["event", "actor"]
    fields = ["event", ("actor", "role"), "weight"]
    kept_because = gettext_lazy("Remove a participant on the page of its event.")

    def has_module_permission(self, request: Any) -> bool:
        """Stay off the desk: participants belong to their events."""
        return False

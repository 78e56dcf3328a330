"""The form of a proposal: the event or claim that accepting it would make, to be corrected."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django import forms
from django.contrib import admin
from django.contrib.admin.helpers import AdminForm, InlineAdminFormSet
from django.db import models
from django.http import HttpRequest
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy

from articles.admin.refusals import SENTENCES
from articles.admin.widgets import PlainTextField
from balance.admin.claims import ClaimForm
from balance.admin.events import EventForm
from balance.admin.evidence import passage
from balance.admin.participants import ParticipantFormSet, ParticipantInline
from balance.models import Claim, Event, Participant, Proposal
from balance.operations.drafting import Draft, draft_of

PREFIX = "participants"


class QuotedForm(forms.ModelForm):
    """Takes the quotation from the proposal's article."""

    proposal: Proposal
    quote = PlainTextField(
        label=gettext_lazy("Quotation"),
        required=False,
        help_text=gettext_lazy("Word for word as the article has it; readers see it as evidence."),
        widget=forms.Textarea(attrs={"rows": 3, "class": "vLargeTextField"}),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial.setdefault("quote", self.proposal.sentence)

    def clean_quote(self) -> str:
        """Return the passage as the article has it."""
        quote: str = self.cleaned_data["quote"]
        text = self.proposal.article.text
        found = passage(text, quote) if quote and text else quote
        if found is None:
            sentence = SENTENCES["evidence_quotation_occurs_in_the_text"]
            raise forms.ValidationError(str(sentence.text))
        return found


class ProposedEventForm(QuotedForm, EventForm):
    """An event, as far as an editor in a hurry looks at it."""


class ProposedClaimForm(QuotedForm, ClaimForm):
    """A claim, as far as an editor in a hurry looks at it."""


class ProposedParticipantFormSet(ParticipantFormSet):
    """Rows that are there from the start; one without an actor is none."""

    def _construct_form(self, i: int, **kwargs: Any) -> Any:
        """Count a row that was left as it was proposed."""
        made = {"empty_permitted": False, "use_required_attribute": False}
        return super()._construct_form(i, **{**made, **kwargs})  # type: ignore[misc]

    def _should_delete_form(self, form: Any) -> bool:
        return not form["actor"].value() or super()._should_delete_form(form)  # type: ignore[misc]


class ProposedParticipants(ParticipantInline):
    formset = ProposedParticipantFormSet
    fields = ["actor", "role"]
    can_delete = True


# The rows of participants stand between the first and the second.
EVENT_FIELDS: Any = [
    (None, {"fields": ["title", "when"]}),
    (None, {"fields": [("event_type", "cameo_code"), ("dimension", "confidence"), "quote"]}),
]
CLAIM_FIELDS: Any = [
    (
        None,
        {
            "fields": [
                "text",
                ("speaker", "speaker_name"),
                "when",
                ("kind", "certainty"),
                "quote",
            ]
        },
    )
]


@dataclass
class Answer:
    """A proposal's form with its rows, as shown or as sent."""

    form: Any
    rows: Any
    fieldsets: Any
    inline: Any

    def is_valid(self) -> bool:
        """Say whether both can be stored."""
        found = [self.form.is_valid(), self.rows is None or self.rows.is_valid()]
        return all(found)

    @cached_property
    def changes(self) -> dict[str, Any]:
        """What is to be recorded, in the words of the operation that does."""
        row = self.form.instance
        names = [name for name in _names(self.fieldsets) if name not in ("when", "quote")]
        values = {name: getattr(row, name) for name in {*names, "start", "end", "precision"}}
        values["quote"] = self.form.cleaned_data["quote"]
        if self.rows is not None:
            kept = [form.cleaned_data for form in self.rows.forms if not self._is_gone(form)]
            values["participants"] = [(row["actor"], row["role"]) for row in kept]
        return values

    def _is_gone(self, form: Any) -> bool:
        return bool(self.rows._should_delete_form(form))

    def context(self, request: HttpRequest) -> dict[str, Any]:
        """Return what the admin's own templates want in order to show it."""
        # Errors stand beside their fields, as on every page of the admin.
        owner = _owner(type(self.form.instance))
        adminform = AdminForm(self.form, self.fieldsets, {}, [], model_admin=owner)
        media = owner.media + adminform.media
        context: dict[str, Any] = {"form": self.form, "adminform": adminform}
        if self.rows is not None:
            fieldsets = self.inline.get_fieldsets(request)
            may = {f"has_{act}_permission": True for act in ("add", "change", "delete", "view")}
            shown = InlineAdminFormSet(
                self.inline, self.rows, fieldsets, {}, [], model_admin=owner, **may
            )
            context["participants"] = shown
            media += shown.media
        return context | {"media": media, "errors": self.form.errors or self._row_errors()}

    def _row_errors(self) -> bool:
        return self.rows is not None and self.rows.is_bound and not self.rows.is_valid()


def answer(
    request: HttpRequest, proposal: Proposal, data: Mapping[str, Any] | None = None
) -> Answer:
    """Return the form of a proposal, filled in from it or from what an editor sent."""
    if proposal.kind == Proposal.Kind.CLAIM:
        return _claim_answer(request, proposal, data)
    owner = _owner(Event)
    names = _names(EVENT_FIELDS)
    made = owner.get_form(request, None, form=ProposedEventForm, fields=names)
    made.proposal = proposal
    draft = draft_of(proposal, {})
    form = made(data, instance=Event(**draft.values))
    form.fields["title"].widget.attrs["data-key"] = "e"
    inline = ProposedParticipants(Event, admin.site)
    rows = _rows(request, draft, data, inline)
    return Answer(form, rows, EVENT_FIELDS, inline)


def _rows(request: HttpRequest, draft: Draft, data: Any, inline: Any) -> Any:
    kind = inline.get_formset(request, None, extra=0)
    initial = [{"actor": actor.pk, "role": role} for actor, role in draft.participants]
    rows = kind(data, instance=Event(), prefix=PREFIX, queryset=Participant.objects.none())
    rows.initial_extra, rows.extra = initial, max(2, len(initial))
    return rows


def _claim_answer(request: HttpRequest, proposal: Proposal, data: Any) -> Answer:
    made = _owner(Claim).get_form(
        request, None, form=ProposedClaimForm, fields=_names(CLAIM_FIELDS)
    )
    made.proposal = proposal
    form = made(data, instance=Claim(**draft_of(proposal, {}).values))
    form.fields["text"].widget.attrs |= {"data-key": "e", "rows": 3}
    return Answer(form, None, CLAIM_FIELDS, None)


def _owner(model: type[models.Model]) -> Any:
    return admin.site._registry[model]


def _names(fieldsets: Any) -> list[str]:
    return [str(name) for name in admin.utils.flatten_fieldsets(fieldsets)]

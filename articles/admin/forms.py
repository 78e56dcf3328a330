"""Forms that keep what an editor typed, whatever the database says."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles import edits
from articles.admin import choosing, refusals
from articles.slugs import free_slug


class RewordedForm(forms.ModelForm):
    """Says in plain words what the database would refuse."""

    def _update_errors(self, errors: ValidationError) -> None:
        model = type(self.instance)
        super()._update_errors(refusals.reworded(errors, model, self.fields))  # type: ignore[misc]


class EditorialForm(RewordedForm):
    """The form of a record: makes its slug, and never overwrites another editor's work unseen."""

    refusal = ""  # What the database said of the same content a moment ago.
    user: Any = None  # Who fills it in.
    parts: Sequence[str] = ()  # Relations to rows that stand on the same form.
    slug_from: tuple[str, ...] = ()  # The fields that an empty slug is made from.
    change_reason = forms.CharField(
        label=gettext_lazy("Reason for the change"),
        max_length=300,
        required=False,
        help_text=gettext_lazy("Kept in the history."),
    )
    seen_version = forms.IntegerField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if "slug" in self.fields and self.slug_from:
            self.fields["slug"].required = False
            self.fields["slug"].help_text = _("Part of the page's address. Empty: made for you.")
        if "seen_version" in self.fields and self.instance.pk:
            self.fields["seen_version"].initial = edits.count_versions(
                self.instance, parts=self.parts
            )

    def clean(self) -> dict[str, Any] | None:
        """Fill the slug, and refuse what the database refused or what somebody just changed."""
        cleaned = super().clean()
        if "slug" in self.fields and not self.cleaned_data.get("slug"):
            self._make_slug()
        if self.refusal:
            self.add_error(None, self.refusal)
        elif self.instance.pk and self.cleaned_data.get("seen_version"):
            self._refuse_to_overwrite()
        return cleaned

    def _make_slug(self) -> None:
        if former := self.initial.get("slug"):
            self.cleaned_data["slug"] = former
            return
        parts = [self.cleaned_data.get(name) for name in self.slug_from]
        words = [str(getattr(part, "code", part)) for part in parts if part]
        if words:
            self.cleaned_data["slug"] = free_slug(type(self.instance), " ".join(words))

    def _refuse_to_overwrite(self) -> None:
        """Object when another editor saved the row after this form was opened."""
        model = type(self.instance)
        list(model._base_manager.select_for_update().filter(pk=self.instance.pk).values("pk"))
        newest = edits.count_versions(self.instance, parts=self.parts)
        if newest <= self.cleaned_data["seen_version"]:
            return
        data: Any = self.data
        data = data.copy()
        data[self.add_prefix("seen_version")] = str(newest)
        self.data = data
        self.add_error(None, self._what_others_changed())

    def _what_others_changed(self) -> list[str]:
        edit = next(iter(edits.edits_of(self.instance, parts=self.parts)), None)
        rows = edit.rows if edit else ()
        changes = [
            _("There, %(field)s is now “%(now)s”, before it was “%(before)s”.")
            % {"field": change.label, "now": change.after, "before": change.before}
            for row in rows
            for change in row.fields
            if row.model is type(self.instance) and row.kind == "update"
        ]
        changes += [str(row) for row in rows if row.model is not type(self.instance)]
        who = (edit.who if edit else "") or _("Somebody")
        first = _("%(who)s saved this record after you opened it. Yours is below, not yet saved.")
        last = _("Compare, then save again: what you see below will stand.")
        return [first % {"who": who}, *changes, last]


class EditorialFormSet(forms.BaseInlineFormSet):
    """Inline rows whose chosen actors and articles are named with one query, not one a row."""

    @cached_property
    def forms(self) -> list[forms.ModelForm]:
        """The forms of the rows, each of which knows the names of what it refers to."""
        made = super().forms
        choosing.read_choices_once(made)
        return made

    def rows(self) -> list[dict[str, Any]]:
        """Return the cleaned content of the rows that will be there after saving."""
        return [
            form.cleaned_data
            for form in self.forms
            if form.is_valid() and form.cleaned_data and not form.cleaned_data.get("DELETE")
        ]

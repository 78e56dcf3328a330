"""The form that brings an earlier version back, and what may stand in its way."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles import edits, restoring
from articles.admin.refusals import REFUSED, reworded, sentence_of


class RestoreForm(forms.Form):
    """Why a version is brought back, and how many versions there were when it was looked at."""

    because = forms.CharField(
        label=gettext_lazy("Reason"),
        max_length=300,
        help_text=gettext_lazy("Kept in the history."),
        widget=forms.TextInput(attrs={"class": "vTextField", "autofocus": True}),
    )
    seen = forms.IntegerField(widget=forms.HiddenInput)


def bring_back(form: RestoreForm, past: restoring.Past, parts: Sequence[str]) -> bool:
    """Make the record what it was then, or tell the form why not; say whether it was done."""
    row = past.row
    at = form.cleaned_data
    try:
        with transaction.atomic():
            restoring.restore(
                row=row, moment=past.moment, because=at["because"], seen=at["seen"], parts=parts
            )
    except restoring.ChangedMeanwhile:
        form.add_error(None, _("Somebody stored this record after you opened this page."))
        form.add_error(None, _("Below is the difference to what stands now: look again."))
        data: Any = form.data
        form.data = data = data.copy()
        data["seen"] = str(edits.count_versions(row, parts=parts))
    except restoring.RelationGone as error:
        form.add_error(None, error.sentence)
    except ValidationError as error:
        for sentence in reworded(error, type(row), ()).messages:
            form.add_error(None, sentence)
    except REFUSED as error:
        form.add_error(None, sentence_of(error))
    return not form.errors

"""The page on which a file is given for import."""

from pathlib import PurePath
from typing import Any

from django import forms
from django.http import HttpRequest
from django.utils.formats import number_format
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from balance.importers.registry import IMPORTED
from balance.importers.rights import KIND_NAMES, may_import
from balance.importers.sources import MOST_BYTES, FileRefused, Upload
from balance.models import Job
from balance.operations.jobs import ask_for_job

FORM_BYTES = 100_000  # What a form sends besides its file.


def too_large(request: HttpRequest) -> str:
    """Return what to say of a request that is too large to be read at all, or nothing."""
    length = request.headers.get("Content-Length", "0")
    limit = MOST_BYTES + FORM_BYTES
    return _size_in_words() if not length.isdecimal() or int(length) > limit else ""


def _size_in_words() -> str:
    return _("The file is larger than %(size)s MB: divide it, or let an operator import it.") % {
        "size": number_format(MOST_BYTES / 1_000_000, 0)
    }


class ImportForm(forms.Form):
    """A file, and of which kind its rows are."""

    kind = forms.ChoiceField(
        label=gettext_lazy("What the rows are"),
        help_text=gettext_lazy(
            "Actors come before events, and events before their further articles."
        ),
    )
    file = forms.FileField(
        label=gettext_lazy("File"),
        help_text=gettext_lazy("CSV in UTF-8, or a spreadsheet (xlsx). Up to 20 MB."),
        widget=forms.FileInput(
            attrs={"accept": ".csv,.xlsx,text/csv", "data-most-bytes": MOST_BYTES}
        ),
    )
    sheet = forms.CharField(
        label=gettext_lazy("Sheet"),
        max_length=60,
        required=False,
        help_text=gettext_lazy("Of a spreadsheet: the sheet's name. Empty: the first one."),
        widget=forms.TextInput(attrs={"class": "vTextField"}),
    )

    def __init__(self, *args: Any, user: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.user = user
        kind: Any = self.fields["kind"]
        kind.choices = [
            (name, KIND_NAMES.get(name, name)) for name in IMPORTED if may_import(user, name)
        ]
        self.fields["file"].widget.attrs["data-too-large"] = _size_in_words()

    def clean_sheet(self) -> str:
        """Take what no sheet's name can hold for a wrong name."""
        return str(self.cleaned_data["sheet"]).replace("\0", "")

    def clean(self) -> dict[str, Any]:
        """Refuse what can be seen to be no table of ours before it is stored."""
        cleaned = super().clean() or {}
        file = cleaned.get("file")
        if file is not None:
            if file.size > MOST_BYTES:
                self.add_error("file", _size_in_words())
            else:
                cleaned["content"] = file.read()
                self._look_inside(cleaned)
        return cleaned

    def _look_inside(self, cleaned: dict[str, Any]) -> None:
        sheet = cleaned.get("sheet", "")
        try:
            sheets = Upload(cleaned["content"]).sheets()
        except FileRefused as refused:
            self.add_error("file", refused.sentence)
            return
        if sheet and sheets and sheet not in sheets:
            sentence = _("There is no such sheet; the file has %(sheets)s.")
            self.add_error("sheet", sentence % {"sheets": ", ".join(sheets[:20])})

    def save(self) -> Job:
        """Store the job; the caller wakes it after commit."""
        given = self.cleaned_data
        return ask_for_job(
            by=self.user,
            work=Job.Work.IMPORT,
            kind=given["kind"],
            file_name=PurePath(given["file"].name.replace("\0", "")).name or given["kind"],
            content=given["content"],
            options={"sheet": given.get("sheet", ""), "language": get_language()},
        )

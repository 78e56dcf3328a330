"""How the picture of one month changed as editors learned more."""

from collections.abc import Mapping
from datetime import date
from typing import Any
from urllib.parse import urlencode

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from balance.operations.revisions import revisions_answer
from balance.panels.revisions import revisions_view
from balance.queries.questions import BadQuestion, BalanceQuestion
from balance.queries.revisions import month_a_year_before
from balance.views.controls import KERNELS
from balance.views.focus_pages import focus_or_404
from balance.views.partial_dates import month_field


class RevisionsForm(forms.Form):
    """Which month, and what of it."""

    # Translators: what is counted: what stands, or each period.
    kernel = forms.ChoiceField(label=_("Count"), required=False, choices=list(KERNELS.items()))

    def __init__(self, given: Mapping[str, str], *, usual: date) -> None:
        data = {name: value for name, value in given.items() if value}
        super().__init__({"month": f"{usual:%Y-%m}", "kernel": "stock"} | data, label_suffix="")
        self.fields["month"] = month_field(_("Month"))
        self.order_fields(["month", "kernel"])

    def refuse(self, error: BadQuestion) -> None:
        """Show what is wrong with the question beside the field that is to blame."""
        self.add_error(error.field if error.field in self.fields else None, error.sentence)


@require_safe
def revisions(request: HttpRequest, code: str) -> HttpResponse:
    """Show one month as it was known at its end, and after every change since."""
    focus = focus_or_404(code)
    form = RevisionsForm(request.GET.dict(), usual=month_a_year_before(timezone.localdate()))
    context: dict[str, Any] = {"here": "balance", "focus": focus, "form": form}
    if form.is_valid():
        try:
            context |= _answered(form.cleaned_data, code)
        except BadQuestion as error:
            form.refuse(error)
    return render(request, "balance/revisions.html", context)


def _answered(chosen: Mapping[str, Any], code: str) -> dict[str, Any]:
    month = chosen["month"][0].replace(day=1)
    question = BalanceQuestion(focus=code, kernel=chosen["kernel"])
    answer = revisions_answer(question=question, month=month, now=timezone.now())
    asked = {"month": f"{month:%Y-%m}", "kernel": question.kernel}
    address = reverse("api:revisions", args=[code])
    return {
        "answer": answer,
        "page": revisions_view(answer),
        "json": f"{address}?{urlencode(asked)}",
        "csv": f"{address}?{urlencode(asked | {'format': 'csv'})}",
    }

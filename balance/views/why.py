"""Why a pole's level changed between two days."""

from datetime import date, datetime
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from articles.api.parameters import WordsField
from balance.models.spans import year_before
from balance.operations.answers import explain_answer
from balance.panels.why import why_view
from balance.queries.questions import BadQuestion, BalanceQuestion
from balance.views.focus_pages import answer_or_usual, focus_or_404, unanswered
from balance.views.method_form import MethodForm, exact_day_field

Asked = tuple[BalanceQuestion, str | None, date, date]


class WhyForm(MethodForm):
    """A pole, two days, and how to count."""

    pole = WordsField(label=_("Pole"), required=False, widget=forms.Select)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["from"] = exact_day_field(_("From the end of"))
        self.fields["to"] = exact_day_field(_("To the end of"))
        self.order_fields(["pole", "from", "to", "half_life", "dimension"])

    def clean(self) -> dict[str, Any]:
        """Fill in the days left out, and refuse those in the wrong order."""
        cleaned = super().clean() or self.cleaned_data
        if "to" in cleaned and "from" in cleaned:
            cleaned["to"] = cleaned["to"] or (cleaned.get("as_of") or self._now).date()
            cleaned["from"] = cleaned["from"] or year_before(cleaned["to"])
            if cleaned["from"] > cleaned["to"]:
                self.add_error("to", gettext("The second day comes before the first."))
        return cleaned

    def asked(self, focus: str) -> Asked:
        """Return the question, the pole and the days of the valid form."""
        chosen = self.cleaned_data
        question = BalanceQuestion(focus=focus, **self.method())
        return question, chosen["pole"], chosen["from"], chosen["to"]

    def offer(self, answer: dict[str, Any]) -> None:
        """Let the reader choose among the poles of the answer."""
        poles = [(pole["code"], pole["name"]) for pole in answer["poles"]]
        poles.append(("other", gettext("none of the poles")))
        self.fields["pole"].widget.choices = poles


@require_safe
def why(request: HttpRequest, code: str) -> HttpResponse:
    """Show which events made a pole's level rise or fall."""
    focus = focus_or_404(code)
    now = timezone.now()
    form = WhyForm(request.GET.dict(), now=now)
    try:
        asked, answer = _answer(form, code, now)
    except BadQuestion as error:
        return unanswered(request, focus, error)
    view = why_view(answer, asked)
    if form.is_valid():
        given = {**form.data, **{name: answer[name] for name in ("pole", "from", "to")}}
        form = WhyForm(None, now=now, initial=given)
    form.offer(answer)
    context = {
        "here": "balance",
        "focus": focus,
        "asked": asked,
        "answer": answer,
        "why": view,
        "form": form,
        "csv": view.csv_url,
    }
    return render(request, "balance/why.html", context)


def _answer(form: WhyForm, code: str, now: datetime) -> tuple[BalanceQuestion, dict[str, Any]]:
    """Answer what the reader asked, or, where that makes no sense, the usual."""
    usual = WhyForm({}, now=now)
    usual.full_clean()
    return answer_or_usual(
        form, lambda: _explained(form.asked(code)), lambda: _explained(usual.asked(code))
    )


def _explained(asked: Asked) -> tuple[BalanceQuestion, dict[str, Any]]:
    question, pole, from_day, to_day = asked
    return question, explain_answer(question=question, pole=pole, from_day=from_day, to_day=to_day)

"""The ledger of claims, and the page of one."""

from typing import Any
from urllib.parse import urlencode

from django import forms
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from balance.models import Claim, Focus, Pole
from balance.operations.claims import ClaimChecks
from balance.panels.claims import NOT_SCORED, claim_view, ledger_headline
from balance.queries import claims as ledger
from balance.queries.pages import default_focus
from balance.views.paging import without_page

PAGE_SIZE = 25


class ClaimFilterForm(forms.Form):
    """Words, pole, kind and status; wrong parts are shown and left out."""

    q = forms.CharField(label=_("Words, or who said it"), required=False, max_length=200)
    pole = forms.ChoiceField(label=_("Pole"), required=False)
    kind = forms.ChoiceField(
        label=_("Kind"), required=False, choices=[("", _("all")), *Claim.Kind.choices]
    )
    status = forms.ChoiceField(
        label=_("Status"), required=False, choices=[("", _("all")), *Claim.Status.choices]
    )

    def __init__(self, given: dict[str, str], *, focus: Focus | None) -> None:
        super().__init__(given, label_suffix="")
        poles = Pole.objects.filter(scheme=focus.scheme_id) if focus else Pole.objects.none()
        field = self.fields["pole"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [("", _("all")), *((pole.code, str(pole)) for pole in poles)]

    def asked(self) -> ledger.ClaimQuestion:
        """Return the question, of the parts that make sense."""
        self.full_clean()
        chosen = self.cleaned_data
        return ledger.ClaimQuestion(
            pole=chosen.get("pole", ""),
            kind=chosen.get("kind", ""),
            status=chosen.get("status", ""),
            words=chosen.get("q", ""),
        )


@require_safe
def claim_list(request: HttpRequest) -> HttpResponse:
    """Show who said what about which pole, newest first, narrowed by the reader."""
    focus = default_focus()
    form = ClaimFilterForm(request.GET.dict(), focus=focus)
    asked = form.asked()
    found = ledger.claims_found(asked)
    page = Paginator(found, PAGE_SIZE).get_page(request.GET.get("page"))
    checks = ClaimChecks(today=timezone.localdate())
    context = {
        "here": "claims",
        "focus": focus,
        "form": form,
        "headline": ledger_headline(*ledger.tally(found)),
        "not_scored": NOT_SCORED,
        "page": page,
        "claims": [claim_view(claim, checks.of(claim)) for claim in page],
        "address": without_page(request.GET),
        "only_open": _address(asked, status=Claim.Status.OPEN.value),
        "csv": f"{reverse('api:claim-list')}{_address(asked, format='csv')}",
        "json": f"{reverse('api:claim-list')}{_address(asked).rstrip('?')}",
    }
    return render(request, "balance/claim_list.html", context)


@require_safe
def claim_detail(request: HttpRequest, key: int) -> HttpResponse:
    """Show one claim, its evidence, and what the numbers say about it."""
    try:
        claim = ledger.claim_record(key)
    except Claim.DoesNotExist:
        raise Http404 from None
    check = ClaimChecks(today=timezone.localdate()).of(claim)
    context: dict[str, Any] = {
        "here": "claims",
        "focus": default_focus(),
        "view": claim_view(claim, check),
        "not_scored": NOT_SCORED,
    }
    return render(request, "balance/claim_detail.html", context)


def _address(asked: ledger.ClaimQuestion, **changes: str) -> str:
    """Return the question as the query of an address, with some parts changed."""
    given = {"pole": asked.pole, "kind": asked.kind, "status": asked.status, "q": asked.words}
    return "?" + urlencode({name: value for name, value in (given | changes).items() if value})

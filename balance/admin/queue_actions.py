"""What is done to many proposals at once: taken, rejected, accepted; each after a question."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.contrib import admin, messages
from django.contrib.admin.helpers import ACTION_CHECKBOX_NAME
from django.contrib.auth import get_user_model
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from articles.admin.refusals import REFUSED
from balance.admin.reviewing import DECIDE, REASONS
from balance.models import Proposal
from balance.operations import assigning, deciding
from balance.panels import wording
from balance.queries.publishing import may_publish

MOST_AT_ONCE = 200
MOST_NAMED = 20


class AssignForm(forms.Form):
    """Who takes them."""

    to = forms.ModelChoiceField(
        get_user_model().objects.none(),
        label=gettext_lazy("For whom"),
        required=False,
        empty_label=gettext_lazy("nobody: give them back to all"),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        staff = get_user_model().objects.filter(is_active=True, is_staff=True)
        self.fields["to"].queryset = staff.order_by("username")  # type: ignore[attr-defined]


class RejectForm(forms.Form):
    """Why they are rejected."""

    because = forms.ChoiceField(label=gettext_lazy("Reason"), choices=REASONS)


class AcceptForm(forms.Form):
    """Which of them are accepted as they are."""

    least = forms.IntegerField(
        label=gettext_lazy("With a chance of at least, in per cent"),
        min_value=50,
        max_value=100,
        initial=80,
        help_text=gettext_lazy("Those below it stay in the queue."),
    )


class QueueActions:
    """Actions of the list; each proposal is decided by itself, or stays as it was."""

    actions: Any = ["take", "assign", "reject", "accept"]

    def has_decide_permission(self, request: HttpRequest) -> bool:
        """Say whether the user may decide on proposals."""
        return request.user.has_perm(DECIDE)

    @admin.action(description=gettext_lazy("Take for me"), permissions=["decide"])
    def take(self, request: HttpRequest, queryset: QuerySet[Proposal]) -> None:
        """Assign the proposals to whoever asks."""
        self._assigned(request, assigning.assign(proposals=queryset, to=request.user))

    @admin.action(description=gettext_lazy("Assign to somebody"), permissions=["decide"])
    def assign(self, request: HttpRequest, queryset: QuerySet[Proposal]) -> HttpResponse | None:
        """Ask to whom, then assign."""
        form = AssignForm(request.POST if "to" in request.POST else None)
        if not form.is_valid():
            return self._ask(request, queryset, form, "assign", _("Assign proposals"))
        self._assigned(request, assigning.assign(proposals=queryset, to=form.cleaned_data["to"]))
        return None

    def _assigned(self, request: HttpRequest, count: int) -> None:
        said = ngettext("%(count)d proposal assigned.", "%(count)d proposals assigned.", count)
        self._report(request, said % {"count": count}, bool(count))

    @admin.action(description=gettext_lazy("Reject"), permissions=["decide"])
    def reject(self, request: HttpRequest, queryset: QuerySet[Proposal]) -> HttpResponse | None:
        """Ask why, then reject."""
        form = RejectForm(request.POST if "because" in request.POST else None)
        if not form.is_valid():
            return self._ask(request, queryset, form, "reject", _("Reject proposals: why?"))
        because, now = form.cleaned_data["because"], timezone.now()

        def one(proposal: Proposal) -> None:
            deciding.reject(
                proposal=proposal, by=request.user, at=now, opened_at=None, because=because
            )

        count, left = self._each(queryset, one)
        said = ngettext("%(count)d proposal rejected.", "%(count)d proposals rejected.", count)
        self._report(request, _with_rest(said % {"count": count}, left), bool(count))
        return None

    @admin.action(
        description=gettext_lazy("Accept those with a high chance"), permissions=["decide"]
    )
    def accept(self, request: HttpRequest, queryset: QuerySet[Proposal]) -> HttpResponse | None:
        """Ask from which chance on, then accept as proposed."""
        form = AcceptForm(request.POST if "least" in request.POST else None)
        if not form.is_valid():
            return self._ask(request, queryset, form, "accept", _("Accept proposals as they are"))
        now, publish = timezone.now(), may_publish(request.user)

        def one(proposal: Proposal) -> None:
            deciding.accept(
                proposal=proposal,
                by=request.user,
                at=now,
                opened_at=None,
                changes=None,
                publish=publish,
            )

        likely = queryset.filter(rank__gte=form.cleaned_data["least"] / 100)
        count, left = self._each(likely, one)
        said = ngettext("%(count)d proposal accepted.", "%(count)d proposals accepted.", count)
        self._report(request, _with_rest(said % {"count": count}, left), bool(count))
        return None

    def _each(
        self, queryset: QuerySet[Proposal], decide: Callable[[Proposal], None]
    ) -> tuple[int, int]:
        """Decide on each that waits; return how many were, and how many could not be."""
        chosen: Any = queryset
        waiting = chosen.waiting().order_by("-rank", "id")[:MOST_AT_ONCE]
        count = left = 0
        for proposal in waiting:
            try:
                decide(proposal)
                count += 1
            except (deciding.CannotDecide, *REFUSED):
                left += 1
        return count, left

    def _ask(
        self,
        request: HttpRequest,
        queryset: QuerySet[Proposal],
        form: forms.Form,
        action: str,
        title: str,
    ) -> HttpResponse:
        owner: Any = self
        context = {
            **owner.admin_site.each_context(request),
            "title": title,
            "form": form,
            "opts": owner.opts,
            "action": action,
            "rows": [(row, wording.percent(row.rank)) for row in queryset[:MOST_NAMED]],
            "count": queryset.order_by().count(),
            "most": MOST_AT_ONCE,
            "chosen": request.POST.getlist(ACTION_CHECKBOX_NAME),
            "across": request.POST.get("select_across", "0"),
            "checkbox": ACTION_CHECKBOX_NAME,
        }
        return TemplateResponse(request, "admin/review/bulk.html", context)

    def _report(self, request: HttpRequest, sentence: str, is_good: bool) -> None:
        owner: Any = self
        owner.message_user(request, sentence, messages.SUCCESS if is_good else messages.WARNING)


def _with_rest(said: str, left: int) -> str:
    if not left:
        return said
    rest = ngettext(
        "%(count)d could not be, and waits: open it to see why.",
        "%(count)d could not be, and wait: open them to see why.",
        left,
    )
    return f"{said} {rest % {'count': left}}"

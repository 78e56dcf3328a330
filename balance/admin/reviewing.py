"""The review page: one proposal beside its article, decided with a key, then the next one."""

from datetime import datetime, timedelta
from typing import Any

from django.contrib import messages
from django.contrib.admin.options import IncorrectLookupParameters
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils import timezone
from django.utils.dateparse import parse_datetime
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from articles.admin.refusals import REFUSED, sentence_of
from balance.admin.review_forms import Answer, answer
from balance.models import Decision, Event, Proposal
from balance.operations import assigning, deciding
from balance.panels import review
from balance.panels.review_effect import (
    EffectInWords,
    effect_of_form,
    effect_of_proposal,
    unsound,
)
from balance.queries import queue
from balance.queries.publishing import may_publish

DECIDE = "balance.change_proposal"  # The permission to decide on proposals.
UNDO_FOR = timedelta(hours=1)  # How long the last decision is offered for undoing.
LONGEST_LOOK = timedelta(hours=12)  # Of a page opened longer ago nobody knows how long one took.
REASONS = [
    ("no act", gettext_lazy("No act")),
    ("wrong actors", gettext_lazy("Wrong actors")),
    ("wrong date", gettext_lazy("Wrong date")),
    ("only background", gettext_lazy("Only background")),
    ("recorded before", gettext_lazy("Recorded before")),
    ("not about this balance", gettext_lazy("Not about this balance")),
]


class ReviewPages:
    """Adds the pages on which proposals are decided, to the admin of proposals."""

    def get_urls(self) -> list[Any]:
        """Add the front of the queue, a proposal, its effect, and undoing."""
        name, view = "balance_proposal_review", self.admin_site.admin_view  # type: ignore[attr-defined]
        own = [
            path("review/", view(self.front_view), name=name),
            path("review/<int:key>/", view(self.review_view), name=f"{name}_one"),
            path(
                "review/<int:key>/effect/",
                view(require_POST(self.effect_view)),
                name=f"{name}_effect",
            ),
            path("review/undo/<int:key>/", view(require_POST(self.undo_view)), name=f"{name}_undo"),
        ]
        return own + super().get_urls()  # type: ignore[misc]

    # --- pages ---

    def front_view(self, request: HttpRequest) -> HttpResponse:
        """Lead to the first proposal that waits under the filters, or say that none does."""
        waiting, filters = self._queue(request)
        if key := queue.next_key(waiting):
            return HttpResponseRedirect(_page(key, filters))
        context = self._context(request, _("Review queue")) | {"filters": filters}
        return TemplateResponse(request, "admin/review/empty.html", context)

    def review_view(self, request: HttpRequest, key: int) -> HttpResponse:
        """Show a proposal, or decide on it and lead to the next one."""
        proposal = self._proposal(request, key)
        if request.method == "POST":
            if not request.user.has_perm(DECIDE):
                raise PermissionDenied
            return self._post(request, proposal)
        return self._show(request, proposal)

    def effect_view(self, request: HttpRequest, key: int) -> HttpResponse:
        """Return what the balance would be with the form as it is, in sentences."""
        filled = answer(request, self._proposal(request, key), request.POST)
        return JsonResponse(_effect(filled).as_json())

    def undo_view(self, request: HttpRequest, key: int) -> HttpResponse:
        """Take a decision back, and lead to its proposal."""
        if not request.user.has_perm(DECIDE):
            raise PermissionDenied
        _waiting, filters = self._queue(request)
        decision = Decision.objects.select_related("proposal").filter(pk=key).first()
        if decision is None:
            raise Http404
        try:
            deciding.undo(decision=decision, by=request.user, at=timezone.now())
        except (deciding.CannotDecide, *REFUSED) as error:
            self._tell(request, _refused(error), messages.WARNING)
        else:
            self._tell(request, _("Undone: the proposal waits again."), messages.SUCCESS)
        return HttpResponseRedirect(_page(decision.proposal_id, filters))

    # --- deciding ---

    def _post(self, request: HttpRequest, proposal: Proposal) -> HttpResponse:
        """Do what the pressed button says."""
        sent = request.POST
        if "_assign" in sent or "_unassign" in sent:
            return self._assign(request, proposal)
        if "_accept" in sent:
            filled = answer(request, proposal, sent)
            if not filled.is_valid():
                return self._show(request, proposal, filled)
            return self._decide(request, proposal, filled)
        if "_attach" in sent or "_reject" in sent:
            return self._decide(request, proposal)
        self._tell(request, _("Nothing was decided: press one of the buttons."), messages.WARNING)
        return self._show(request, proposal)

    def _decide(
        self, request: HttpRequest, proposal: Proposal, filled: Answer | None = None
    ) -> HttpResponse:
        waiting, filters = self._queue(request)
        following = queue.next_key(waiting, proposal)
        try:
            self._apply(request, proposal, filled)
        except deciding.AlreadyDecided:
            return self._was_decided(request, proposal, following, filters)
        except (deciding.CannotDecide, *REFUSED) as error:
            self._tell(request, _refused(error), messages.ERROR)
            return self._show(request, proposal, filled)
        where = _page(following, filters) if following else _front(filters)
        return HttpResponseRedirect(where)

    def _apply(self, request: HttpRequest, proposal: Proposal, filled: Answer | None) -> None:
        now = timezone.now()
        common: Any = {
            "proposal": proposal,
            "by": request.user,
            "at": now,
            "opened_at": _opened_at(request, now),
        }
        if filled is not None:
            publish = may_publish(request.user)
            deciding.accept(**common, changes=filled.changes, publish=publish)
        elif "_attach" in request.POST:
            deciding.attach(**common, event=_event(request))
        else:
            words = request.POST["_reject"] or request.POST.get("because", "")
            deciding.reject(**common, because=words.replace("\0", "")[:300].strip())

    def _was_decided(
        self, request: HttpRequest, proposal: Proposal, following: int | None, filters: str
    ) -> HttpResponse:
        """Say who was faster; a second click of the same editor is no news."""
        decision = queue.proposal(proposal.pk).decision  # type: ignore[union-attr]
        if decision and decision.by == request.user:
            return HttpResponseRedirect(_page(following, filters) if following else _front(filters))
        sentence = _("%(name)s decided on this proposal before you: nothing of yours was stored.")
        name = decision.by if decision else _("Somebody")
        self._tell(request, sentence % {"name": name}, messages.WARNING)
        return HttpResponseRedirect(_page(proposal.pk, filters))

    def _assign(self, request: HttpRequest, proposal: Proposal) -> HttpResponse:
        _waiting, filters = self._queue(request)
        rows = Proposal.objects.filter(pk=proposal.pk)
        assigning.assign(proposals=rows, to=request.user if "_assign" in request.POST else None)
        return HttpResponseRedirect(_page(proposal.pk, filters))

    # --- showing ---

    def _show(
        self, request: HttpRequest, proposal: Proposal, filled: Answer | None = None
    ) -> HttpResponse:
        waiting, filters = self._queue(request)
        context = self._context(request, _("Review")) | {
            "proposal": proposal,
            "filters": filters,
            "place": queue.place(waiting, proposal),
            "may_decide": request.user.has_perm(DECIDE),
        }
        siblings = queue.of_article(proposal)
        context["view"] = review.view_of(proposal, siblings, queue.names_in(siblings))
        if proposal.state == Proposal.State.WAITING:
            context |= self._asking(request, proposal, filled)
        else:
            context["decided"] = review.decided(proposal, may_decide=context["may_decide"])
        return TemplateResponse(request, "admin/review/page.html", context)

    def _asking(
        self, request: HttpRequest, proposal: Proposal, filled: Answer | None
    ) -> dict[str, Any]:
        shown = filled or answer(request, proposal)
        opened = request.POST.get("opened_at") if filled else None
        return shown.context(request) | {
            "opened_at": opened or timezone.now().isoformat(),
            "reasons": [{"value": value, "label": label} for value, label in REASONS],
            "similar": review.similar(proposal),
            "effect": _effect(filled)
            if filled
            else effect_of_proposal(proposal, today=timezone.localdate()),
            "accept_label": _accept_label(request, proposal),
        }

    def _context(self, request: HttpRequest, title: str) -> dict[str, Any]:
        site, opts = self.admin_site, self.opts  # type: ignore[attr-defined]
        return {
            **site.each_context(request),
            "title": title,
            "opts": opts,
            "last": self.last_decision(request),
        }

    def last_decision(self, request: HttpRequest) -> review.Done | None:
        """Return what the user decided a moment ago, to be undone with a key."""
        last = queue.last_decision(request.user.pk or 0, since=timezone.now() - UNDO_FOR)
        return review.done(last) if last else None

    # --- what is asked for ---

    def _proposal(self, request: HttpRequest, key: int) -> Proposal:
        if not self.has_view_permission(request):  # type: ignore[attr-defined]
            raise PermissionDenied
        found = queue.proposal(key)
        if found is None:
            raise Http404(_("There is no such proposal: its article was read anew, perhaps."))
        return found

    def _queue(self, request: HttpRequest) -> tuple[QuerySet[Proposal], str]:
        """Return what waits under the address' filters, and these as the query of an address."""
        if not self.has_view_permission(request):  # type: ignore[attr-defined]
            raise PermissionDenied
        try:
            found = self.get_changelist_instance(request)  # type: ignore[attr-defined]
        except IncorrectLookupParameters:
            return Proposal.objects.waiting(), ""
        filters = found.get_query_string(remove=["p", "e", "all", "o"])
        return found.queryset.waiting(), "" if filters == "?" else filters

    def _tell(self, request: HttpRequest, sentence: str, level: int) -> None:
        self.message_user(request, sentence, level)  # type: ignore[attr-defined]


def _page(key: int, filters: str) -> str:
    return reverse("admin:balance_proposal_review_one", args=[key]) + filters


def _front(filters: str) -> str:
    return reverse("admin:balance_proposal_review") + filters


def _opened_at(request: HttpRequest, now: datetime) -> datetime | None:
    """Return when the page was opened, unless that is no time or too long ago to mean anything."""
    try:
        opened = parse_datetime(request.POST.get("opened_at", ""))
    except ValueError:  # Looks like a time, and is none.
        return None
    if opened is None or opened.tzinfo is None:
        return None
    return opened if now - LONGEST_LOOK <= opened <= now else None


def _event(request: HttpRequest) -> Event:
    key = request.POST["_attach"]
    is_key = key.isascii() and key.isdecimal() and len(key) <= 18
    event = Event.objects.filter(pk=int(key)).first() if is_key else None
    if event is None:
        raise Http404(_("There is no such event."))
    return event


def _effect(filled: Answer) -> EffectInWords:
    """Say what the form would change; a box with a mistake leaves nothing to tell."""
    if not filled.is_valid():
        return unsound()
    if filled.rows is None:
        return effect_of_proposal(filled.form.proposal, today=timezone.localdate())
    participants = filled.changes["participants"]
    return effect_of_form(filled.form.instance, participants, today=timezone.localdate())


def _accept_label(request: HttpRequest, proposal: Proposal) -> str:
    """Say what accepting does: where two pairs of eyes are asked for, others confirm."""
    if proposal.kind == Proposal.Kind.CLAIM or may_publish(request.user):
        return _("Accept")
    return _("Accept, for a publisher to confirm")


def _refused(error: Exception) -> str:
    return sentence_of(error) if isinstance(error, REFUSED) else str(error)

"""The review queue: the proposals that wait, the likeliest first, and what is done to many."""

from typing import Any

from django.contrib import admin
from django.contrib.admin.views.main import ChangeList
from django.db.models import QuerySet
from django.http import HttpRequest
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles.admin.reading import ReadOnlyAdmin
from balance.admin.queue_actions import QueueActions
from balance.admin.queue_filters import (
    ChanceFilter,
    LanguageFilter,
    PoleFilter,
    StateFilter,
    TakenFilter,
)
from balance.admin.reviewing import ReviewPages
from balance.models import Proposal
from balance.panels import wording
from balance.panels.queue import figures_in_words
from balance.queries import queue


class Queue(ChangeList):
    """Leads each row to its review, with the filters kept."""

    def url_for_result(self, result: Any) -> str:
        """Return the page on which the proposal is decided."""
        return reverse("admin:balance_proposal_review_one", args=[result.pk]) + filters_of(self)


def filters_of(changelist: ChangeList) -> str:
    """Return the filters as the query of an address, without the page."""
    return changelist.get_query_string(remove=["p", "e", "all"])


@admin.register(Proposal)
class ProposalAdmin(QueueActions, ReviewPages, ReadOnlyAdmin):
    list_display = ["title", "chance", "kind", "tier", "when", "article", "outlet", "assigned_to"]
    list_filter = [
        StateFilter,
        ChanceFilter,
        TakenFilter,
        PoleFilter,
        "kind",
        "tier",
        ("article__outlet", admin.RelatedOnlyFieldListFilter),
        LanguageFilter,
    ]
    list_select_related = ["article__outlet", "assigned_to"]
    date_hierarchy = "start"
    search_fields = ["title", "sentence", "article__title"]
    search_help_text = gettext_lazy("A word of the title, the sentence or the article’s title.")
    preserve_filters = False  # The queue keeps them itself, on the way to its reviews and back.
    change_list_template = "admin/review/list.html"
    fields = ["title", "sentence", "article", "kind", "state", ("score", "rank"), "created_at"]

    def get_changelist(self, request: HttpRequest, **kwargs: Any) -> type[ChangeList]:
        """Let rows lead to their review."""
        return Queue

    def get_queryset(self, request: HttpRequest) -> QuerySet[Proposal]:
        """Leave long texts where they are."""
        rows = super().get_queryset(request).defer("features", "marks")
        return rows.defer("article__text", "article__search")

    @admin.display(ordering="rank", description=gettext_lazy("chance"))
    def chance(self, proposal: Proposal) -> str:
        """Return how likely an editor accepts it."""
        return wording.percent(proposal.rank)

    @admin.display(ordering="start", description=gettext_lazy("when"))
    def when(self, proposal: Proposal) -> str:
        """Return the date as precisely as it is known."""
        return wording.span(proposal.start, proposal.end, proposal.precision)

    @admin.display(ordering="article__outlet", description=gettext_lazy("outlet"))
    def outlet(self, proposal: Proposal) -> str:
        """Return who published the article."""
        return str(proposal.article.outlet)

    def changelist_view(
        self, request: HttpRequest, extra_context: dict[str, Any] | None = None
    ) -> Any:
        """Show above the queue how it fares, and where to begin."""
        own: dict[str, Any] = {
            "title": _("Review queue"),
            "figures": figures_in_words(queue.figures(now=timezone.now())),
            "last": self.last_decision(request),
        }
        page = super().changelist_view(request, {**own, **(extra_context or {})})
        if isinstance(page, TemplateResponse) and page.context_data and "cl" in page.context_data:
            page.context_data["filters"] = filters_of(page.context_data["cl"])
        return page

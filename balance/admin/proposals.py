"""What reading articles suggests, what editors decided, and what was learnt: to look at."""

from django.contrib import admin
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from articles.admin.reading import ReadOnlyAdmin
from balance.models import Decision, ProposalParticipant, Ranking, Reading


@admin.register(ProposalParticipant)
class ProposalParticipantAdmin(ReadOnlyAdmin):
    list_display = ["proposal", "actor", "role"]
    list_filter = ["role"]
    list_select_related = ["proposal", "actor"]
    search_fields = ["actor__name", "actor__code"]

    def has_module_permission(self, request: HttpRequest) -> bool:
        """Stay off the desk: participants belong to their proposal."""
        return False


@admin.register(Decision)
class DecisionAdmin(ReadOnlyAdmin):
    list_display = ["proposal", "outcome", "by", "opened_at", "decided_at"]
    list_filter = ["outcome"]
    list_select_related = ["proposal", "by"]
    search_fields = ["proposal__title", "by__username"]


@admin.register(Reading)
class ReadingAdmin(ReadOnlyAdmin):
    list_display = ["article", "state", "attempts", "found", "read_at", "error_shown"]
    list_filter = ["state"]
    list_select_related = ["article"]
    search_fields = ["article__title", "article__url"]

    @admin.display(description=_("error"))
    def error_shown(self, reading: Reading) -> str:
        """Return the last line of the error, which says what went wrong."""
        return reading.error.strip().rpartition("\n")[2][:120]


@admin.register(Ranking)
class RankingAdmin(ReadOnlyAdmin):
    list_display = ["trained_at", "decisions", "accepted", "auc", "auc_of_score"]

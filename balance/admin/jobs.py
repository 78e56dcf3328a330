"""The jobs page: which files went in and out, how far they are, and what became of them."""

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from articles.admin.reading import ReadOnlyAdmin
from articles.admin.refusals import Sentence, explain
from balance.models import Job

_MADE = Sentence(_("Jobs are made with the buttons for import and export."))

explain(
    {
        "job_work_is_known": _MADE,
        "job_state_is_known": _MADE,
        "job_is_over_with_a_time": _MADE,
        "job_to_be_confirmed_has_a_report": _MADE,
    }
)


@admin.register(Job)
class JobAdmin(ReadOnlyAdmin):
    list_display = ["__str__", "kind", "state", "attempts", "asked_by", "asked_at", "error_shown"]
    list_filter = ["work", "state", "kind"]
    list_select_related = ["asked_by"]
    search_fields = ["file_name"]
    fields = [
        ("work", "kind", "file_name"),
        ("state", "attempts"),
        ("asked_by", "asked_at"),
        "error",
    ]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Job]:
        """Leave the files and the long reports where they are."""
        return super().get_queryset(request).defer("content", "report")

    @admin.display(description=_("error"))
    def error_shown(self, job: Job) -> str:
        """Return the last line of the error, which says what went wrong."""
        return job.error.strip().rpartition("\n")[2][:120]

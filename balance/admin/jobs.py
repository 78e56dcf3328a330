"""The jobs page: which files went in and out, how far they are, and what became of them."""

from functools import partial
from typing import Any

from django.apps import apps
from django.contrib import admin, messages
from django.contrib.admin.utils import unquote
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.csrf import csrf_exempt, csrf_protect

from articles.admin.reading import ReadOnlyAdmin
from articles.admin.refusals import Sentence, explain
from balance.admin.exporting import export_view, may_export
from balance.admin.importing import ImportForm, too_large
from balance.exports.tables import file_response, table_response
from balance.importers.jobs import refused_rows
from balance.importers.rights import may_change_by_file, may_import, may_import_anything
from balance.importers.sources import FileRefused
from balance.models import Job
from balance.operations.jobs import cancel_job, confirm_job, retry_job
from balance.tasks import wake_job

MOST_SHOWN = 200  # Rows of each sort on the page; the file of refused rows has them all.
_MADE = Sentence(gettext_lazy("Jobs are made with the buttons for import and export."))

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
    list_display = ["__str__", "kind", "state", "progress", "asked_by", "asked_at", "error_shown"]
    list_filter = ["work", "state", "kind"]
    list_select_related = ["asked_by"]
    search_fields = ["file_name"]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Job]:
        """Leave the files and the long reports where they are."""
        return super().get_queryset(request).defer("content", "report")

    @admin.display(description=gettext_lazy("rows"))
    def progress(self, job: Job) -> str:
        """Return how many rows are done, of how many."""
        return f"{job.done} / {job.total}" if job.total else ""

    @admin.display(description=gettext_lazy("error"))
    def error_shown(self, job: Job) -> str:
        """Return the last line of the error, which says what went wrong."""
        return job.error.strip().rpartition("\n")[2][:120]

    # --- pages ---

    def get_urls(self) -> list[Any]:
        """Add the page of import, and what is done with one job."""
        view = self.admin_site.admin_view
        own = [
            path("import/", view(csrf_exempt(self.import_view)), name="balance_job_import"),
            path("export/<str:app>/<str:name>/", view(self.export_view), name="balance_job_export"),
            path("<int:job_id>/result/", view(self.result_view), name="balance_job_result"),
            path("<int:job_id>/confirm/", view(self.confirm_view), name="balance_job_confirm"),
            path("<int:job_id>/cancel/", view(self.cancel_view), name="balance_job_cancel"),
            path("<int:job_id>/retry/", view(self.retry_view), name="balance_job_retry"),
            path(
                "<int:job_id>/refused.<str:form>",
                view(self.refused_view),
                name="balance_job_refused",
            ),
        ]
        return own + super().get_urls()

    def import_view(self, request: HttpRequest) -> HttpResponse:
        """Look at the size of what comes before anything of it is read, then at the rest."""
        if not may_import_anything(request.user):
            raise PermissionDenied
        if sentence := too_large(request):
            return self._import_page(request, ImportForm(user=request.user), sentence, status=413)
        checked: Any = csrf_protect(self._import)
        answer: HttpResponse = checked(request)
        return answer

    def _import(self, request: HttpRequest) -> HttpResponse:
        if request.method != "POST":
            kind = request.GET.get("kind", "")
            return self._import_page(request, ImportForm(user=request.user, initial={"kind": kind}))
        form = ImportForm(request.POST, request.FILES, user=request.user)
        if not form.is_valid():
            return self._import_page(request, form)
        job = form.save()
        transaction.on_commit(partial(wake_job, job.pk))
        return self._to(job.pk)

    def _import_page(
        self, request: HttpRequest, form: ImportForm, refused: str = "", status: int = 200
    ) -> HttpResponse:
        context = self._context(request, title=_("Import a file"), form=form, refused=refused)
        return TemplateResponse(request, "admin/jobs/import.html", context, status=status)

    def export_view(self, request: HttpRequest, app: str, name: str) -> HttpResponse:
        """Ask how the rows of a list are to be exported, and export them."""
        return export_view(request, app, name, self._context(request))

    def changeform_view(
        self,
        request: HttpRequest,
        object_id: str | None = None,
        form_url: str = "",
        extra_context: dict[str, Any] | None = None,
    ) -> Any:
        """Show a job: what it found, how far it is, what to do with it."""
        job = self.get_object(request, unquote(object_id)) if object_id else None
        if job is None or request.method == "POST":
            return super().changeform_view(request, object_id, form_url, extra_context)
        if not self.has_view_permission(request, job):
            raise PermissionDenied
        context = self._context(request, title=str(job), job=job, **self._of(request, job))
        return TemplateResponse(request, "admin/jobs/job.html", context)

    def _of(self, request: HttpRequest, job: Job) -> dict[str, Any]:
        report = job.report or {}
        is_import = job.work == Job.Work.IMPORT
        return {
            "report": report,
            "shown": {
                name: (report.get(name) or [])[:MOST_SHOWN]
                for name in ("bad", "changed_rows", "new_rows")
            },
            "is_import": is_import,
            "is_pending": job.state in (Job.State.WAITING, Job.State.RUNNING),
            "is_over": job.finished_at is not None,
            "may_work": self._may_work(request, job),
            "may_change": is_import and may_change_by_file(request.user, job.kind),
            "has_file": Job.objects.filter(pk=job.pk, content__isnull=False).exists(),
            "most_shown": MOST_SHOWN,
        }

    # --- what is done with a job ---

    def confirm_view(self, request: HttpRequest, job_id: int) -> HttpResponse:
        """Store what the preview showed: all of it, or all but the refused rows."""
        job = self._job_to_work_on(request, job_id)
        skip_bad = "skip_bad" in request.POST
        change = "change" in request.POST and may_change_by_file(request.user, job.kind)
        report = job.report or {}
        if report.get("refused") and not skip_bad:
            self._say(request, _("Leave the refused rows out, or import a corrected file."))
        elif report.get("changed") and not (change or skip_bad):
            self._say(
                request,
                _(
                    "Some rows are there with other values: say whether they are changed or left"
                    " out."
                ),
            )
        elif confirm_job(job_id=job_id, options={"skip_bad": skip_bad, "change": change}):
            transaction.on_commit(partial(wake_job, job_id))
        return self._to(job_id)

    def cancel_view(self, request: HttpRequest, job_id: int) -> HttpResponse:
        """Cancel a job that is not over."""
        self._job_to_work_on(request, job_id)
        if not cancel_job(job_id=job_id):
            self._say(request, _("The job was over before."))
        return self._to(job_id)

    def retry_view(self, request: HttpRequest, job_id: int) -> HttpResponse:
        """Let the worker try a failed job again."""
        self._job_to_work_on(request, job_id)
        if retry_job(job_id=job_id):
            transaction.on_commit(partial(wake_job, job_id))
        else:
            self._say(request, _("There is nothing to try again."))
        return self._to(job_id)

    def refused_view(self, request: HttpRequest, job_id: int, form: str) -> HttpResponse:
        """Return the refused rows as a file, each with its reason."""
        job = self._job(request, job_id)
        if form not in ("csv", "xlsx") or job.work != Job.Work.IMPORT:
            raise Http404
        try:
            rows = list(refused_rows(job))
        except FileRefused as refused:
            self._say(request, refused.sentence)
            return self._to(job_id)
        return table_response(rows, name=f"{job.kind}-refused", form=form)

    def result_view(self, request: HttpRequest, job_id: int) -> HttpResponse:
        """Return the file that an export made, to those who may see its rows."""
        job = self._job(request, job_id)
        if job.work != Job.Work.EXPORT or job.content is None:
            raise Http404
        if not may_export(request, apps.get_model(job.options["model"])):
            raise PermissionDenied
        return file_response(bytes(job.content), name=job.kind, form=job.options["form"])

    def _job(self, request: HttpRequest, job_id: int) -> Job:
        job = Job.objects.filter(pk=job_id).first() if job_id < 1 << 63 else None
        if job is None:
            raise Http404
        if not self.has_view_permission(request, job):
            raise PermissionDenied
        return job

    def _job_to_work_on(self, request: HttpRequest, job_id: int) -> Job:
        job = self._job(request, job_id)
        if request.method != "POST" or not self._may_work(request, job):
            raise PermissionDenied
        return job

    def _may_work(self, request: HttpRequest, job: Job) -> bool:
        if job.work == Job.Work.IMPORT:
            return may_import(request.user, job.kind)
        return job.asked_by_id == request.user.pk

    def _say(self, request: HttpRequest, sentence: str) -> None:
        self.message_user(request, sentence, messages.WARNING)

    def _to(self, job_id: int) -> HttpResponseRedirect:
        return HttpResponseRedirect(reverse("admin:balance_job_change", args=[job_id]))

    def _context(self, request: HttpRequest, **words: Any) -> dict[str, Any]:
        return {**self.admin_site.each_context(request), "opts": self.opts, **words}

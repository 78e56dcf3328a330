"""Jobs: files that go in or come out in the background; the row is the queue."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class JobQuerySet(models.QuerySet["Job"]):
    """Which jobs are worth the worker's look, and which an editor's."""

    def pending(self) -> "JobQuerySet":
        """Keep those that the worker has to do or to finish."""
        return self.filter(state__in=(Job.State.WAITING, Job.State.RUNNING))

    def failed(self) -> "JobQuerySet":
        """Keep those that were given up."""
        return self.filter(state=Job.State.FAILED)

    def light(self) -> "JobQuerySet":
        """Leave the files and the long reports where they are."""
        return self.defer("content", "report")


class Job(models.Model):
    """An import or an export that somebody asked for.

    An import waits twice: to be read, and, once somebody saw what it would change, to be stored.
    """

    class Work(models.TextChoices):
        IMPORT = "import", pgettext_lazy("job", "import")
        EXPORT = "export", pgettext_lazy("job", "export")

    class State(models.TextChoices):
        WAITING = "waiting", _("waiting")
        RUNNING = "running", pgettext_lazy("job", "running")
        PREVIEWED = "previewed", pgettext_lazy("job", "to be confirmed")
        DONE = "done", _("done")
        FAILED = "failed", pgettext_lazy("job", "failed")
        CANCELLED = "cancelled", pgettext_lazy("job", "cancelled")

    work = models.CharField(_("work"), max_length=6, choices=Work)
    kind = models.CharField(_("kind"), max_length=60, help_text=_("Of which kind the rows are."))
    file_name = models.CharField(_("file"), max_length=200)
    content = models.BinaryField(
        _("content of the file"), null=True, help_text=_("What came in, or what goes out.")
    )
    options = models.JSONField(_("options"), default=dict)
    state = models.CharField(
        pgettext_lazy("condition", "state"), max_length=9, choices=State, default=State.WAITING
    )
    is_confirmed = models.BooleanField(
        _("confirmed"), default=False, help_text=_("Whether an import may store what it found.")
    )
    done = models.PositiveIntegerField(_("rows done"), default=0)
    total = models.PositiveIntegerField(_("rows in all"), default=0)
    attempts = models.PositiveSmallIntegerField(_("attempts"), default=0)
    error = models.TextField(_("error"), blank=True)
    report = models.JSONField(_("report"), null=True)
    asked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        related_name="+",
        verbose_name=_("asked by"),
    )
    asked_at = models.DateTimeField(_("asked"), db_default=Now(), editable=False)
    started_at = models.DateTimeField(_("started"), null=True)
    finished_at = models.DateTimeField(_("finished"), null=True)

    objects = JobQuerySet.as_manager()

    class Meta:
        ordering = ["-asked_at", "-id"]
        verbose_name = _("job")
        verbose_name_plural = _("jobs")
        constraints = [
            models.CheckConstraint(
                name="job_work_is_known", condition=Q(work__in=["import", "export"])
            ),
            models.CheckConstraint(
                name="job_state_is_known",
                condition=Q(
                    state__in=["waiting", "running", "previewed", "done", "failed", "cancelled"]
                ),
            ),
            models.CheckConstraint(
                name="job_is_over_with_a_time",
                condition=Q(state__in=["done", "failed", "cancelled"], finished_at__isnull=False)
                | ~Q(state__in=["done", "failed", "cancelled"]) & Q(finished_at__isnull=True),
            ),
            models.CheckConstraint(
                name="job_to_be_confirmed_has_a_report",
                condition=~Q(state="previewed") | Q(report__isnull=False),
            ),
        ]
        indexes = [models.Index(fields=["state", "id"], name="job_pending")]

    def __str__(self) -> str:
        return f"{self.get_work_display()}: {self.file_name}"

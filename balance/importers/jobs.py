"""Imports as jobs: first what a file would change, then, once confirmed, the change itself."""

from collections.abc import Iterator
from typing import Any

import pghistory
from django.db import transaction
from django.utils.translation import gettext as _

from balance.importers.kinds import Kind
from balance.importers.loading import import_rows
from balance.importers.reading import REASON
from balance.importers.registry import IMPORTED
from balance.importers.reports import Report
from balance.importers.sources import FileRefused, Upload, cell_name
from balance.importers.spreadsheets import plain_cell
from balance.models import Job
from balance.operations.jobs import Claim, JobRefused, finish_job
from balance.queries.publishing import may_publish, needs_two

MOST_NAMED = 10_000  # Bad rows that the report of a job keeps.


def do_import(claim: Claim) -> None:
    """Preview an import, or store it if somebody confirmed it.

    Raises:
        JobRefused: if nothing of the file can be stored; with the rows named.
    """
    try:
        (_store if claim.job.is_confirmed else _preview)(claim)
    except FileRefused as refused:
        raise JobRefused(refused.sentence) from None


def _preview(claim: Claim) -> None:
    job = claim.job
    upload = upload_of(job)
    kind = _kind(job)
    report = import_rows(
        kind=kind,
        source=upload.source(),
        dry_run=True,
        skip_bad=True,
        change=bool(kind.changes),
        progress=claim.progress,
    )
    found = _in_json(report, upload)
    if not report.read:
        raise JobRefused(_("There is no row in the file that can be read."), found)
    finish_job(job=job, state=Job.State.PREVIEWED, report=found)


def _store(claim: Claim) -> None:
    job, upload = claim.job, upload_of(claim.job)
    said = {"by": "import", "kind": job.kind, "file": job.file_name, "job": job.pk}
    if job.asked_by_id:
        said["user"] = job.asked_by_id
    with pghistory.context(**said), transaction.atomic():
        report = import_rows(
            kind=_kind(job),
            source=upload.source(),
            skip_bad=job.options.get("skip_bad", False),
            change=job.options.get("change", False),
            progress=claim.progress,
        )
        found = _in_json(report, upload)
        if not report.stored + report.changed + report.duplicate or (
            report.refused and not job.options.get("skip_bad")
        ):
            raise JobRefused(_("Nothing was stored, because of the rows that are refused."), found)
        finish_job(job=job, state=Job.State.DONE, report=found)


def upload_of(job: Job) -> Upload:
    """Return the file that came with the job.

    Raises:
        FileRefused: if it was let go.
    """
    if job.content is None:
        raise FileRefused(_("The file was let go after a month: import it again."))
    return Upload(bytes(job.content), job.options.get("sheet", ""))


def refused_rows(job: Job) -> Iterator[list[str]]:
    """Yield the header and the refused rows as they came, each with a last cell that says why.

    The file can be corrected and imported again as it is.

    Raises:
        FileRefused: if the file was let go.
    """
    reasons = {line: reason for line, _column, reason, _cell in (job.report or {}).get("bad", [])}
    width = 0
    for record in upload_of(job).source()():
        cells = [plain_cell(cell) for cell in record.cells]
        if not width:
            has_reason = REASON in cells  # It is a corrected file of refused rows itself.
            width = len(cells) - has_reason
            yield [*cells[:width], REASON]
        elif record.line in reasons:
            cells = cells[: len(cells) - has_reason]
            yield [*cells, *[""] * (width - len(cells)), reasons[record.line]]


def _kind(job: Job) -> Kind:
    """Return the kind, as strict as the rights of who asked are narrow."""
    kind = IMPORTED[job.kind]()
    kind.only_proposes = needs_two()
    kind.leaves_public = not may_publish(job.asked_by) if job.asked_by else needs_two()
    return kind


def _in_json(report: Report, upload: Upload) -> dict[str, Any]:
    def cell(line: int, column: str) -> str:
        return cell_name(report.columns, column, line) if upload.is_book else ""

    refused = {bad.line for bad in report.rejected}
    return {
        "read": report.read,
        "new": report.stored,
        "changed": report.changed,
        "same": report.duplicate,
        "refused": report.refused,
        "new_rows": report.new,
        "changed_rows": [
            [row.line, row.key, row.cells] for row in report.differences if row.line not in refused
        ],
        "bad": [
            [bad.line, bad.field, bad.reason, cell(bad.line, bad.field)]
            for bad in report.rejected[:MOST_NAMED]
        ],
    }

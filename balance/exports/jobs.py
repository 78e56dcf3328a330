"""Long exports as jobs: the file is made by the worker and kept for a month."""

from django.apps import apps
from django.db import transaction

from balance.exports.lists import chosen_rows
from balance.exports.tables import table_file
from balance.models import Job
from balance.operations.jobs import Claim, finish_job


def do_export(claim: Claim) -> None:
    """Make the file of the rows that were chosen; rows that went meanwhile are not in it."""
    job, options = claim.job, claim.job.options
    with transaction.atomic():
        rows = chosen_rows(
            model=apps.get_model(options["model"]),
            kind=options.get("columns", ""),
            keys=options["keys"],
            progress=claim.progress,
        )
        content = table_file(rows, form=options["form"])
        finish_job(
            job=job, state=Job.State.DONE, content=content, report={"rows": len(options["keys"])}
        )

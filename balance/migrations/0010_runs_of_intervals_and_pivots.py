from django.db import migrations, models
from django.db.models import Q


class Migration(migrations.Migration):
    dependencies = [
        ("balance", "0009_panels_show_the_lenses_beside_events"),
    ]

    operations = [
        migrations.RemoveConstraint("IntervalRun", "interval_run_asked_once"),
        migrations.RemoveConstraint("IntervalRun", "interval_run_done_has_a_result"),
        migrations.RenameIndex("IntervalRun", "run_waiting", old_name="interval_run_waiting"),
        migrations.RenameModel("IntervalRun", "Run"),
        migrations.AlterModelOptions(
            "Run",
            {
                "ordering": ["-asked_at", "-id"],
                "verbose_name": "run",
                "verbose_name_plural": "runs",
            },
        ),
        migrations.AddField(
            "Run",
            "kind",
            models.CharField(
                choices=[("intervals", "intervals"), ("pivots", "pivots")],
                default="intervals",
                max_length=9,
                verbose_name="kind",
            ),
        ),
        migrations.AddConstraint(
            "Run",
            models.UniqueConstraint(
                fields=["dataset", "focus", "data_version", "kind", "key"], name="run_asked_once"
            ),
        ),
        migrations.AddConstraint(
            "Run",
            models.CheckConstraint(
                condition=Q(state="done", result__isnull=False)
                | ~Q(state="done") & Q(result__isnull=True),
                name="run_done_has_a_result",
            ),
        ),
    ]

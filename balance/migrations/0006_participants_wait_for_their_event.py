from pathlib import Path

from django.db import migrations

SQL = Path(__file__).resolve().parent.parent / "sql"


class Migration(migrations.Migration):
    """No mark is missed when an event is confirmed while a participant is added to it."""

    dependencies = [("balance", "0005_intervals_are_kept")]

    operations = [
        migrations.RunSQL(
            (SQL / "dirty_v2.sql").read_text(), (SQL / "dirty_v2_down.sql").read_text()
        )
    ]

from pathlib import Path

from django.db import migrations

SQL = Path(__file__).resolve().parent.parent / "sql"


def from_files(name: str) -> migrations.RunSQL:
    """Return the operation that runs the file, and its opposite."""
    return migrations.RunSQL(
        (SQL / f"{name}.sql").read_text(), (SQL / f"{name}_down.sql").read_text()
    )


class Migration(migrations.Migration):
    """The truths that need a trigger, and the marks that keep the daily series honest."""

    dependencies = [("balance", "0001_initial"), ("articles", "0001_initial")]

    operations = [from_files("truths_v1"), from_files("dirty_v1")]

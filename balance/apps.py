from pathlib import Path
from typing import Any

import pghistory
from django.apps import AppConfig
from django.db import DEFAULT_DB_ALIAS, connections, transaction
from django.db.migrations.recorder import MigrationRecorder
from django.db.models.signals import post_migrate, post_save
from django.utils.translation import gettext_lazy as _


class BalanceConfig(AppConfig):
    name = "balance"
    verbose_name = _("Balance")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Add shipped rows and roles after every migration, and after a test emptied the tables."""
        post_migrate.connect(_store_reference, sender=self, dispatch_uid="balance.reference")
        post_save.connect(_wake_reading, sender="articles.Article", dispatch_uid="balance.reading")


def _store_reference(sender: BalanceConfig, using: str, **_: Any) -> None:
    """Store what the product ships with, unless the tables are not, or no longer, as it needs."""
    if using == DEFAULT_DB_ALIAS and _is_migrated(sender, using):
        from balance.operations.desk_roles import store_desk_roles  # Needs the models.
        from balance.operations.names import store_names
        from balance.operations.reference import store_reference

        store_reference()
        with pghistory.context(by="the product", why="shipped with the product"):
            store_names()
        store_desk_roles()


def _wake_reading(instance: Any, raw: bool, **_: Any) -> None:
    """Let the worker read an article that came or changed; the articles know nothing of it."""
    if instance.text and not raw:
        from balance.tasks import wake_reading  # Needs the models.

        transaction.on_commit(lambda: wake_reading(instance.pk))


def _is_migrated(app: BalanceConfig, using: str) -> bool:
    on_disk = {file.stem for file in (Path(app.path) / "migrations").glob("[0-9]*.py")}
    recorder = MigrationRecorder(connections[using])
    if not recorder.has_table():
        return False
    applied = recorder.migration_qs.filter(app=app.label).values_list("name", flat=True)
    return on_disk <= set(applied)

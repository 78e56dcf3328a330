from django.apps import AppConfig


class ConfigConfig(AppConfig):
    """Holds the commands that set a site up; it has no tables."""

    name = "config"

    def ready(self) -> None:
        """Make our Celery application the one that `shared_task` uses, in every process."""
        from config import celery  # noqa: F401  # Reads the settings, which now exist.

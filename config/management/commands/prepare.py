import hashlib
import os
import secrets
import time
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.conf import settings
from django.contrib.auth import get_user_model
from django.contrib.staticfiles.finders import get_finders
from django.contrib.staticfiles.storage import staticfiles_storage
from django.core.management import call_command, get_commands
from django.core.management.base import BaseCommand, CommandError
from django.db import OperationalError, connection

from config import broker, schedule

_ATTEMPTS = 10
_LOCK_TIMEOUT = "5s"


class Command(BaseCommand):
    help = "Make the database ready: migrations, message tables, the schedule. Safe to repeat."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--demo", action="store_true", help="Fill an empty database.")
        parser.add_argument("--static", action="store_true", help="Collect changed static files.")
        parser.add_argument("--administrator", help="Make this one if there is none.")
        parser.add_argument(
            "--password-file", type=Path, help="Where the administrator's random password goes."
        )

    def handle(self, **options: Any) -> None:
        migrate()
        if settings.CELERY_BROKER_URL == broker.IN_DATABASE:
            broker.install_sql(connection)
        schedule.sync()
        if options["demo"]:
            load_demo()
        if options["administrator"]:
            make_administrator(options["administrator"], options["password_file"])
        if options["static"]:
            collect_static()


def migrate() -> None:
    """Apply what is missing; a lock that readers hold is waited for in short attempts.

    A migration that waits for a lock makes everybody else wait behind it, so it gives up early.
    """
    for attempt in range(1, _ATTEMPTS + 1):
        try:
            with connection.cursor() as cursor:
                cursor.execute(f"SET lock_timeout = '{_LOCK_TIMEOUT}'")
            call_command("migrate", interactive=False, verbosity=0)
            return
        except OperationalError as error:
            if attempt == _ATTEMPTS or "lock timeout" not in str(error):
                raise
            time.sleep(attempt)
        finally:
            connection.close()


def load_demo() -> None:
    if "load_demo" not in get_commands():
        raise CommandError("There is no load_demo command: is balance in INSTALLED_APPS?")
    call_command("load_demo", if_empty=True)


def make_administrator(name: str, file: Path | None) -> None:
    """Make a superuser with a random password if the database has none."""
    users = get_user_model().objects
    if users.filter(is_superuser=True, is_active=True).exists():
        return
    if file is None:
        raise CommandError("--administrator needs --password-file")
    password = secrets.token_urlsafe(12)
    # Written first: an account whose password nobody can read would be there for good.
    file.unlink(missing_ok=True)
    with os.fdopen(os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as output:
        output.write(f"{password}\n")
    users.create_superuser(username=name, password=password)


def collect_static() -> None:
    """Collect the static files if one of them has changed since the last time."""
    if not hasattr(staticfiles_storage, "manifest_name"):  # Served as the finders find them.
        return
    mark = Path(settings.STATIC_ROOT) / ".collected"
    now = fingerprint()
    if mark.exists() and mark.read_text() == now:
        return
    call_command("collectstatic", interactive=False, clear=True, verbosity=0)
    mark.write_text(now)


def fingerprint() -> str:
    """Return a digest of the names, sizes and times of all static files."""
    digest = hashlib.sha256(settings.STORAGES["staticfiles"]["BACKEND"].encode())
    for finder in get_finders():
        for path, storage in finder.list([]):
            state = Path(storage.path(path)).stat()
            digest.update(f"{path} {state.st_size} {state.st_mtime_ns}\n".encode())
    return digest.hexdigest()

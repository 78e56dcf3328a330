"""A throw-away PostgreSQL for the tests, shared by all their processes.

Loaded with `-p config.launch.pytest_plugin`, before pytest-django imports the settings.
"""

import atexit
import os
import shutil
import tempfile
from pathlib import Path

from config.launch.catalogues import compile_new

# What a developer has set for a site of their own is not what is tested.
_ENVIRONMENT = {
    "DJANGO_SETTINGS_MODULE": "config.settings",
    "SECRET_KEY": "tests only, and long enough that no check complains: 0123456789 abcdefghij",
    "DEBUG": "0",
    "HTTPS": "0",
    "ALLOWED_HOSTS": "testserver,localhost,127.0.0.1",
    "API_RATE": "off",
    "REPORT_RATE": "off",
    "BROKER_URL": "memory://",
    "CACHE_URL": "",
    # The live server serves what the finders find, not hashed names.
    "STATIC_BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage",
    # Playwright's synchronous interface runs an event loop in the thread of the tests.
    "DJANGO_ALLOW_ASYNC_UNSAFE": "1",
}


def _start_server() -> str:
    from config.launch.postgres import EmbeddedPostgres  # Not in every worker.

    folder = Path(tempfile.mkdtemp(prefix="balance-tests-"))
    folder.chmod(0o755)  # The server's user must get in; its own folder below is private.
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    server = EmbeddedPostgres(folder / "postgres", log=folder / "postgres.log", durable=False)
    atexit.register(server.stop)
    return server.start().url


for _name in ("DB_POOL_SIZE", "DB_STATEMENT_TIMEOUT", "DB_LOCK_TIMEOUT", "LOG_LEVEL"):
    os.environ.pop(_name, None)
os.environ.update(_ENVIRONMENT)
if "PYTEST_XDIST_WORKER" not in os.environ:
    compile_new()
    _folder = tempfile.mkdtemp(prefix="balance-files-")
    atexit.register(shutil.rmtree, _folder, ignore_errors=True)
    Path(_folder, "static").mkdir()
    os.environ["STATIC_ROOT"] = f"{_folder}/static"
    os.environ["MEDIA_ROOT"] = f"{_folder}/media"
    if not os.environ.get("DATABASE_URL"):
        os.environ["DATABASE_URL"] = _start_server()  # Workers inherit it.

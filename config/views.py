"""Is the process alive, and can it serve?"""

from functools import cache

from django.core.exceptions import ImproperlyConfigured
from django.db import DatabaseError, connection
from django.db.migrations.executor import MigrationExecutor
from django.http import HttpRequest, HttpResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe


class MigrationsMissing(Exception):
    """The code expects tables that the database does not have yet."""


@never_cache
@require_safe
def livez(request: HttpRequest) -> HttpResponse:
    """Answer as long as the process can; the database is not asked."""
    return HttpResponse("alive\n", content_type="text/plain")


@never_cache
@require_safe
def readyz(request: HttpRequest) -> HttpResponse:
    """Answer 200 when the database answers and has every migration, else 503 with the reason."""
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
        check_migrations()
    except (DatabaseError, ImproperlyConfigured, MigrationsMissing) as error:
        reason = str(error) if isinstance(error, MigrationsMissing) else "database: no answer"
        return HttpResponse(f"not ready: {reason}\n", status=503, content_type="text/plain")
    return HttpResponse("ready\n", content_type="text/plain")


@cache
def check_migrations() -> None:
    """Check once per process that nothing is left to apply; only a success is remembered.

    Raises:
        MigrationsMissing: with the first one.
    """
    executor = MigrationExecutor(connection)
    plan = executor.migration_plan(executor.loader.graph.leaf_nodes())
    if plan:
        raise MigrationsMissing(f"migration {plan[0][0]} is not applied")

"""Migrations go forward and back, and leave nothing behind.

In the transaction of a test: what happens to the tables is undone at its end.
"""

import pytest
from django.contrib.postgres.operations import NotInTransactionMixin
from django.core.management import call_command
from django.db import connection
from django.db.backends.postgresql.schema import DatabaseSchemaEditor
from django.db.migrations.executor import MigrationExecutor

from tests.factories.balance import ClaimFactory

OURS = ("articles", "balance")

# What our migrations make, a line each. The functions of the history's triggers are left out: the
# library that makes them leaves them behind, and replaces them when it comes back.
SCHEMA = """
SELECT concat_ws(' ', table_name, column_name, udt_name, is_nullable,
                 column_default, generation_expression)
  FROM information_schema.columns
 WHERE table_schema = 'public' AND table_name ~ '^(articles|balance)_'
UNION ALL
SELECT concat_ws(' ', conrelid::regclass, conname,
                 replace(pg_get_constraintdef(oid), ' NOT VALID', ''))
  FROM pg_constraint WHERE conrelid::regclass::text ~ '^(articles|balance)_'
UNION ALL
SELECT indexdef FROM pg_indexes WHERE tablename ~ '^(articles|balance)_'
UNION ALL
SELECT pg_get_triggerdef(oid) FROM pg_trigger
 WHERE NOT tgisinternal AND tgrelid::regclass::text ~ '^(articles|balance)_'
UNION ALL
SELECT pg_get_functiondef(oid) FROM pg_proc WHERE proname ~ '^(articles|balance)_'
UNION ALL
SELECT extname FROM pg_extension WHERE extname IN ('btree_gist', 'pg_trgm', 'unaccent')
"""


@pytest.fixture(autouse=True)
def indexes_in_a_transaction(monkeypatch):
    """Build indexes as PostgreSQL does in a transaction, where none can be built beside writers."""
    monkeypatch.setattr(NotInTransactionMixin, "_ensure_not_in_transaction", lambda *_: None)
    for act in ("create", "delete"):
        usual = getattr(DatabaseSchemaEditor, f"sql_{act}_index")
        monkeypatch.setattr(DatabaseSchemaEditor, f"sql_{act}_index_concurrently", usual)


def _schema():
    with connection.cursor() as cursor:
        cursor.execute(SCHEMA)
        return sorted(line for (line,) in cursor.fetchall())


def _migrate(app, name):
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
    MigrationExecutor(connection).migrate([(app, name)])


def _ours():
    """Return our migrations in the order in which they run."""
    executor = MigrationExecutor(connection)
    plan = executor.migration_plan(executor.loader.graph.leaf_nodes(), clean_start=True)
    return [migration for migration, _backwards in plan if migration.app_label in OURS]


def _walk(migrations, *, backwards):
    """Run the migrations in this order, and return the schema after each."""
    schemas = []

    def look(action, _migration=None, _fake=False):
        if action in ("apply_success", "unapply_success"):
            with connection.cursor() as cursor:
                cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
            schemas.append(_schema())

    executor = MigrationExecutor(connection, progress_callback=look)
    executor.migrate(None, plan=[(migration, backwards) for migration in migrations])
    return schemas


@pytest.mark.slow
@pytest.mark.django_db
def test_every_migration_goes_back_and_forward_again_to_the_same_tables():
    migrations, whole = _ours(), _schema()

    *back, nothing = _walk(migrations[::-1], backwards=True)
    forward = _walk(migrations, backwards=False)

    assert nothing == []
    assert len(forward) == len(migrations)
    assert forward == [*back[::-1], whole]


@pytest.mark.slow
@pytest.mark.django_db
def test_a_claim_settled_before_reasons_were_asked_for_keeps_its_status():
    claim = ClaimFactory(status="came_true", resolution="It doubled.")
    open_claim = ClaimFactory()
    _migrate("balance", "0006_participants_wait_for_their_event")

    _migrate("balance", "0007_claims_are_checked_by_statements")

    with connection.cursor() as cursor:
        cursor.execute("SELECT id, status, resolution FROM balance_claim ORDER BY id")
        rows = cursor.fetchall()
    assert rows == [
        (claim.pk, "came_true", "Settled before reasons were asked for."),
        (open_claim.pk, "open", ""),
    ]


@pytest.mark.django_db
def test_the_database_of_the_tests_was_made_by_all_migrations():
    executor = MigrationExecutor(connection)

    assert executor.migration_plan(executor.loader.graph.leaf_nodes()) == []


@pytest.mark.django_db
def test_no_model_waits_for_a_migration(capsys):
    call_command("makemigrations", check=True, dry_run=True)

    assert "No changes detected" in capsys.readouterr().out

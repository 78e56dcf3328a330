"""Making a database ready: repeatable, and nothing that an operator chose is undone."""

import stat

import pytest
from django.contrib.auth import get_user_model
from django.core.management import CommandError
from django.db import connection
from django_celery_beat.models import PeriodicTask

from config import broker, schedule
from config.management.commands.prepare import make_administrator

pytestmark = pytest.mark.django_db


def test_the_schedule_is_made_once_however_often_it_is_asked_for():
    schedule.sync()
    schedule.sync()

    rows = PeriodicTask.objects.filter(description=schedule.OURS)
    assert sorted(rows.values_list("name", "task")) == sorted(
        (entry.name, entry.task) for entry in schedule.SCHEDULE
    )


def test_every_scheduled_task_exists():
    from config.celery import app

    app.loader.import_default_modules()

    assert {entry.task for entry in schedule.SCHEDULE} <= set(app.tasks)


def test_an_operator_may_switch_an_entry_off_and_add_rows():
    schedule.sync()
    ours = PeriodicTask.objects.get(task="balance.tasks.verify_series")
    PeriodicTask.objects.filter(pk=ours.pk).update(enabled=False)
    theirs = PeriodicTask.objects.create(name="Theirs", task="x", crontab=ours.crontab)

    schedule.sync()

    ours.refresh_from_db()
    assert not ours.enabled
    assert PeriodicTask.objects.filter(pk=theirs.pk).exists()


def test_an_entry_that_is_no_longer_ours_goes():
    schedule.sync()
    crontab = PeriodicTask.objects.filter(description=schedule.OURS).first().crontab
    PeriodicTask.objects.create(name="Old", task="x", crontab=crontab, description=schedule.OURS)

    schedule.sync()

    assert not PeriodicTask.objects.filter(name="Old").exists()


def test_the_first_administrator_gets_a_password_that_only_its_owner_can_read(tmp_path):
    file = tmp_path / "password"

    make_administrator("admin", file)

    password = file.read_text().strip()
    assert len(password) >= 16
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert get_user_model().objects.get().check_password(password)


def test_a_database_with_an_administrator_gets_no_second_one(tmp_path, admin_user):
    make_administrator("another", tmp_path / "password")

    assert get_user_model().objects.count() == 1
    assert not (tmp_path / "password").exists()


def test_an_administrator_without_a_place_for_the_password_is_refused():
    with pytest.raises(CommandError, match="--password-file"):
        make_administrator("admin", None)


def test_the_message_tables_are_installed_once_and_carry_a_message():
    assert broker.install_sql(connection) is True
    assert broker.install_sql(connection) is False

    with connection.cursor() as cursor:
        cursor.execute("SELECT pgmq.create('letters')")
        cursor.execute("""SELECT pgmq.send('letters', '{"to": "worker"}')""")
        cursor.execute("SELECT message FROM pgmq.read('letters', 30, 1)")
        assert "worker" in str(cursor.fetchone()[0])

"""A file from the admin: seen first, stored once confirmed, by a worker that may die meanwhile."""

import csv
from datetime import datetime
from functools import partial
from io import BytesIO, StringIO
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from django.contrib.auth.models import Group
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import DatabaseError
from django.test import Client
from openpyxl import Workbook, load_workbook

from balance import tasks
from balance.importers import jobs as importing
from balance.importers.events import Events
from balance.importers.files import records
from balance.importers.loading import import_rows
from balance.importers.registry import KINDS
from balance.models import Actor, Event, Job
from tests.factories.balance import JobFactory
from tests.factories.users import UserFactory
from tests.integration.balance.importers.conftest import csv_of

PAGE = "/admin/balance/job/import/"


@pytest.fixture
def anna(client: Client, world: None) -> Client:
    client.force_login(UserFactory(username="anna", superuser=True))
    return client


@pytest.fixture
def give(anna, django_capture_on_commit_callbacks):
    """Give a file in the browser, let the worker look at it, and return the job."""

    def give(kind: str, content: bytes, name: str = "rows.csv", **fields: str) -> Job:
        with django_capture_on_commit_callbacks(execute=True):
            answer = anna.post(
                PAGE, {"kind": kind, "file": SimpleUploadedFile(name, content), **fields}
            )
        assert answer.status_code == 302, answer.content.decode()
        return Job.objects.get(pk=int(answer.url.split("/")[-3]))

    return give


@pytest.fixture
def act(anna, django_capture_on_commit_callbacks):
    """Press a button of the job's page, and let the worker do its part."""

    def act(job: Job, button: str, **fields: str) -> Job:
        with django_capture_on_commit_callbacks(execute=True):
            answer = anna.post(f"/admin/balance/job/{job.pk}/{button}/", fields)
        assert answer.status_code == 302
        return Job.objects.get(pk=job.pk)

    return act


def counts(job: Job) -> tuple[int, ...]:
    report = job.report or {}
    return tuple(report[name] for name in ("new", "changed", "same", "refused"))


def page_of(anna: Client, job: Job) -> str:
    answer = anna.get(f"/admin/balance/job/{job.pk}/change/")
    assert answer.status_code == 200
    return answer.content.decode()


def book_of(*rows: list[Any], **formats: str) -> bytes:
    book = Workbook()
    sheet: Any = book.active
    for row in rows:
        sheet.append(row)
    for cell, shown in formats.items():
        sheet[cell].number_format = shown
    file = BytesIO()
    book.save(file)
    return file.getvalue()


def test_a_file_is_seen_first_and_stored_once_confirmed(anna, give, act):
    job = give("events", csv_of("events", {}, {"id": "second"}))

    assert (job.state, counts(job)) == ("previewed", (2, 0, 0, 0))
    assert not Event.objects.exists()

    job = act(job, "confirm")

    assert (job.state, counts(job), job.done, job.total) == ("done", (2, 0, 0, 0), 0, 0)
    assert Event.objects.count() == 2
    assert Event.objects.first().versions.first().pgh_context.metadata["kind"] == "events"
    assert counts(give("events", csv_of("events", {}, {"id": "second"}))) == (0, 0, 2, 0)


def test_a_second_click_stores_nothing_twice(give, act):
    job = give("events", csv_of("events", {}))
    act(job, "confirm")
    again = act(job, "confirm")

    assert again.state == "done"
    assert Event.objects.count() == 1


def test_bad_rows_are_named_and_nothing_is_stored_unless_they_are_left_out(anna, give, act):
    bad = {"id": "second", "date": "2024-02-30", "confidence": "2"}
    job = give("events", csv_of("events", {}, bad))

    page = page_of(anna, job)
    assert "2024-02-30 is not in the calendar" in page
    assert "also confidence" in page
    assert act(job, "confirm").state == "previewed"
    assert not Event.objects.exists()

    job = act(job, "confirm", skip_bad="on")
    assert (job.state, Event.objects.count()) == ("done", 1)


def test_what_is_there_with_other_values_is_shown_and_changed_only_when_asked(anna, give, act):
    act(give("events", csv_of("events", {})), "confirm")
    new = csv_of("events", {"title": "A long visit", "recipients": "TUR", "confidence": "0.8"})

    job = give("events", new)
    page = page_of(anna, job)
    assert counts(job) == (0, 1, 0, 0)
    for old, fresh in (("A visit", "A long visit"), ("RUS", "TUR"), ("0.9", "0.8")):
        assert f"<td><del>{old}</del></td><td><ins>{fresh}</ins></td>" in page
    assert act(job, "confirm").state == "previewed"

    event = Event.objects.get()
    before = event.updated_at
    job = act(job, "confirm", change="on")
    event.refresh_from_db()
    assert (job.state, counts(job)) == ("done", (0, 1, 0, 0))
    assert (event.title, event.confidence) == ("A long visit", 0.8)
    assert event.updated_at > before
    assert event.participants.get(role="recipient").actor.code == "TUR"
    assert event.evidence.count() == 1


@pytest.mark.parametrize(
    ("kind", "first", "second"),
    [
        ("actors", {"aliases": "Old;Both"}, {"name": "Newer", "aliases": "Both;Fresh"}),
        ("pole_memberships", {}, {"weight": "0.5"}),
        ("relationships", {}, {"kind": "strategic_partnership", "label": "Pact"}),
        ("memberships", {}, {"confidence": "0.9"}),
        ("indicators", {}, {"confidence": "0.5"}),
        ("claims", {}, {"pole": "russia", "claim": "Russia counts for less."}),
    ],
)
def test_each_kind_can_be_changed_by_a_file(load, kind, first, second):
    assert load(kind, first).stored == 1
    source = partial(records, BytesIO(csv_of(kind, second)))

    report = import_rows(kind=KINDS[kind](), source=source, change=True)

    assert (report.changed, report.rejected) == (1, [])
    assert load(kind, second).duplicate == 1


def test_a_file_neither_withdraws_nor_decides(give, act):
    act(give("events", csv_of("events", {})), "confirm")

    job = give("events", csv_of("events", {"status": "withdrawn", "withdrawn_because": "Twice."}))

    assert counts(job) == (0, 0, 0, 1)
    assert "do that in the admin" in job.report["bad"][0][2]


def test_refused_rows_come_back_with_their_reasons_to_be_corrected(anna, give, act):
    rows = csv_of("events", {"title": "=cmd"}, {"id": "second", "confidence": "2"})
    job = give("events", rows.replace(b"\n", b"\r\n"))

    text = anna.get(f"/admin/balance/job/{job.pk}/refused.csv").content.decode()
    header, row = csv.reader(StringIO(text))
    assert (header[-1], row[0]) == ("reason", "second")
    assert "above 1" in row[-1]

    job = give("events", text.replace(",2,", ",0.2,").encode())
    assert counts(job) == (1, 0, 0, 0)
    book = anna.get(f"/admin/balance/job/{job.pk}/refused.xlsx")
    assert load_workbook(BytesIO(book.content)).active.max_row == 1


def test_a_spreadsheet_reads_as_it_is_shown(anna, give, act):
    header, row = csv.reader(csv_of("events", {}).decode().splitlines())
    good: dict[str, Any] = dict(zip(header, row, strict=True))
    good |= {"date": datetime(2024, 3, 1), "date_precision": None, "cameo_code": 42}
    bad = {**good, "id": "bad", "event_type": "CONSULTT"}
    letter = {name: chr(ord("A") + place) for place, name in enumerate(header)}
    shown = {"date": "yyyy-mm", "cameo_code": "000"}
    formats = {f"{letter[name]}{line}": form for name, form in shown.items() for line in (2, 4)}
    book = book_of(header, list(good.values()), [], list(bad.values()), **formats)

    job = give("events", book, "rows.xlsx")

    assert counts(job) == (1, 0, 0, 1)
    assert f"event_type ({letter['event_type']}4)" in page_of(anna, job)
    act(job, "confirm", skip_bad="on")
    event = Event.objects.get()
    assert (event.precision, event.cameo_code.code) == ("month", "042")


def _bomb() -> bytes:
    file = BytesIO()
    with ZipFile(file, "w", ZIP_DEFLATED) as archive:
        archive.writestr("xl/worksheets/sheet1.xml", b" " * 160_000_000)
    return file.getvalue()


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        pytest.param(_bomb, "unpacks to more", id="a bomb"),
        pytest.param(lambda: b"PK\x03\x04 and no more", "no spreadsheet that can", id="cut"),
        pytest.param(lambda: b"", "empty", id="empty"),
    ],
)
def test_a_file_that_is_no_table_is_refused_where_it_is_given(anna, content, sentence):
    file = SimpleUploadedFile("rows.xlsx", content())

    answer = anna.post(PAGE, {"kind": "events", "file": file})

    assert (answer.status_code, Job.objects.count()) == (200, 0)
    assert sentence in answer.content.decode()


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        pytest.param(b"\xd0\xcf\x11\xe0 old", "old spreadsheet", id="xls"),
        pytest.param(b"id;date;title\n", "not separated by commas", id="semicolons"),
        pytest.param(b"\xef\xbb\xbfid,date\n1,2\n", "the column is missing", id="missing"),
        pytest.param(csv_of("events", {"colour": "red"}), "no such column", id="extra"),
    ],
)
def test_a_file_of_another_form_fails_with_the_cure(anna, give, content, sentence):
    job = give("events", content)

    assert job.state == "failed"
    assert sentence in page_of(anna, job)


def test_latin_1_is_named_by_row_and_column(give):
    job = give("actors", csv_of("actors", {"name": "Türkiye"}).decode().encode("latin-1"))

    assert (job.state, counts(job)) == ("previewed", (0, 0, 0, 1))
    assert job.report["bad"][0][:2] == [2, "name"]


def test_a_file_of_200_mb_is_refused_before_it_is_read(anna):
    class Unread(BytesIO):
        def read(self, *_args: Any) -> bytes:
            raise AssertionError("somebody reads it")

    answer = anna.generic(
        "POST",
        PAGE,
        b"",
        content_type="multipart/form-data; boundary=x",
        CONTENT_LENGTH="209715200",
        **{"wsgi.input": Unread()},
    )

    assert answer.status_code == 413
    assert "larger than 20 MB" in answer.content.decode()


def test_a_worker_that_dies_leaves_a_job_that_is_done_once(world, monkeypatch):
    job = JobFactory(
        kind="actors", content=csv_of("actors", {}), is_confirmed=True, asked_by=UserFactory()
    )

    class Killed(BaseException):
        pass

    def die(**_fields: Any) -> None:
        raise Killed

    with monkeypatch.context() as patch:
        patch.setattr(importing, "finish_job", die)
        with pytest.raises(Killed):
            tasks.run_job(job_id=job.pk)
    job.refresh_from_db()
    assert (job.state, job.attempts) == ("running", 1)
    assert not Actor.objects.filter(code="NEW").exists()

    tasks.sweep()
    job.refresh_from_db()
    assert (job.state, counts(job)) == ("done", (1, 0, 0, 0))
    assert not tasks.run_job(job_id=job.pk)


def test_a_full_disk_undoes_everything_and_the_job_is_given_up_after_five_attempts(
    world, monkeypatch, anna
):
    job = JobFactory(kind="events", content=csv_of("events", {}), is_confirmed=True)
    store = Events.store

    def full(self: Events, *rows: Any) -> None:
        store(self, *rows)
        raise DatabaseError("could not extend file: No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(Events, "store", full)
        for _attempt in range(6):
            tasks.run_job(job_id=job.pk)
    job.refresh_from_db()
    assert (job.state, job.attempts) == ("failed", 5)
    assert "No space left" in page_of(anna, job)
    assert not Event.objects.exists()


def test_a_failed_job_is_tried_again_from_its_preview(give, act, world):
    job = JobFactory(
        kind="actors",
        content=csv_of("actors", {}),
        state="failed",
        is_confirmed=True,
        attempts=5,
        finished_at="2024-01-01T00:00Z",
        error="No space",
    )

    job = act(job, "retry")

    assert (job.state, job.error, counts(job)) == ("previewed", "", (1, 0, 0, 0))


def test_a_cancelled_job_stores_nothing(give, act):
    job = act(give("events", csv_of("events", {})), "cancel")

    assert act(job, "confirm").state == "cancelled"
    assert not Event.objects.exists()


def test_under_two_pairs_of_eyes_events_arrive_as_proposals(settings, give, act):
    settings.TWO_PAIRS_OF_EYES = True

    act(give("events", csv_of("events", {})), "confirm")

    assert Event.objects.get().status == "proposed"


def test_under_two_pairs_of_eyes_an_editor_changes_nothing_that_readers_see(
    settings, client, give, act
):
    act(give("events", csv_of("events", {})), "confirm")
    settings.TWO_PAIRS_OF_EYES = True
    editor = UserFactory(username="ed", is_staff=True)
    editor.groups.add(Group.objects.get(name="editor"))
    client.force_login(editor)

    changed = give("events", csv_of("events", {"title": "Another title"}))
    article = give("event_articles", csv_of("event_articles", {}))

    for job in (changed, article):
        assert counts(job) == (0, 0, 0, 1)
        assert "a publisher" in job.report["bad"][0][2]


def test_a_long_file_costs_a_few_queries_for_500_rows(give, django_assert_max_num_queries):
    rows = [
        {"id": f"e-{number}", "article_url": f"https://d.example/{number}"}
        for number in range(1_000)
    ]
    few, many = csv_of("events", *rows[:500]), csv_of("events", *rows)

    with django_assert_max_num_queries(60):
        job = give("events", few)
    with django_assert_max_num_queries(80):
        job = give("events", many)

    assert counts(job) == (1_000, 0, 0, 0)


def test_nobody_without_the_right_gives_a_file(client, world):
    client.force_login(UserFactory(username="bob", is_staff=True))
    job = JobFactory()

    assert client.get(PAGE).status_code == 403
    assert client.post(f"/admin/balance/job/{job.pk}/cancel/").status_code == 403
    assert client.get(f"/admin/balance/job/{job.pk}/refused.csv").status_code == 403


@pytest.mark.parametrize("button", ["confirm", "cancel", "retry"])
def test_a_button_is_no_link(anna, button):
    job = JobFactory()

    assert anna.get(f"/admin/balance/job/{job.pk}/{button}/").status_code == 403
    assert anna.post(f"/admin/balance/job/{1 << 70}/{button}/").status_code == 404

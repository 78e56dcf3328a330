"""Feeds in the admin: how each is, looking now, OPML in and out."""

from datetime import UTC, datetime, timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils import timezone

from articles.models import Feed, FeedHealth, Outlet, Visit
from articles.outlines import NotStored, export_outlines, import_outlines
from tests.factories.articles import FeedFactory, FeedHealthFactory, OutletFactory, VisitFactory
from tests.factories.users import UserFactory
from tests.integration.balance.admin.filling import read_form, told

LIST = "/admin/articles/feed/"
IMPORT = f"{LIST}opml/import/"


@pytest.fixture
def editor(client: Client, db: None) -> Client:
    client.force_login(UserFactory(username="anna", superuser=True))
    return client


def opml(*outlines):
    body = "\n".join(outlines)
    return f'<?xml version="1.0"?>\n<opml version="2.0"><body>\n{body}\n</body></opml>'


def upload(editor, text, **fields):
    data = text if isinstance(text, bytes) else text.encode()
    return editor.post(IMPORT, {"file": SimpleUploadedFile("f.opml", data), **fields}, follow=True)


ONE = '<outline text="Daily" xmlUrl="https://daily.example/feed" htmlUrl="https://daily.example/"/>'


# --- health ---


@pytest.fixture
def one_of_each(db):
    now = timezone.now()
    seen = {"looked_at": now, "due_at": now + timedelta(hours=1)}
    FeedHealthFactory(feed__url="https://a.example/well", items=30, new_items=2, **seen)
    failing = {"failures": 3, "error": "The server answered with status 500."}
    FeedHealthFactory(feed__url="https://a.example/failing", **seen, **failing)
    FeedHealthFactory(feed__url="https://a.example/due", looked_at=now, due_at=now)
    FeedFactory(url="https://a.example/never")
    FeedFactory(url="https://a.example/inactive", is_active=False)


def test_the_list_says_how_each_feed_is(editor, one_of_each):
    page = editor.get(LIST).content.decode()

    assert "Failed 3 times in a row: The server answered with status 500." in page
    assert "30, of which 2 new" in page
    assert "Nobody has looked at it yet." in page
    assert "Inactive: nobody looks at it." in page


def test_the_form_says_in_words_when_a_feed_was_looked_at(editor):
    at = datetime(2024, 7, 3, 10, 30, tzinfo=UTC)
    feed = FeedHealthFactory(looked_at=at, failures=1, error="It moved.").feed

    page = editor.get(f"{LIST}{feed.pk}/change/").content.decode()

    assert "3 Jul 2024, 10:30" in page or "3 July 2024, 10:30" in page
    assert "Failed: It moved." in page
    assert "None" not in page


@pytest.mark.parametrize(
    ("condition", "names"),
    [
        ("well", {"well", "due"}),
        ("failing", {"failing"}),
        ("due", {"due", "never"}),
        ("never", {"never"}),
        ("inactive", {"inactive"}),
        ("nonsense", {"well", "failing", "due", "never", "inactive"}),
    ],
)
def test_feeds_are_found_by_how_they_are(editor, one_of_each, condition, names):
    page = editor.get(LIST, {"health": condition}).content.decode()

    assert {
        name
        for name in ("well", "failing", "due", "never", "inactive")
        if f">https://a.example/{name}<" in page
    } == names


def test_a_feed_is_looked_at_now(editor, one_of_each):
    chosen = list(Feed.objects.values_list("pk", flat=True))
    FeedHealth.objects.update(due_at=timezone.now() + timedelta(days=1))

    page = editor.post(LIST, {"action": "look_now", "_selected_action": chosen}, follow=True)

    assert "4 feeds are looked at within a minute." in told(page)
    assert "The others are inactive" in told(page)
    assert FeedHealth.objects.due(timezone.now()).count() == 4


def test_looking_now_wakes_the_worker(editor, monkeypatch, django_capture_on_commit_callbacks):
    woken = []
    monkeypatch.setattr("articles.admin.feeds.wake", lambda: woken.append(1))

    with django_capture_on_commit_callbacks(execute=True):
        editor.post(LIST, {"action": "look_now", "_selected_action": [FeedFactory().pk]})

    assert woken == [1]


def test_a_feed_that_has_moved_is_looked_at_anew(editor):
    feed = FeedHealthFactory(failures=3, error="Gone.", etag='"1"').feed
    page = f"{LIST}{feed.pk}/change/"
    data = read_form(editor, page, "feed_form")

    editor.post(page, data | {"url": "https://daily.example/new.xml"})

    health = FeedHealth.objects.get()
    assert (health.failures, health.error, health.etag) == (0, "", "")


def test_a_page_that_was_given_up_is_tried_again(editor):
    visit = VisitFactory(state="given up", attempts=5, error="The server answered: 500.")

    page = editor.post(
        "/admin/articles/visit/",
        {"action": "try_again", "_selected_action": [visit.pk]},
        follow=True,
    )

    assert "1 page is fetched within a minute." in told(page)
    assert Visit.objects.get().state == "waiting"


# --- OPML ---


def test_what_is_exported_is_what_an_import_brings(db):
    outlet = OutletFactory(name="Azərbaycan & “Co” <b>\x01", homepage="https://a.example/")
    FeedFactory(outlet=outlet, url="https://a.example/?a=1&b=2", is_active=False, check_every=7)
    FeedFactory(outlet=outlet, url="https://a.example/2")
    OutletFactory(name="Without feeds")
    exported = export_outlines()
    Feed.objects.all().delete()
    Outlet.objects.all().delete()

    report = import_outlines(data=exported)

    assert (report.outlets, report.feeds, report.known) == (2, 2, 0)
    assert export_outlines() == exported
    feed = Feed.objects.get(url__contains="b=2")
    assert (feed.is_active, feed.check_every, feed.outlet.country) == (False, 7, "AZE")
    assert import_outlines(data=exported).known == 2


def test_an_export_asks_as_little_for_many_as_for_few(db, django_assert_num_queries):
    FeedFactory.create_batch(20)

    with django_assert_num_queries(2):
        export_outlines()


def test_folders_of_other_programs_count_for_nothing(db):
    folder = f'<outline text="News">{ONE}<outline text="Note"/></outline>'

    assert import_outlines(data=opml(folder, ONE).encode()).feeds == 1
    assert Feed.objects.get().outlet.name == "Daily"


def test_a_feed_joins_an_outlet_that_is_there(db):
    OutletFactory(name="DAILY")

    assert import_outlines(data=opml(ONE).encode()).outlets == 0
    assert Feed.objects.get().outlet.name == "DAILY"


@pytest.mark.parametrize(
    ("outline", "line", "reason"),
    [
        ('<outline text="A" xmlUrl="javascript:alert(1)"/>', 4, "xmlUrl=“javascript:alert(1)”"),
        ('<outline text="A" xmlUrl="file:///etc/passwd"/>', 4, "valid URL"),
        (f'<outline text="{"x" * 201}" xmlUrl="https://a.example/"/>', 4, "at most 200"),
        ('<outline text="A" xmlUrl="https://a.example/" htmlUrl="a.html"/>', 4, "htmlUrl=“a.html”"),
        (
            '<outline xmlUrl="https://a.example/" xmlns:b="urn:balance:feeds" b:checkEvery="no"/>',
            4,
            "checkEvery=“no”",
        ),
        ("<outline", 5, "malformed"),
    ],
)
def test_a_bad_line_is_named_and_nothing_is_stored(db, outline, line, reason):
    with pytest.raises(NotStored) as refused:
        import_outlines(data=opml(ONE, outline).encode())

    assert refused.value.rejected[0].line == line
    assert reason in refused.value.rejected[0].reason
    assert not Outlet.objects.exists()


@pytest.mark.parametrize(
    ("file", "reason"),
    [
        (b"", "malformed"),
        (b"\0\1\2", "malformed"),
        (b"xmlUrl,text", "malformed"),
        (opml().encode(), "lists no feeds"),
        (b'<!DOCTYPE o [<!ENTITY a "b">]><opml>&a;</opml>', "declares entities"),
        (b"<opml>" + b"<outline>" * 100_000, "malformed"),
    ],
)
def test_what_is_no_list_of_feeds_is_refused_with_the_reason(db, file, reason):
    with pytest.raises(NotStored) as refused:
        import_outlines(data=file)

    assert reason in refused.value.rejected[0].reason


def test_an_editor_imports_a_file_and_exports_it(editor):
    checked = upload(editor, opml(ONE), only_check="on")
    assert "Nothing is stored yet. The file would bring: 1 new feed. 1 new outlet." in told(checked)
    assert not Feed.objects.exists()

    assert "Stored: 1 new feed. 1 new outlet." in told(upload(editor, opml(ONE)))
    sent = editor.get(f"{LIST}opml/")

    assert b'xmlUrl="https://daily.example/feed"' in sent.content
    assert sent["Content-Disposition"] == 'attachment; filename="feeds.opml"'
    assert "Import OPML" in editor.get(LIST).content.decode()


def test_bad_lines_and_bad_files_come_back_with_their_cure(editor):
    page = upload(editor, opml('<outline text="A" xmlUrl="ftp://a.example/"/>'))

    assert "Line 3: " in page.content.decode()
    assert "larger than 2 MB" in upload(editor, b"x" * 2_000_001).content.decode()
    assert "This field is required" in editor.post(IMPORT, {}).content.decode()
    assert editor.get(IMPORT).status_code == 200


@pytest.mark.parametrize("path", [f"{LIST}opml/", IMPORT])
def test_strangers_and_readers_get_no_list(client, db, path):
    assert client.get(path).status_code == 302
    client.force_login(UserFactory(is_staff=True))
    assert client.get(path).status_code == 403

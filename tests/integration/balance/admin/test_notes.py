"""Notes beside records: who writes, who settles, who sees."""

import pytest
from django.contrib.contenttypes.models import ContentType

from balance.models import Note
from tests.factories.articles import ArticleFactory
from tests.factories.balance import EventFactory, NoteFactory
from tests.factories.users import person
from tests.integration.balance.admin.filling import told

SCRIPT = {"headers": {"X-Requested-With": "XMLHttpRequest"}}


def page_of(row) -> str:
    return f"/admin/{row._meta.app_label}/{row._meta.model_name}/{row.pk}/change/"


def write(row) -> str:
    kind = ContentType.objects.get_for_model(row).pk
    return f"/admin/balance/note/{kind}/{row.pk}/write/"


def settle(note: Note) -> str:
    return f"/admin/balance/note/{note.pk}/settle/"


@pytest.mark.parametrize("make", [EventFactory, ArticleFactory])
def test_a_note_stands_beside_its_record(editor, make):
    row = make()

    page = editor.post(write(row), {"text": "Is this one visit or two?\0"}, follow=True)

    assert page.request["PATH_INFO"] == page_of(row)
    assert "Is this one visit or two?" in page.content.decode()
    assert "Is this one visit or two?" not in editor.get(page_of(make())).content.decode()


def test_a_double_click_is_one_note(editor):
    event = EventFactory()

    for _ in range(2):
        editor.post(write(event), {"text": "Is this one visit or two?"})

    assert Note.objects.count() == 1


@pytest.mark.parametrize("text", ["", "  \n", "x" * 4001])
def test_what_is_no_note_is_refused(editor, text):
    event = EventFactory()

    page = editor.post(write(event), {"text": text}, follow=True)
    answer = editor.post(write(event), {"text": text}, **SCRIPT)

    assert "between 1 and 4,000" in told(page)
    assert "between 1 and 4,000" in answer.content.decode()
    assert not Note.objects.exists()


def test_the_script_gets_the_notes_alone(editor):
    answer = editor.post(write(EventFactory()), {"text": "Which day?"}, **SCRIPT).content.decode()

    assert answer.strip().startswith("<section")
    assert "Which day?" in answer


def test_a_note_is_settled_and_opened_again(editor):
    note = NoteFactory(row=EventFactory())

    page = editor.post(settle(note), {"settle": "1"}, follow=True).content.decode()
    note.refresh_from_db()
    assert "settled by anna" in page
    assert note.resolved_by.username == "anna"

    editor.post(settle(note), {"open": "1"})
    note.refresh_from_db()
    assert note.resolved_at is None
    assert note.versions.count() == 3


def test_open_notes_are_counted_on_the_desk_and_listed(editor):
    note = NoteFactory(row=EventFactory(title="A visit"))

    assert "1 open note" in editor.get("/admin/").content.decode()
    listed = editor.get("/admin/balance/note/", {"settled": "no"}).content.decode()
    assert "A visit" in listed

    editor.post(settle(note))
    assert "open note" not in editor.get("/admin/").content.decode()


def test_a_note_of_a_record_that_is_gone_is_listed(editor):
    article = ArticleFactory()
    NoteFactory(row=article)
    article.delete()

    assert "a record that is gone" in editor.get("/admin/balance/note/").content.decode()


def test_readers_of_the_admin_see_no_notes_and_write_none(client, db):
    event = EventFactory()
    note = NoteFactory(row=event, text="Between us.")
    client.force_login(person("reader"))

    assert "Between us." not in client.get(page_of(event)).content.decode()
    assert client.post(write(event), {"text": "Me, too."}).status_code == 403
    assert client.post(settle(note)).status_code == 403


def test_no_reader_of_the_pages_sees_notes(client, db):
    event = EventFactory()
    NoteFactory(row=event, text="Between us.")

    assert "Between us." not in client.get(event.get_absolute_url()).content.decode()
    assert client.post(write(event), {"text": "Me, too."}).status_code == 302


def test_notes_stand_only_beside_what_editors_keep(editor):
    beat = ContentType.objects.get(app_label="balance", model="heartbeat").pk

    for address in (
        f"/admin/balance/note/{beat}/1/write/",
        f"/admin/balance/note/{'9' * 30}/1/write/",
        write(EventFactory()).replace("/write/", f"{'9' * 30}/write/"),
        f"/admin/balance/note/{'9' * 30}/settle/",
    ):
        assert editor.post(address, {"text": "Hm."}).status_code == 404
    assert editor.get(write(EventFactory())).status_code == 405

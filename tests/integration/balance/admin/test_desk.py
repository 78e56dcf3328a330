"""The front page of the admin: what waits, what changed, what failed."""

from datetime import timedelta

import pytest
from django.utils import timezone

from balance.models import DirtySeries, Heartbeat
from tests.factories.articles import FeedHealthFactory
from tests.factories.balance import (
    ActorFactory,
    DatasetFactory,
    EventFactory,
    FocusFactory,
    JobFactory,
    NoteFactory,
    ReadingFactory,
    ReportFactory,
    TieFactory,
)
from tests.factories.users import person

DESK = "/admin/"


@pytest.fixture
def alive(db):
    """Every part of the system just ran."""
    for name in ("sweep", "read_articles", "verify_series"):
        Heartbeat.objects.create(name=name, beaten_at=timezone.now())


def test_proposals_wait_newest_first(editor):
    for number in range(10):
        EventFactory(title=f"Proposal {number}", status="proposed")

    page = editor.get(DESK).content.decode()
    waits = page[page.index("What waits") : page.index("What changed")]

    assert "10 proposed events" in waits
    assert waits.index("Proposal 9") < waits.index("Proposal 2")
    assert "Proposal 1<" not in waits


def test_an_empty_desk_says_so(editor):
    page = editor.get(DESK).content.decode()

    assert "Nothing waits for you." in page
    assert "The sweep of waiting work has not run yet." in page


def test_the_latest_changes_lead_to_their_records(editor):
    event = EventFactory(title="Treaty")
    data = {"action": "withdraw", "_selected_action": [event.pk], "because": "Twice."}
    editor.post("/admin/balance/event/", data)

    page = editor.get(DESK).content.decode()

    assert f'<a href="/admin/balance/event/{event.pk}/change/">Treaty</a>' in page
    assert "anna, " in page
    assert "Twice." in page


def test_what_failed_is_told(editor, alive):
    Heartbeat.objects.filter(name="sweep").update(
        beaten_at=timezone.now() - timedelta(hours=3), found="AZE 2024 differs"
    )
    focus, dataset = FocusFactory(), DatasetFactory()
    DirtySeries.objects.all().delete()
    DirtySeries.objects.create(focus=focus, dataset=dataset, year=2024)

    page = editor.get(DESK).content.decode()

    assert "3\xa0hours ago: late" in page
    assert "AZE 2024 differs" in page
    assert "1 year of the series is out of date" in page


def test_all_is_well(editor, alive):
    DirtySeries.objects.all().delete()

    page = editor.get(DESK).content.decode()

    assert "What failed: nothing" in page
    assert "All series are up to date." in page


def test_a_full_desk_costs_as_much_as_any_other(editor, django_assert_max_num_queries):
    EventFactory.create_batch(30, status="proposed", recipients=[ActorFactory()])
    TieFactory.create_batch(20)

    with django_assert_max_num_queries(30):
        editor.get(DESK)


def test_the_site_has_its_own_name(editor):
    page = editor.get(DESK).content.decode()

    assert "<title>Desk | Balance</title>" in page
    assert "Django administration" not in page


def test_no_page_needs_more_than_the_policy_allows(editor):
    page = editor.get(DESK)

    assert "unsafe" not in page.headers["Content-Security-Policy"]
    assert "<style" not in page.content.decode()
    assert " style=" not in page.content.decode()


def test_what_was_given_up_is_told_with_the_way_there(editor, alive):
    JobFactory(state="failed", error="The file is gone.", finished_at=timezone.now())
    FeedHealthFactory(failures=3, error="No answer in 10 s.")
    ReadingFactory(state="quarantined", attempts=5, error="Too deep.")

    page = editor.get(DESK).content.decode()
    failed = page[page.index("What failed") : page.index("All tables")]

    for words, address in (
        ("1 import or export failed", "/admin/balance/job/?state__exact=failed"),
        ("1 feed does not answer", "/admin/articles/feedhealth/"),
        ("1 article could not be read", "/admin/balance/reading/?state__exact=quarantined"),
    ):
        assert words in failed
        assert address in failed
        assert editor.get(address).status_code == 200


def test_who_may_not_see_reports_and_notes_is_not_told_of_them(client, db):
    ReportFactory()
    NoteFactory()
    client.force_login(person("reader"))

    page = client.get(DESK).content.decode()

    assert "report of an error" not in page
    assert "open note" not in page

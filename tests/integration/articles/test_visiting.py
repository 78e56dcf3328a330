"""Pages of articles that feeds listed: fetched for their text, tried again, given up."""

import pytest

from articles import visiting
from articles.cycles import run_cycle
from articles.models import Article, Visit
from articles.visiting import try_again, visits_due
from tests.factories.articles import FeedFactory, VisitFactory
from tests.servers import PAGE, content, rss, status

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("reply", "state"),
    [
        (status(404), "given up"),
        (status(503), "waiting"),
        (content(b"%PDF", "application/pdf"), "given up"),
    ],
)
def test_a_page_that_is_gone_for_good_is_given_up_at_once(site, feed, now, reply, state):
    site.replies["/1"] = reply

    run_cycle(now=now)

    assert Visit.objects.get().state == state
    assert Visit.objects.get().error


def test_a_page_is_given_up_after_five_attempts_and_an_editor_may_try_again(site, feed, now):
    site.replies["/1"] = status(500)
    at, attempts = now, []
    for _ in range(6):
        run_cycle(now=at)
        visit = Visit.objects.get()
        attempts.append((visit.attempts, visit.state))
        at = visit.due_at

    assert attempts[3:] == [(4, "waiting"), (5, "given up"), (5, "given up")]
    site.replies["/1"] = content(PAGE)
    try_again(visits=[visit.pk], now=at)
    run_cycle(now=at)
    assert Article.objects.get().text


def test_a_page_that_ends_the_worker_each_time_is_given_up_and_others_go_on(site, feed, now):
    FeedFactory(url=f"{site.origin}/other")
    site.replies |= {"/other": rss(f"{site.origin}/2"), "/2": content(PAGE)}
    poison = VisitFactory(article__url=f"{site.origin}/poison", attempts=5, due_at=now)

    run_cycle(now=now)

    poison.refresh_from_db()
    assert (poison.state, poison.error) == (
        "given up",
        "The worker ended while it read this page.",
    )
    assert "/poison" not in site.paths
    assert Article.objects.exclude(text="").count() == 2


def test_an_attempt_counts_before_it_is_made(site, feed, now, monkeypatch):
    def end(*_, **__):
        raise SystemExit

    monkeypatch.setattr(visiting, "_take_in", end)
    with pytest.raises(SystemExit):
        run_cycle(now=now)

    assert Visit.objects.get().attempts == 1


def test_a_server_with_many_pages_does_not_keep_the_others_waiting(db, now):
    for number in range(60):
        VisitFactory(article__url=f"https://many.example/{number}")
    few = VisitFactory(article__url="https://few.example/1")

    due = visits_due(now=now)

    assert len(due) == 21
    assert due[-1] == few


def test_pages_that_cannot_be_read_in_time_wait_for_the_next_cycle(site, feed, now, monkeypatch):
    monkeypatch.setattr(visiting, "GRACE", -60)

    cycle = run_cycle(now=now)

    assert (cycle.outcomes, cycle.pages_left) == ([], 1)
    assert Visit.objects.get().attempts == 0

"""Readers report errors; editors find them on the desk."""

import html
import re

import pytest
from django.core.cache import cache

from balance.models import Report
from balance.views.reports import ReportThrottle
from tests.factories.balance import ReportFactory

pytestmark = pytest.mark.django_db

WORDS = {
    "about": "/focus/AZE/?from=2024",
    "number": "China 67 %",
    "message": "The treaty was signed in Baku, on 3 July. See report.example/1.",
    "email": "reader@example.org",
}


def send(client, **changed):
    return client.post("/report/", WORDS | changed)


def test_a_report_waits_for_the_editors_in_the_reader_s_words(client):
    response = send(client)

    assert response.url == "/report/thanks/"
    assert client.get(response.url).status_code == 200
    report = Report.objects.get()
    assert {name: getattr(report, name) for name in WORDS} == WORDS
    assert report.state == Report.State.NEW


def test_the_desk_says_that_reports_wait_and_leads_to_them(admin_client, client):
    assert "report of an error waits" not in admin_client.get("/admin/").content.decode()
    send(client)

    desk = admin_client.get("/admin/").content.decode()

    assert "1 report of an error waits" in desk
    listed = admin_client.get("/admin/balance/report/?state__exact=new").content.decode()
    assert "The treaty was signed in Baku" in listed


def test_an_editor_answers_and_leaves_the_reader_s_words_as_they_are(admin_client, client, world):
    report = ReportFactory()
    form = admin_client.get(f"/admin/balance/report/{report.pk}/change/")

    assert 'name="message"' not in form.content.decode()
    admin_client.post(
        f"/admin/balance/report/{report.pk}/change/",
        {
            "state": "accepted",
            "event": world.treaty.pk,
            "answer": "Corrected.",
            "message": "changed",
            "change_reason": "so it is",
            "seen_version": form.context["adminform"].form["seen_version"].value(),
        },
    )

    report.refresh_from_db()
    assert (report.state, report.answer, report.event) == ("accepted", "Corrected.", world.treaty)
    assert report.message != "changed"


def test_a_refusal_needs_an_answer(admin_client):
    report = ReportFactory()
    address = f"/admin/balance/report/{report.pk}/change/"
    seen = admin_client.get(address).context["adminform"].form["seen_version"].value()

    page = admin_client.post(address, {"state": "refused", "seen_version": seen})

    assert page.status_code == 200
    report.refresh_from_db()
    assert report.state == "new"


def test_the_same_report_comes_once(client):
    send(client)
    send(client)

    assert Report.objects.count() == 1


def test_nobody_but_editors_sees_a_report(client):
    send(client)

    for path in ("/report/", "/report/thanks/", "/"):
        assert "reader@example.org" not in client.get(path).content.decode()
    assert client.get("/admin/balance/report/").status_code == 302


def test_the_form_is_filled_in_from_the_figure(client, world):
    page = client.get("/focus/AZE/").content.decode()
    (link, *_others) = re.findall(r'class="share__report" href="([^"]*)"', page)

    form = client.get(html.unescape(link)).content.decode()

    assert 'name="about" value="/focus/AZE/?' in form
    assert 'value="China' in form


@pytest.mark.parametrize(
    "changed",
    [
        {"message": ""},
        {"message": "short"},
        {"message": "x" * 4001},
        {"message": "with a \0 byte in it"},
        {"number": "x" * 301},
        {"about": "/" + "x" * 1001},
        {"email": "nobody"},
        {"email": "a@b.example\nBcc: c@d.example"},
    ],
    ids=str,
)
def test_what_cannot_be_taken_is_said_beside_the_field_and_kept(client, changed):
    response = send(client, **changed)

    assert response.status_code == 400
    assert "field__errors" in response.content.decode() or "about" in changed
    assert not Report.objects.exists()


@pytest.mark.parametrize("about", ["//evil.example", "javascript:alert(1)", "https://x.example/"])
def test_only_a_page_of_this_site_is_linked(client, about):
    form = client.get("/report/", {"about": about}).content.decode()
    send(client, about=about)

    assert f'href="{about}"' not in form
    assert Report.objects.get().about == ""


def test_markup_is_text(client, admin_client):
    send(client, message="<script>alert(1)</script> is wrong")

    page = admin_client.get("/admin/balance/report/").content.decode()

    assert "<script>alert" not in page


def test_a_program_that_fills_in_everything_is_not_heard(client):
    assert send(client, website="https://spam.example").url == "/report/thanks/"
    assert not Report.objects.exists()


def test_a_form_of_another_site_is_refused(world):
    from django.test import Client

    assert Client(enforce_csrf_checks=True).post("/report/", WORDS).status_code == 403


def test_too_many_from_one_reader_are_asked_to_wait(client, settings, monkeypatch):
    settings.REPORT_RATE = "2/hour"
    monkeypatch.setattr(ReportThrottle, "rate", "2/hour")
    cache.clear()
    for number in range(2):
        assert send(client, message=f"Number {number} is wrong.").status_code == 302

    refused = send(client, message="Number 3 is wrong.")

    assert refused.status_code == 429
    assert "Number 3 is wrong." in refused.content.decode()
    assert Report.objects.count() == 2
    assert send(client, message="short").status_code == 400


@pytest.mark.parametrize("method", ["put", "delete", "patch"])
def test_other_methods_are_refused(client, method):
    assert getattr(client, method)("/report/").status_code == 405


def test_odd_addresses_of_the_form_are_no_error_page(client):
    for query in (
        "about=%00",
        "number=%00",
        "about=/%2e%2e//evil",
        "about=[",
        "number=" + "x" * 9000,
    ):
        assert client.get(f"/report/?{query}").status_code == 200

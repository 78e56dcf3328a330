"""The method, the poles' colours, and errors in the site's own design."""

import re

import pytest
from django.core.exceptions import PermissionDenied, SuspiciousOperation
from django.db import OperationalError
from django.test import Client

from balance.views import methodology
from tests.factories.balance import PoleFactory

pytestmark = pytest.mark.django_db


def test_the_method_shows_the_parameters_in_force(client, world):
    page = re.sub(r"<[^>]+>|\s+", " ", client.get("/methodology/").content.decode())
    page = re.sub(r" +", " ", page)

    for words in ("Goldstein, by CAMEO code", "365 days", "10 intensity points", "Stock"):
        assert words in page


def test_colours_are_a_stylesheet_for_light_and_dark(client, world):
    PoleFactory(code="mars", color="#111111", color_dark="#eeeeee", dash="dotted")

    response = client.get("/poles/test-powers.css")

    assert response["Content-Type"] == "text/css; charset=utf-8"
    style = response.content.decode()
    assert "--pole-mars: #111111;" in style
    assert style.count("--pole-mars: #eeeeee;") == 2
    assert ".pole--mars { --pole: var(--pole-mars); --dash: 2 4; }" in style
    assert client.get("/poles/nowhere.css").status_code == 404


@pytest.mark.parametrize(
    ("error", "status", "words"),
    [
        (SuspiciousOperation("no"), 400, "This address makes no sense to us"),
        (PermissionDenied("no"), 403, "You may not see this page"),
        (ZeroDivisionError("no"), 500, "Something went wrong on our side"),
        (OperationalError("no"), 503, "The site is busy"),
    ],
)
def test_errors_have_the_sites_design(monkeypatch, error, status, words):
    def fail():
        raise error

    monkeypatch.setattr(methodology, "default_focus", fail)
    response = Client(raise_request_exception=False).get("/methodology/")

    assert response.status_code == status
    page = response.content.decode()
    assert f'<h1 class="headline">{words}' in page
    assert "css/tokens.css" in page


def test_an_address_that_leads_nowhere_has_a_page(client):
    response = client.get("/nowhere/")

    assert response.status_code == 404
    assert "There is no page here" in response.content.decode()


def test_errors_ask_the_database_nothing(client, django_assert_num_queries):
    with django_assert_num_queries(0):
        client.get("/nowhere/")

"""Every page, by every method, for everybody: only what the role table says."""

from collections.abc import Iterator
from typing import Any

import pytest
from django.contrib import admin
from django.contrib.auth.models import AnonymousUser, Group, User
from django.contrib.messages.storage.fallback import FallbackStorage
from django.core.exceptions import PermissionDenied
from django.db import models, transaction
from django.http import Http404, HttpResponse
from django.test import Client, RequestFactory
from django.urls import resolve
from django_celery_beat.models import (
    ClockedSchedule,
    CrontabSchedule,
    IntervalSchedule,
    PeriodicTask,
    SolarSchedule,
)

from balance.operations.desk_roles import DeskRole
from config.middleware import AdminMethodsMiddleware
from tests.factories.users import person
from tests.integration.balance.admin.role_pages import (
    ANYBODY,
    NOBODY,
    ROLES,
    Page,
    documented,
    pages,
    patterns,
)
from tests.integration.balance.admin.rows import NOW, ROWS

pytestmark = pytest.mark.django_db
SCHEDULES = {
    ClockedSchedule: lambda number: ClockedSchedule.objects.create(clocked_time=NOW),
    CrontabSchedule: lambda number: CrontabSchedule.objects.create(),
    IntervalSchedule: lambda number: IntervalSchedule.objects.create(every=1, period="days"),
    PeriodicTask: lambda number: PeriodicTask.objects.create(
        name="Round", task="balance.sweep", interval=IntervalSchedule.objects.create(every=2)
    ),
    SolarSchedule: lambda number: SolarSchedule.objects.create(latitude=40, longitude=50),
}
OTHERS = ("PUT", "PATCH", "DELETE", "TRACE")
QUERIES = {
    "autocomplete": "?app_label=balance&model_name=participant&field_name=actor&term=a",
    "restore": "?at=nonsense",
}


@pytest.fixture
def rows() -> dict[type[models.Model], Any]:
    """A row of every table that the admin shows."""
    made = {}
    for model in admin.site._registry:
        ROWS.get(model, SCHEDULES.get(model, lambda number: None))(0)
        made[model] = model._default_manager.order_by("-pk").first()
    made[User], made[Group] = person("reader"), Group.objects.get(name="reader")
    return {model: row for model, row in made.items() if row is not None}


@pytest.fixture
def browsers(db: None) -> dict[str, tuple[Any, Any]]:
    """Somebody of each role, signed in: the account and the session."""
    found: dict[str, tuple[Any, Any]] = {ANYBODY: (AnonymousUser(), Client().session)}
    for role in DeskRole:
        user, client = person(role.value), Client()
        client.force_login(user)
        found[role] = (user, client.session)
    return found


def answered(page: Page, method: str, browser: tuple[Any, Any]) -> str:
    """Return what became of the request: done, refused, or sent to the sign-in page."""
    end = next((query for word, query in QUERIES.items() if word in page.address), "")
    request: Any = RequestFactory().generic(method, f"{page.address}{end}")
    request.user, request.session = browser
    request._messages, request._dont_enforce_csrf_checks = FallbackStorage(request), True
    match = resolve(page.address)
    request.resolver_match = match
    with transaction.atomic():
        try:
            response = match.func(request, *match.args, **match.kwargs)
        except PermissionDenied:
            return "refused"
        except Http404:
            return "done"
        finally:
            transaction.set_rollback(True)
    if response.status_code in (401, 403, 405):
        return "refused"
    where = response.get("Location", "")
    if "/admin/login/" in where or (page.name == "admin:logout" and where == "/admin/"):
        return "refused"
    is_delete_page = page.name.endswith("_delete")
    return "refused" if is_delete_page and response.status_code == 302 else "done"


def wrongs(page: Page, browsers: dict[str, tuple[Any, Any]]) -> Iterator[str]:
    """Yield where the site does other than the table says.

    Of those who may, the first is asked: whoever comes after has all rights of those before.
    """
    for method, least in (("GET", page.looks), ("POST", page.sends)):
        last = ROLES.index(least) if least != NOBODY else len(ROLES)
        for place, role in enumerate(ROLES[: last + 1]):
            may = place == last
            if (answered(page, method, browsers[role]) == "done") is not may:
                yield f"{role} {'may not' if may else 'may'} {method} {page.name} ({page.address})"


def test_every_page_does_what_the_table_says(rows, browsers):
    everything = list(pages(rows))
    assert [page.name for page in everything if page.looks == "unlisted"] == []
    assert len(everything) > 400

    found = [wrong for page in everything for wrong in wrongs(page, browsers)]
    assert found == []


def test_the_table_lists_no_page_that_is_gone():
    names = {name for name, _route in patterns()} | {"api:*"}

    assert set(documented()) - names == set()


@pytest.mark.parametrize("method", OTHERS)
def test_nobody_comes_by_another_method(method):
    guard = AdminMethodsMiddleware(lambda request: HttpResponse())
    done = []
    for page in pages({}):
        request: Any = RequestFactory().generic(method, page.address)
        request.resolver_match = match = resolve(page.address)
        refusal = guard.process_view(request, match.func, match.args, match.kwargs)
        try:
            answer = refusal or match.func(request, *match.args, **match.kwargs)
        except Http404:
            continue  # The address leads nowhere, by whatever method.
        if answer.status_code not in (404, 405):
            done.append(page.name)

    assert done == []

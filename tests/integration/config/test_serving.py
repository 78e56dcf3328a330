"""What every answer has, whichever page it is."""

import psycopg
import pytest
from django.db import OperationalError, connection
from django.http import HttpResponse
from django.test import RequestFactory

from config import middleware, views

POLICY = {
    "default-src 'self'",
    "img-src 'self' data:",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    "object-src 'none'",
}


def test_alive_asks_no_database(client):
    """Without the django_db mark, a query would be an error."""
    response = client.get("/livez")

    assert (response.status_code, response.content) == (200, b"alive\n")
    assert "no-store" in response["Cache-Control"]


@pytest.mark.django_db
def test_ready_asks_it(client):
    assert client.get("/readyz").content == b"ready\n"


def test_not_ready_without_a_database(client, monkeypatch):
    def away(*arguments):
        raise OperationalError("connection refused by 10.0.0.1")

    monkeypatch.setattr(connection, "cursor", away)

    response = client.get("/readyz")

    assert response.status_code == 503
    assert response.content == b"not ready: database: no answer\n"


@pytest.mark.django_db
def test_not_ready_with_a_migration_missing(client, monkeypatch):
    views.check_migrations.cache_clear()
    migration = type("Migration", (), {"__str__": lambda self: "balance.0099_later"})()
    monkeypatch.setattr(
        views.MigrationExecutor, "migration_plan", lambda self, targets: [(migration, False)]
    )

    response = client.get("/readyz")

    assert response.status_code == 503
    assert b"balance.0099_later is not applied" in response.content


@pytest.mark.parametrize("method", ["post", "put", "delete", "patch"])
def test_health_is_only_read(client, method):
    assert getattr(client, method)("/livez").status_code == 405


def test_security_headers(client):
    response = client.get("/livez")

    assert set(response["Content-Security-Policy"].split("; ")) == POLICY
    assert response["X-Frame-Options"] == "DENY"
    assert response["X-Content-Type-Options"] == "nosniff"
    assert response["Referrer-Policy"] == "strict-origin-when-cross-origin"


@pytest.mark.parametrize("host", ["evil.example", "127.0.0.1.evil.example", "a b", "testserver@x"])
def test_a_forged_host_is_refused(client, host):
    assert client.get("/livez", headers={"host": host}).status_code == 400


def test_a_forwarded_host_is_not_believed(client):
    headers = {"x-forwarded-host": "evil.example", "x-forwarded-proto": "https"}

    response = client.get("/livez", headers=headers)

    assert not response.wsgi_request.is_secure()
    assert response.wsgi_request.get_host() == "testserver"


@pytest.mark.parametrize("error", [OperationalError("gone"), psycopg.OperationalError("gone")])
@pytest.mark.parametrize(
    ("path", "kind"), [("/", "text/html; charset=utf-8"), ("/api/v1/events/", "application/json")]
)
def test_a_busy_database_asks_readers_to_try_again(error, path, kind):
    busy = middleware.BusyMiddleware(lambda request: HttpResponse())

    response = busy.process_exception(RequestFactory().get(path), error)

    assert response.status_code == 503
    assert int(response["Retry-After"]) > 0
    assert response["Content-Type"] == kind
    assert b"gone" not in response.content


def test_other_faults_are_not_taken_for_a_busy_database():
    busy = middleware.BusyMiddleware(lambda request: HttpResponse())

    assert busy.process_exception(RequestFactory().get("/"), ValueError("a fault")) is None

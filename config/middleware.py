"""What every request passes through, beyond Django's own."""

import logging
from collections.abc import Callable

import psycopg
from django.db import OperationalError
from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed, JsonResponse
from django.template.loader import render_to_string

logger = logging.getLogger(__name__)

RETRY_AFTER = 5  # seconds
ADMIN_METHODS = ("GET", "HEAD", "POST", "OPTIONS")


class BusyMiddleware:
    """Answer 503 when the database is away, full or too slow: the reader may try again."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        if not isinstance(error, OperationalError | psycopg.OperationalError):
            return None
        logger.error("%s: the database did not answer: %s", request.path, error)
        headers = {"Retry-After": str(RETRY_AFTER)}
        if request.path.startswith("/api/"):
            sentence = "The database is busy. Please try again in a few seconds."
            body = {"error": "busy", "detail": sentence, "fields": {}}
            return JsonResponse(body, status=503, headers=headers)
        # Without the request: what its context would add may ask the database.
        return HttpResponse(render_to_string("503.html"), status=503, headers=headers)


class AdminMethodsMiddleware:
    """Refuse what no form sends: the admin would take any other method for a GET."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(
        self, request: HttpRequest, view: object, args: object, kwargs: object
    ) -> HttpResponse | None:
        match = request.resolver_match
        is_admin = match is not None and match.route.startswith("admin/")
        if is_admin and request.method not in ADMIN_METHODS:
            return HttpResponseNotAllowed(ADMIN_METHODS)
        return None

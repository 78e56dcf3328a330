"""What an editor sent after the session had ended: kept until that editor signs in again.

It lies in the session of whoever is not signed in yet, under the address it was sent to, with the
account that this browser last signed in with, as a signed cookie says. Nobody else gets it.
"""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

from django.conf import settings
from django.contrib import admin, messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, QueryDict
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views import csrf

COOKIE, SALT = "desk", "articles.unsent"
KEY = "unsent"  # Of the session.
MOST, MOST_CHARACTERS = 5, 1_000_000
LASTS = timedelta(hours=12)
REMEMBERED = timedelta(days=60)  # For so long a browser knows who last signed in.
NEVER_KEPT = ("password", "old_password", "password1", "new_password1")


class UnsentMiddleware:
    """Keeps what is sent to the admin by somebody whose session has ended, and gives it back."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if not _is_desk(request):
            return response
        if request.user.is_authenticated:
            return _remember(request, response)
        if request.method == "POST" and response.status_code == 302 and _keep(request):
            sentence = _("Your session had ended. Sign in again: nothing that you wrote is lost.")
            messages.warning(request, sentence)
        return response

    def process_view(
        self, request: HttpRequest, view: Any, args: Any, kwargs: Any
    ) -> HttpResponse | None:
        """Show what was not sent yet, where the page itself does not fill its form with it."""
        if request.method != "GET" or not _is_desk(request) or _gives_back(request):
            return None
        content = take(request)
        if content is None:
            return None
        fields = [(name, value) for name, values in content.lists() for value in values]
        context = {
            **admin.site.each_context(request),
            "title": _("This was not sent yet"),
            "fields": [pair for pair in fields if pair[0] != "csrfmiddlewaretoken"],
        }
        return render(request, "admin/unsent.html", context)


def take(request: HttpRequest) -> QueryDict | None:
    """Return what this user sent to this address while signed out; only once."""
    if KEY not in request.session or not request.user.is_authenticated:
        return None
    kept = {
        path: entry
        for path, entry in request.session[KEY].items()
        if entry["owner"] == request.user.pk and _age(entry) < LASTS
    }
    entry = kept.pop(request.get_full_path(), None)
    request.session[KEY] = kept
    return QueryDict(entry["content"]) if entry else None


def refill(request: HttpRequest, content: QueryDict) -> None:
    """Make the request what it would have been, had it been sent signed in."""
    request.FILES  # noqa: B018  # Read now: to read them later would read what was sent anew.
    request.method, request.POST = "POST", content  # type: ignore[assignment]


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """Show a form again that was opened before its editor signed in anew; refuse all others."""
    is_own = request.user.is_authenticated and _owner(request) == request.user.pk
    if is_own and _is_desk(request) and _keep(request):
        return HttpResponseRedirect(request.get_full_path())
    return csrf.csrf_failure(request, reason)


def _keep(request: HttpRequest) -> bool:
    """Keep what was sent, unless there is too much of it or a password in it."""
    owner, content = _owner(request), request.POST
    if owner is None or any(name in content for name in NEVER_KEPT):
        return False
    text = content.urlencode()
    if not content or len(text) > MOST_CHARACTERS:
        return False
    kept = request.session.get(KEY, {})
    entry = {"owner": owner, "at": timezone.now().isoformat(), "content": text}
    kept = {**kept, request.get_full_path(): entry}
    request.session[KEY] = dict(sorted(kept.items(), key=lambda pair: pair[1]["at"])[-MOST:])
    return True


def _owner(request: HttpRequest) -> int | None:
    """Return the account that this browser last signed in with."""
    age = int(REMEMBERED.total_seconds())
    found = request.get_signed_cookie(COOKIE, default=None, salt=SALT, max_age=age)
    return int(found) if found and found.isdecimal() else None


def _remember(request: HttpRequest, response: HttpResponse) -> HttpResponse:
    if _owner(request) != request.user.pk:
        response.set_signed_cookie(
            COOKIE,
            str(request.user.pk),
            salt=SALT,
            max_age=int(REMEMBERED.total_seconds()),
            secure=settings.SESSION_COOKIE_SECURE,
            httponly=True,
            samesite="Strict",
        )
    return response


def _is_desk(request: HttpRequest) -> bool:
    match = request.resolver_match
    return match is not None and "admin" in match.app_names


def _gives_back(request: HttpRequest) -> bool:
    """Say whether the page is a form of ours, which is filled in with what was sent."""
    name = request.resolver_match.url_name if request.resolver_match else ""
    return any(
        name == f"{model._meta.app_label}_{model._meta.model_name}_{page}"
        for model, its_admin in admin.site._registry.items()
        if getattr(its_admin, "gives_back", False)
        for page in ("add", "change")
    )


def _age(entry: dict[str, Any]) -> timedelta:
    return timezone.now() - datetime.fromisoformat(entry["at"]).astimezone(UTC)

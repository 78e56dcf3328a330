"""What is answered where no view answers: a page, or the API's error shape under /api/."""

from django.http import HttpRequest, HttpResponse
from django.views import defaults

from balance.api import errors


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Answer what cannot be read, such as a forged Host."""
    if errors.is_api(request):
        return errors.answer(400)
    return defaults.bad_request(request, exception)


def permission_denied(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Answer what only others may see."""
    if errors.is_api(request):
        return errors.answer(403)
    return defaults.permission_denied(request, exception)


def page_not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Answer an address that leads nowhere."""
    if errors.is_api(request):
        return errors.answer(404)
    return defaults.page_not_found(request, exception)


def server_error(request: HttpRequest) -> HttpResponse:
    """Answer a fault of ours; the log has its traceback."""
    if errors.is_api(request):
        return errors.answer(500)
    return defaults.server_error(request)

"""One shape for every error under /api/: {"error": code, "detail": sentence, "fields": {...}}."""

from collections.abc import Mapping
from typing import Any

from django.core.exceptions import PermissionDenied, SuspiciousOperation
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.utils.translation import gettext as _
from rest_framework import exceptions
from rest_framework.response import Response
from rest_framework.serializers import CharField, DictField, Serializer
from rest_framework.views import exception_handler as rest_exception_handler

from balance.queries.questions import BadQuestion, UnknownFocus

BAD_PARAMETER = "bad_parameter"
CODES = {
    400: "bad_request",
    403: "forbidden",
    404: "not_found",
    405: "method_not_allowed",
    406: "not_acceptable",
    415: "unsupported_media_type",
    429: "too_many_requests",
    500: "server_error",
    503: "busy",
}


class ErrorSerializer(Serializer):
    """What every error looks like."""

    error = CharField(help_text="A code for programs, such as bad_parameter.")
    detail = CharField(help_text="A sentence for people.")
    fields = DictField(  # type: ignore[assignment]
        child=CharField(), help_text="A sentence for each parameter that is refused."
    )


def body(status: int, detail: str, fields: Mapping[str, str] | None = None) -> dict[str, Any]:
    """Return the error's shape."""
    code = BAD_PARAMETER if status == 400 and fields else CODES.get(status, "error")
    return {"error": code, "detail": detail, "fields": dict(fields or {})}


def exception_handler(error: Exception, context: dict[str, Any]) -> Response | None:
    """Answer in the one shape; None lets what nobody expected rise to handler500."""
    if isinstance(error, BadQuestion):
        error = exceptions.ValidationError({error.field: error.sentence})
    elif isinstance(error, UnknownFocus):
        error = exceptions.NotFound(_("There is no such focus."))
    elif isinstance(error, SuspiciousOperation):
        error = exceptions.ParseError(_("The request cannot be read."))
    response = rest_exception_handler(error, context)
    if response is None:
        return None
    detail, fields = _words(error)
    response.data = body(response.status_code, detail, fields)
    return response


def _words(error: Exception) -> tuple[str, dict[str, str]]:
    """Return the sentence, and one for each field."""
    if isinstance(error, Http404 | exceptions.NotFound):
        return _not_found(error), {}
    if isinstance(error, PermissionDenied):
        return _("You may not see this."), {}
    detail = error.detail if isinstance(error, exceptions.APIException) else str(error)
    if isinstance(detail, dict):
        fields = {str(name): _sentence(sentences) for name, sentences in detail.items()}
        general = fields.pop("__all__", "")
        first = next((f"{name}: {sentence}" for name, sentence in fields.items()), "")
        return general or first, fields
    return _sentence(detail), {}


def _not_found(error: Exception) -> str:
    given = str(error.detail) if isinstance(error, exceptions.NotFound) else ""
    own = given and given != str(exceptions.NotFound.default_detail)
    return given if own else _("There is nothing at this address.")


def _sentence(detail: Any) -> str:
    return " ".join(str(part) for part in detail) if isinstance(detail, list) else str(detail)


def answer(status: int) -> HttpResponse:
    """Answer outside any view of the API: the root's handlers call it for addresses under /api/."""
    sentences = {
        400: _("The request cannot be read."),
        403: _("You may not see this."),
        404: _("There is nothing at this address."),
        500: _("Something went wrong on our side. It has been noted."),
    }
    return JsonResponse(body(status, sentences[status]), status=status)


def is_api(request: HttpRequest) -> bool:
    """Return whether the address lies under /api/."""
    return request.path.startswith("/api/")

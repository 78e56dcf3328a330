"""JSON and CSV, and how a reader chooses between them."""

from collections.abc import Iterable, Mapping
from typing import Any

import orjson
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from rest_framework.exceptions import ValidationError
from rest_framework.negotiation import DefaultContentNegotiation
from rest_framework.renderers import BaseRenderer
from rest_framework.request import Request

from articles.api.parameters import shown


def _translated(sentence: Any) -> str:
    if isinstance(sentence, Promise):
        return str(sentence)
    raise TypeError(f"{type(sentence).__name__} is not JSON")


class JsonRenderer(BaseRenderer):
    """JSON by orjson: UTF-8, dates as ISO text, what is not a number as null."""

    media_type = "application/json"
    format = "json"
    charset = None
    render_style = "binary"

    def render(
        self,
        data: Any,
        accepted_media_type: str | None = None,
        renderer_context: Mapping[str, Any] | None = None,
    ) -> bytes:
        """Return the bytes."""
        if data is None:
            return b""
        return orjson.dumps(data, default=_translated, option=orjson.OPT_SERIALIZE_NUMPY)


class CsvRenderer(BaseRenderer):
    """Only a name to choose: lists stream their rows themselves, see tables.py."""

    media_type = "text/csv"
    format = "csv"
    charset = "utf-8"


class FormatOrAccept(DefaultContentNegotiation):
    """`format=` decides, else the Accept header; an unknown format is a bad parameter."""

    def filter_renderers(
        self,
        renderers: Iterable[BaseRenderer],
        format: str,  # noqa: A002 - as the parent has it
    ) -> list[BaseRenderer]:
        """Return the renderer of the format.

        Raises:
            ValidationError: if this address has no such format.
        """
        renderers = list(renderers)
        chosen = [renderer for renderer in renderers if renderer.format == format]
        if not chosen:
            known = ", ".join(renderer.format for renderer in renderers)
            sentence = _("There is no format %(value)s here; take one of %(choices)s.")
            raise ValidationError({"format": sentence % {"value": shown(format), "choices": known}})
        return chosen

    def select_renderer(
        self, request: Request, renderers: Iterable[BaseRenderer], format_suffix: str | None = None
    ) -> tuple[BaseRenderer, str]:
        """Return the renderer and its media type; `format=` wins over Accept."""
        given = format_suffix or request.query_params.get(self.settings.URL_FORMAT_OVERRIDE)
        if given:
            (renderer, *_others) = self.filter_renderers(renderers, given)
            return renderer, renderer.media_type
        return super().select_renderer(request, renderers, format_suffix)

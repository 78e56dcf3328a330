"""How the API describes itself: parameters from the fields that read them, errors for all."""

from collections.abc import Mapping
from typing import Any, Literal

from django.utils.functional import Promise
from drf_spectacular.openapi import AutoSchema
from drf_spectacular.plumbing import get_doc

from articles.api.parameters import ParameterField
from balance.api.errors import ErrorSerializer

ERRORS = {
    "400": "A parameter makes no sense.",
    "404": "There is nothing at this address.",
    "406": "The address has no such media type.",
    "429": "Too many requests: wait as long as Retry-After says.",
    "503": "The database is busy: wait as long as Retry-After says.",
}


def parameters_of(fields: Mapping[str, ParameterField]) -> list[dict[str, Any]]:
    """Return the parameters as OpenAPI has them."""
    return [_parameter(name, field) for name, field in fields.items()]


def _parameter(name: str, field: ParameterField) -> dict[str, Any]:
    parameter: dict[str, Any] = {"name": name, "in": "query", "schema": dict(field.schema)}
    if isinstance(field.help_text, str | Promise) and field.help_text:
        parameter["description"] = str(field.help_text)
    if field.is_list:
        parameter |= {"style": "form", "explode": False}
    if field.required:
        parameter["required"] = True
    return parameter


class ReadSchema(AutoSchema):
    """The schema of a view that only reads."""

    view: Any  # A `Reading`, which this module cannot import: that one imports this one.

    def get_description(self) -> str:  # type: ignore[override]
        """Return what the view says of itself, rather than its methods."""
        return get_doc(type(self.view))

    def _resolve_path_parameters(self, variables: list[str]) -> list[dict[str, Any]]:
        path = {"in": "path", "required": True, "schema": {"type": "string"}}
        return [{"name": name, **path, "description": self.view.address} for name in variables]

    def _get_filter_parameters(self) -> list[dict[str, Any]]:
        return parameters_of(self.view.parameter_fields())

    def _get_format_parameters(self) -> list[dict[str, Any]]:
        formats = self.map_renderers("format")
        schema = {"type": "string", "enum": formats, "default": formats[0]}
        return [{"name": "format", "in": "query", "schema": schema}]

    def _get_response_bodies(
        self, direction: Literal["request", "response"] = "response"
    ) -> dict[str, Any]:
        bodies = super()._get_response_bodies(direction)
        content = bodies["200"]["content"]
        if "text/csv" in content:
            content["text/csv"] = {"schema": {"type": "string"}}
        error = {"schema": self.resolve_serializer(ErrorSerializer(), direction).ref}
        for code, description in ERRORS.items():
            if code != "404" or "{" in self.path:
                answer = {"content": {"application/json": error}, "description": description}
                bodies[code] = answer
        return bodies

"""The API's description of itself, for programs and for people."""

from functools import cache
from typing import Any

from django.http import HttpResponseRedirect
from django.urls import reverse
from drf_spectacular.generators import SchemaGenerator
from drf_spectacular.renderers import OpenApiJsonRenderer, OpenApiYamlRenderer
from drf_spectacular.utils import extend_schema
from drf_spectacular.views import SpectacularSwaggerSplitView
from rest_framework.renderers import TemplateHTMLRenderer
from rest_framework.request import Request
from rest_framework.response import Response

from balance.api.renderers import JsonRenderer
from balance.api.views.reading import Reading


@cache
def api_schema() -> dict[str, Any]:
    """Return the OpenAPI schema; it cannot change while the process lives."""
    return SchemaGenerator().get_schema(request=None, public=True)


class OpenApiJson(OpenApiJsonRenderer):
    format = "openapi-json"


class OpenApiYaml(OpenApiYamlRenderer):
    format = "yaml"


class SchemaView(Reading):
    """The schema: JSON, or YAML with `format=yaml`."""

    renderer_classes = [JsonRenderer, OpenApiJson, OpenApiYaml]

    @extend_schema(exclude=True)
    def get(self, request: Request) -> Response:
        """Answer with the schema."""
        return Response(api_schema())


class DocsView(Reading, SpectacularSwaggerSplitView):
    """The schema as a page in which every address can be tried.

    The template is ours because the sidecar's has a style inline, which our policy forbids.
    """

    http_method_names = ["get", "head"]
    renderer_classes = [TemplateHTMLRenderer]
    url_name = "api:schema"
    template_name = "api/docs.html"

    def known_parameters(self) -> set[str]:
        """Return what the page's own script is asked for with."""
        return {"script"}


class FrontView(Reading):
    """The address of the API itself."""

    @extend_schema(exclude=True)
    def get(self, request: Request) -> HttpResponseRedirect:
        """Lead to the description."""
        return HttpResponseRedirect(reverse("api:docs"))

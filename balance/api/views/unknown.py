"""Addresses under /api/ that lead nowhere."""

from typing import Any

from django.http import Http404, HttpResponsePermanentRedirect
from django.urls import Resolver404, resolve
from rest_framework.request import Request

from balance.api.views.reading import Reading


class UnknownAddress(Reading):
    """Answers 404 in the one shape, or leads to the address with its slash."""

    schema: Any = None

    def initial(self, request: Request, *args: Any, **kwargs: Any) -> None:
        """Answer the same to every method and with every parameter."""
        self.format_kwarg = None
        self.check_throttles(request)
        raise Http404

    def dispatch(self, request: Any, *args: Any, **kwargs: Any) -> Any:
        """Lead to the address with its slash, where there is one."""
        if request.method in ("GET", "HEAD") and not request.path.endswith("/"):
            try:
                found = resolve(f"{request.path}/")
            except Resolver404:
                found = None
            if found and getattr(found.func, "cls", None) is not UnknownAddress:
                return HttpResponsePermanentRedirect(request.get_full_path(force_append_slash=True))
        return super().dispatch(request, *args, **kwargs)

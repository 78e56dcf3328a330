"""The poles' colours and dashes as a stylesheet: a strict policy allows no style attributes."""

from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from balance.models import Pole
from balance.panels.sheets import DASHES


@require_safe
@cache_control(public=True, max_age=300)
def poles(request: HttpRequest, scheme: str) -> HttpResponse:
    """Answer with a class and a custom property for each pole of a scheme."""
    found = Pole.objects.filter(scheme__code=scheme)
    if not found:
        raise Http404
    return HttpResponse(_stylesheet(found), content_type="text/css; charset=utf-8")


def _stylesheet(found: QuerySet[Pole]) -> str:
    light = "\n".join(f"  --pole-{pole.code}: {pole.color};" for pole in found)
    dark = "\n".join(f"  --pole-{pole.code}: {pole.color_dark};" for pole in found)
    classes = "\n".join(
        f".pole--{pole.code} {{ --pole: var(--pole-{pole.code}); --dash: {DASHES[pole.dash]}; }}"
        for pole in found
    )
    return (
        f":root {{\n{light}\n}}\n"
        # Paper is never dark.
        f"@media screen and (prefers-color-scheme: dark) {{\n"
        f':root:not([data-theme="light"]) {{\n{dark}\n}}\n}}\n'
        f'@media screen {{\n:root[data-theme="dark"] {{\n{dark}\n}}\n}}\n'
        f"{classes}\n"
    )

"""Poles by scheme: their codes mean something only within one."""

from difflib import get_close_matches
from functools import cached_property

from django.utils.translation import gettext as _

from balance.importers.cells import BadCell, quoted
from balance.models import Focus, Pole, Scheme


class Poles:
    """All poles there are: a handful, read once for each import."""

    @cached_property
    def ids(self) -> dict[tuple[str, str], int]:
        """The poles' ids by the codes of scheme and pole."""
        return {
            (scheme, pole): pk
            for scheme, pole, pk in Pole.objects.values_list("scheme__code", "code", "id")
        }

    @cached_property
    def schemes(self) -> dict[str, str]:
        """The scheme's code of each focus, by the focus's code."""
        return dict(Focus.objects.values_list("actor__code", "scheme__code"))

    @cached_property
    def usual_scheme(self) -> str:
        """The scheme of the default focus, or the only one; empty where neither is clear."""
        focus = Focus.objects.filter(is_default=True).select_related("scheme").first()
        if focus:
            return focus.scheme.code
        codes = list(Scheme.objects.values_list("code", flat=True)[:2])
        return codes[0] if len(codes) == 1 else ""

    def check(self, scheme: str, pole: str, column: str) -> None:
        """Check that the scheme has the pole.

        Raises:
            BadCell: if not.
        """
        if (scheme, pole) in self.ids:
            return
        known = [code for of, code in self.ids if of == scheme]
        nearest = get_close_matches(pole, known, n=1) or known[:1]
        cure = (
            _("did you mean %(nearest)s?") % {"nearest": nearest[0]}
            if nearest
            else _("add it first, on the page of its scheme")
        )
        raise BadCell(
            _("there is no pole %(cell)s; %(cure)s") % {**quoted(pole), "cure": cure}, column
        )

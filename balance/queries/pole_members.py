"""Who stood in which pole, as a condition for other tables."""

from django.db.models import Exists, OuterRef

from balance.models import PoleMembership


def stood_in(pole: str, *, actor: str, during: str | None = None) -> Exists:
    """Return whether the actor in a column stood in the pole on a day of the range in another.

    Without `during`: on any day. Only own memberships count, none derived.
    """
    memberships = PoleMembership.objects.filter(
        pole__code=pole, withdrawn_because="", actor=OuterRef(actor)
    )
    if during:
        memberships = memberships.filter(valid__overlap=OuterRef(during))
    return Exists(memberships)

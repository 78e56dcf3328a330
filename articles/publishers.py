"""Which outlet published what: found by the address's host, or created."""

from articles.models import Outlet
from articles.parsing.addresses import host_of

UNKNOWN = "Unknown outlet"  # A name in the database, which an editor corrects.
LONGEST_NAME = 200


def outlet_of(*, url: str = "", name: str = "") -> Outlet:
    """Return the outlet of an address, or of that name; a new one where none is known.

    The host counts before the name: sites write their own name in many ways.
    """
    host = host_of(url)
    name = " ".join(name.replace("\0", "").split())[:LONGEST_NAME]
    if host and (known := _at(host)):
        return known
    homepage = f"https://{host}/" if host else ""
    name = name if name and "//" not in name else host
    if not name:
        return Outlet.objects.get_or_create(name=UNKNOWN)[0]
    outlet, _created = Outlet.objects.get_or_create(name=name, defaults={"homepage": homepage})
    if host and host_of(outlet.homepage) not in ("", host):  # Two sites of the same name.
        outlet, _created = Outlet.objects.get_or_create(name=host, defaults={"homepage": homepage})
    return outlet


def _at(host: str) -> Outlet | None:
    """Return the outlet whose home page is at the host, or at the nearest host above it."""
    labels = host.split(".")
    above = [".".join(labels[start:]) for start in range(max(1, len(labels) - 1))]
    known = {
        host_of(outlet.homepage): outlet
        for outlet in Outlet.objects.filter(homepage__icontains=above[-1]).order_by("-pk")
    }
    return next((known[name] for name in above if name in known), None)

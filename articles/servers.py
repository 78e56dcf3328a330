"""What is kept of the servers between two rounds."""

from collections.abc import Collection, Mapping
from datetime import datetime, timedelta

from articles.manners import Manners
from articles.models import Server

ROBOTS_HOLD, ROBOTS_SERVE = timedelta(hours=24), timedelta(days=30)


def load_manners(origins: Collection[str], *, now: datetime) -> dict[str, Manners]:
    """Return what is known of each server."""
    known = Server.objects.in_bulk(list(origins), field_name="origin")
    return {origin: _manners(origin, known.get(origin), now) for origin in origins}


def keep_manners(servers: Mapping[str, Manners], *, now: datetime, begun: float) -> None:
    """Keep what was learnt: new words of robots.txt, and until when a server is left alone.

    `begun` is what `time.monotonic` said at `now`.
    """
    rows = [
        Server(origin=one.origin, free_at=now + timedelta(seconds=max(0, one.free_at - begun)))
        for one in servers.values()
    ]
    Server.objects.bulk_create(
        rows, update_conflicts=True, unique_fields=["origin"], update_fields=["free_at"]
    )
    learnt = [
        Server(origin=one.origin, robots=one.robots or "", robots_read_at=now)
        for one in servers.values()
        if one.has_new_robots
    ]
    Server.objects.bulk_create(
        learnt,
        update_conflicts=True,
        unique_fields=["origin"],
        update_fields=["robots", "robots_read_at"],
    )


def _manners(origin: str, known: Server | None, now: datetime) -> Manners:
    manners = Manners(origin)
    if known is None:
        return manners
    if known.free_at:
        manners.wait_for((known.free_at - now).total_seconds())
    age = now - known.robots_read_at if known.robots_read_at else None
    if age is not None and age < ROBOTS_SERVE:
        manners.former_robots = known.robots
        manners.robots = known.robots if age < ROBOTS_HOLD else None
    return manners

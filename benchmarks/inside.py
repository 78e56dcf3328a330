"""What only the site's own process can tell: run as a module with the site's environment.

`queries PATH...` prints the number of queries of each page; `grow COUNT` stores so many events
and measures what follows. Both print JSON.
"""

import json
import random
import sys
import time
from collections.abc import Iterable
from datetime import date, timedelta

import django


def queries(paths: Iterable[str]) -> dict[str, int]:
    """Return how many queries each page costs when it is asked for again."""
    from django.db import connection
    from django.test import Client
    from django.test.utils import CaptureQueriesContext

    counts = {}
    client = Client(HTTP_HOST="localhost")
    for path in paths:
        client.get(path)
        with CaptureQueriesContext(
            connection,
        ) as captured:
            assert client.get(path).status_code == 200
        counts[path] = len(captured)
    return counts


def grow(count: int) -> dict[str, float]:
    """Store that many confirmed events at random days, refresh the series, and edit one."""
    from balance.models import Dataset, Event, Focus
    from balance.operations.series import refresh_series

    focus, dataset = Focus.objects.get(actor__code="AZE"), Dataset.objects.get(code="editorial")
    seconds = {"store": _timed(lambda: store(count))}
    seconds["refresh all"] = _timed(lambda: refresh_series(dataset=dataset, focus=focus))
    event = Event.objects.filter(slug__startswith="bench-").latest("start")
    event.confidence = 0.5
    seconds["edit"] = _timed(event.save)
    seconds["refresh one year"] = _timed(lambda: refresh_series(dataset=dataset, focus=focus))
    return seconds


def store(count: int) -> None:
    from django.db import transaction

    from balance.models import Actor, CameoCode, Event, Participant
    from balance.models.events import Dimension

    chance = random.Random(20)
    codes = list(CameoCode.objects.exclude(event_type=None))
    focus = Actor.objects.get(code="AZE")
    partners = list(Actor.objects.filter(pole_memberships__isnull=False).distinct())
    events = []
    for number in range(count):
        day = date(2010, 1, 1) + timedelta(days=chance.randrange(16 * 365))
        code = chance.choice(codes)
        events.append(
            Event(
                slug=f"bench-{number}",
                title=f"Event {number}",
                start=day,
                end=day + timedelta(days=1),
                event_type_id=code.event_type_id,
                cameo_code=code,
                dimension=chance.choice(Dimension.values),
                status=Event.Status.CONFIRMED,
            )
        )
    with transaction.atomic():
        Event.objects.bulk_create(events, batch_size=1000)
        Participant.objects.bulk_create(
            (
                Participant(event=event, actor=actor, role=role)
                for event in events
                for actor, role in ((focus, "initiator"), (chance.choice(partners), "recipient"))
            ),
            batch_size=1000,
        )


def _timed(action) -> float:
    began = time.perf_counter()
    action()
    return time.perf_counter() - began


if __name__ == "__main__":
    django.setup()
    command, *arguments = sys.argv[1:]
    print(json.dumps(queries(arguments) if command == "queries" else grow(int(arguments[0]))))

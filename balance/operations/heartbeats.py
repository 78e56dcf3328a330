"""Signs of life, which the desk and the operators' checks read."""

from collections.abc import Sequence

from django.db.models.functions import Now

from balance.models import Heartbeat


def beat(*, name: str, found: Sequence[str] = ()) -> None:
    """Note that a part of the system just ran, and what it found wrong."""
    Heartbeat.objects.update_or_create(
        name=name, defaults={"beaten_at": Now(), "found": "\n".join(found)}
    )

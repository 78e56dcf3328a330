"""Mergers, as they stand in the table; `operations.merging` makes real ones."""

import factory

from balance.models import Merger
from tests.factories.balance.events import EventFactory


class MergerFactory(factory.django.DjangoModelFactory[Merger]):
    class Meta:
        model = Merger

    event_kept = factory.SubFactory(EventFactory)
    event_absorbed = factory.SubFactory(EventFactory)
    because = "One visit, recorded twice."

"""Notes for discussion."""

from datetime import UTC, datetime

import factory
from django.contrib.contenttypes.models import ContentType

from balance.models import Note
from tests.factories.balance.events import EventFactory
from tests.factories.users import UserFactory


class NoteFactory(factory.django.DjangoModelFactory[Note]):
    class Meta:
        model = Note

    class Params:
        row = factory.SubFactory(EventFactory)

    content_type = factory.LazyAttribute(lambda note: ContentType.objects.get_for_model(note.row))
    object_id = factory.SelfAttribute("row.pk")
    text = factory.Sequence(lambda n: f"Is this the same visit as number {n}?")
    author = factory.SubFactory(UserFactory)
    created_at = datetime(2024, 7, 3, 12, tzinfo=UTC)

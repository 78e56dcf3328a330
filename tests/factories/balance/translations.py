"""Names in other languages."""

import factory

from balance.models import Translation


class TranslationFactory(factory.django.DjangoModelFactory[Translation]):
    class Meta:
        model = Translation

    english = factory.Sequence(lambda n: f"Country {n}")
    language = Translation.Language.RUSSIAN
    text = "Страна"

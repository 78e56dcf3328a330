"""Methodologies, data sets and their records."""

from datetime import UTC, date, datetime

import factory

from balance.models import EDITORIAL, Dataset, Methodology, Record


class MethodologyFactory(factory.django.DjangoModelFactory[Methodology]):
    """A draft; `published_at` follows the status."""

    class Meta:
        model = Methodology

    version = factory.Sequence(lambda n: f"test-{n}")
    status = Methodology.Status.DRAFT
    published_at = factory.LazyAttribute(
        lambda methodology: (
            None if methodology.status == "draft" else datetime(2024, 1, 1, tzinfo=UTC)
        )
    )


class DatasetFactory(factory.django.DjangoModelFactory[Dataset]):
    """The editors' own; another code makes a machine-coded one."""

    class Meta:
        model = Dataset
        django_get_or_create = ("code",)

    code = EDITORIAL
    name = factory.LazyAttribute(lambda dataset: dataset.code.capitalize())
    kind = factory.LazyAttribute(
        lambda dataset: "editorial" if dataset.code == EDITORIAL else "machine"
    )


class RecordFactory(factory.django.DjangoModelFactory[Record]):
    class Meta:
        model = Record

    dataset = factory.SubFactory(DatasetFactory, code="machine-tests")
    key = factory.Sequence(str)
    day = date(2018, 1, 1)
    initiator = "AZE"
    recipient = "IRN"
    cameo_code = "057"
    goldstein = 8

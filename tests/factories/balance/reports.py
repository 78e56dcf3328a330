"""Reports of readers."""

import factory

from balance.models import Report


class ReportFactory(factory.django.DjangoModelFactory[Report]):
    class Meta:
        model = Report

    about = "/focus/AZE/"
    number = "China 67 %"
    message = factory.Sequence(lambda n: f"The treaty number {n} was never signed.")

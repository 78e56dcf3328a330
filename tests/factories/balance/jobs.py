"""Jobs for tests."""

import factory

from balance.models import Job


class JobFactory(factory.django.DjangoModelFactory[Job]):
    """An import that waits to be read."""

    class Meta:
        model = Job

    work = "import"
    kind = "actors"
    file_name = "actors.csv"
    content = b"code,name,kind,affiliation,aliases,wikidata,poles_from_members\n"

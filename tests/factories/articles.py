"""Outlets, feeds and articles for tests: constants, so that a failure repeats."""

from datetime import date

import factory

from articles.models import Article, Feed, Outlet


class OutletFactory(factory.django.DjangoModelFactory[Outlet]):
    class Meta:
        model = Outlet

    name = factory.Sequence(lambda n: f"The Daily {n}")
    homepage = factory.Sequence(lambda n: f"https://daily-{n}.example/")
    country = "AZE"


class FeedFactory(factory.django.DjangoModelFactory[Feed]):
    class Meta:
        model = Feed

    outlet = factory.SubFactory(OutletFactory)
    url = factory.Sequence(lambda n: f"https://feeds.example/{n}.xml")


class ArticleFactory(factory.django.DjangoModelFactory[Article]):
    """An article with its text; `text=""` for one of which only the address is known."""

    class Meta:
        model = Article

    outlet = factory.SubFactory(OutletFactory)
    url = factory.Sequence(lambda n: f"https://daily.example/news/{n}")
    title = "Ministers sign a treaty on trade"
    published_on = date(2024, 7, 4)
    language = "en"
    text = "On Monday the ministers met. They signed a treaty on trade. Nobody objected."

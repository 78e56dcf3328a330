"""Outlets, feeds and articles for tests: constants, so that a failure repeats."""

from datetime import UTC, date, datetime

import factory

from articles.models import Article, Feed, FeedHealth, Outlet, Server, Visit


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


class FeedHealthFactory(factory.django.DjangoModelFactory[FeedHealth]):
    class Meta:
        model = FeedHealth

    feed = factory.SubFactory(FeedFactory)
    due_at = datetime(2024, 7, 4, 12, tzinfo=UTC)


class ServerFactory(factory.django.DjangoModelFactory[Server]):
    class Meta:
        model = Server

    origin = factory.Sequence(lambda n: f"https://daily-{n}.example")


class VisitFactory(factory.django.DjangoModelFactory[Visit]):
    """An article of which only title and address are known yet."""

    class Meta:
        model = Visit

    article = factory.SubFactory(ArticleFactory, text="")
    due_at = datetime(2024, 7, 4, 12, tzinfo=UTC)

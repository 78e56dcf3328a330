"""Actors, their names, and the poles they stand in."""

import factory
from django.db.backends.postgresql.psycopg_any import DateRange

from balance.models import Actor, Alias, Focus, Pole, PoleMembership, Scheme

ALWAYS = DateRange(None, None)


class ActorFactory(factory.django.DjangoModelFactory[Actor]):
    class Meta:
        model = Actor

    code = factory.Sequence(lambda n: f"ACTOR-{n}")
    name = factory.LazyAttribute(lambda actor: f"The state {actor.code}")
    kind = Actor.Kind.STATE


class AliasFactory(factory.django.DjangoModelFactory[Alias]):
    class Meta:
        model = Alias

    actor = factory.SubFactory(ActorFactory)
    text = factory.Sequence(lambda n: f"Alias {n}")


class SchemeFactory(factory.django.DjangoModelFactory[Scheme]):
    """The scheme of the tests; another one needs another code."""

    class Meta:
        model = Scheme
        django_get_or_create = ("code",)

    code = "test-powers"
    name = "Powers of the tests"


class PoleFactory(factory.django.DjangoModelFactory[Pole]):
    class Meta:
        model = Pole

    scheme = factory.SubFactory(SchemeFactory)
    code = factory.Sequence(lambda n: f"pole-{n}")
    name = factory.LazyAttribute(lambda pole: pole.code.capitalize())
    position = factory.Sequence(lambda n: n)
    color = "#0072b2"
    color_dark = "#56b4e9"


class PoleMembershipFactory(factory.django.DjangoModelFactory[PoleMembership]):
    """A whole place in a pole, that always was and still is."""

    class Meta:
        model = PoleMembership

    actor = factory.SubFactory(ActorFactory)
    pole = factory.SubFactory(PoleFactory)
    weight = 1
    valid = ALWAYS


class _AzerbaijanFactory(ActorFactory):
    class Meta:
        django_get_or_create = ("code",)

    code = "AZE"
    name = "Azerbaijan"


class FocusFactory(factory.django.DjangoModelFactory[Focus]):
    """Azerbaijan, one row however often it is asked for; another focus needs another actor."""

    class Meta:
        model = Focus
        django_get_or_create = ("actor",)

    actor = factory.SubFactory(_AzerbaijanFactory)
    scheme = factory.SubFactory(SchemeFactory)

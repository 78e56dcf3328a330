"""Every factory makes rows that the database accepts, twice in a row."""

import pytest

from tests.factories import articles, balance, users


def _factories():
    for module in (articles, balance, users):
        for name, factory in vars(module).items():
            if name.endswith("Factory") and factory.__module__.startswith(module.__name__):
                yield pytest.param(factory, id=name)


@pytest.mark.django_db
@pytest.mark.parametrize("factory", list(_factories()))
def test_a_factory_makes_rows_that_the_database_accepts(factory):
    rows = factory.create_batch(2)

    assert all(type(row).objects.filter(pk=row.pk).exists() for row in rows)


@pytest.mark.django_db
def test_an_event_has_the_actors_it_is_given():
    first, second, third = balance.ActorFactory.create_batch(3)

    event = balance.EventFactory(initiators=[first], recipients=[second], hosts=[third])

    assert set(event.participants.values_list("actor", "role")) == {
        (first.pk, "initiator"),
        (second.pk, "recipient"),
        (third.pk, "host"),
    }

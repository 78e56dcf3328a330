"""People who may sign in."""

from typing import Any

import factory
from django.contrib.auth import get_user_model
from django.contrib.auth.models import AbstractUser, Group


class UserFactory(factory.django.DjangoModelFactory[AbstractUser]):
    """A person who may sign in; `superuser=True` may do everything. The password is `secret`."""

    class Meta:
        model = get_user_model()
        skip_postgeneration_save = True

    class Params:
        superuser = factory.Trait(is_staff=True, is_superuser=True)

    username = factory.Sequence(lambda n: f"user-{n}")
    email = factory.LazyAttribute(lambda user: f"{user.username}@example.org")
    password = factory.django.Password("secret")


def person(role: str, **values: Any) -> Any:
    """Return somebody new in the role: reader, editor, publisher or administrator."""
    user = UserFactory(is_staff=True, **values)
    user.groups.add(Group.objects.get(name=role))
    return user

"""An editor who is signed in."""

import pytest
from django.test import Client

from tests.factories.users import UserFactory


@pytest.fixture
def editor(client: Client, db: None) -> Client:
    """A client signed in as somebody who may do everything in the admin."""
    client.force_login(UserFactory(username="anna", superuser=True))
    return client

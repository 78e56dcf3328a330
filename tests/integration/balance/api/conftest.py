"""What every test of the API reads."""

from collections.abc import Callable
from types import SimpleNamespace
from typing import Any

import pytest
from django.test import Client

from tests.factories.small_world import small_world

Get = Callable[..., Any]


@pytest.fixture
def world(db: None) -> SimpleNamespace:
    """Return a small world with a row in every list."""
    return small_world()


@pytest.fixture
def get(client: Client) -> Get:
    """Return a function that reads an address of the API, and checks the status."""

    def read(address: str, expected: int = 200, /, **parameters: Any) -> Any:
        response = client.get(f"/api/v1/{address}", parameters)
        assert response.status_code == expected, response.content
        return response.json()

    return read


@pytest.fixture
def slugs(get: Get) -> Get:
    """Return a function that reads a list and gives its rows' slugs, in their order."""

    def read(address: str, key: str = "slug", /, **parameters: Any) -> list[Any]:
        return [row[key] for row in get(address, **parameters)["results"]]

    return read

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from config.launch.demonstration import DemonstrationSite
from tests.browser.site import shared_site


@pytest.fixture(scope="session")
def site(browser) -> Iterator[DemonstrationSite]:
    """The site with the demonstration data. It is for reading: what a test changes, stays."""
    # All workers of a run have the same; the tests' own static files lie beside it, not in it.
    folder = Path(os.environ["STATIC_ROOT"]).parent / "site"
    folder.mkdir(exist_ok=True)
    with shared_site(folder) as site:
        yield site


@pytest.fixture(scope="session")
def base_url(site) -> str:
    return site.address

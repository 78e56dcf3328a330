"""History keeps the moment of each change, and deletions too."""

import pghistory
import pytest
from django.conf import settings
from pghistory import config as pghistory_config


def test_the_time_is_that_of_the_change_not_of_its_transaction():
    assert pghistory_config.created_at_function() == "CLOCK_TIMESTAMP()"


@pytest.mark.parametrize(
    "tracker", [pghistory.InsertEvent, pghistory.UpdateEvent, pghistory.DeleteEvent]
)
def test_inserts_updates_and_deletes_are_kept(tracker):
    assert any(type(kept) is tracker for kept in settings.PGHISTORY_DEFAULT_TRACKERS)

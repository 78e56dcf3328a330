from datetime import date

import pytest
from django.core.management import call_command
from django.test import Client

from tests.integration.balance.operations import direct_sum

pytestmark = pytest.mark.django_db

NUMBERS = ("share", "friction", "tone", "cooperation", "conflict")
WHOLE = ("hhi", "effective_poles", "balance", "coverage")


@pytest.mark.parametrize("kernel", ["stock", "flow"])
def test_every_month_of_the_demonstration_equals_a_sum_by_hand(client: Client, kernel: str):
    call_command("load_demo", verbosity=0)

    answer = client.get(
        "/api/v1/balance/AZE/",
        {"start": "2015-01-01", "end": "2027-01-01", "step": "month", "kernel": kernel},
    ).json()

    assert len(answer["points"]) == 144
    for point in answer["points"]:
        start, end = (date.fromisoformat(point[name]) for name in ("start", "end"))
        expected = direct_sum.point(kernel, start, end)
        for pole in direct_sum.POLES:
            for name in NUMBERS:
                assert _equal(point["poles"][pole][name], expected[name][pole]), (point, name, pole)
        for name in WHOLE:
            assert _equal(point[name], expected[name]), (point["date"], name)
        for name in ("cooperation", "conflict"):
            assert _equal(point["other"][name], expected["other"][name]), (point["date"], name)


def _equal(given: float | None, expected: float | None) -> bool:
    """Say whether both are null, or equal within 1e-9."""
    if given is None or expected is None:
        return given is expected
    return given == pytest.approx(expected, rel=1e-9, abs=1e-9)

"""What a reader wants drawn: the same poles as static/js/selection.js."""

import pytest

from balance.panels.shown import Shown


@pytest.mark.parametrize(
    ("shown", "hidden"),
    [
        pytest.param(Shown(), set(), id="all by default"),
        pytest.param(Shown(hide=("a",)), {"a"}, id="one hidden"),
        pytest.param(Shown(only=("a",)), {"b", "c"}, id="one alone"),
        pytest.param(Shown(hide=("a",), only=("a",)), {"b", "c"}, id="alone wins"),
        pytest.param(Shown(hide=("x",)), set(), id="a pole that is none"),
        pytest.param(Shown(only=("x",)), set(), id="nothing at all is no picture"),
        pytest.param(Shown(hide=("a", "b", "c")), set(), id="all hidden is no picture"),
    ],
)
def test_poles_that_are_not_drawn(shown, hidden):
    assert shown.without("abc") == hidden

import math

import pytest

from balance.compute.intensity import (
    KAPPA,
    IntensityOutOfRange,
    NoScore,
    UnknownScale,
    intensity,
)


@pytest.mark.parametrize(
    ("scale", "goldstein", "plover", "override", "expected"),
    [
        pytest.param("goldstein", 3.4, 5.0, None, 3.4, id="goldstein reads the CAMEO code"),
        pytest.param("goldstein", None, 5.0, None, 5.0, id="without a code, the PLOVER type"),
        pytest.param("goldstein", 0.0, 5.0, None, 0.0, id="a score of zero is a score"),
        pytest.param("plover", 3.4, 5.0, None, 5.0, id="plover reads the type"),
        pytest.param("plover", 3.4, 5.0, -2.0, -2.0, id="an override wins"),
        pytest.param("goldstein", None, None, 7.0, 7.0, id="an override needs no score"),
        pytest.param("goldstein", 3.4, 5.0, 0.0, 0.0, id="an override of zero wins too"),
        pytest.param("sign", 3.4, -5.0, None, 1.0, id="sign reads the Goldstein scale"),
        pytest.param("sign", None, -5.0, None, -1.0, id="sign falls back like Goldstein"),
        pytest.param("sign", 3.4, 5.0, -0.1, -1.0, id="sign of the override"),
        pytest.param("sign", 0.0, 5.0, None, 0.0, id="zero has no sign"),
    ],
)
def test_intensity_by_scale(scale, goldstein, plover, override, expected):
    assert intensity(scale, goldstein, plover, override) == expected


@pytest.mark.parametrize("scale", KAPPA)
def test_minus_zero_is_written_zero(scale):
    assert math.copysign(1, intensity(scale, None, None, -0.0)) == 1


def test_each_scale_has_its_own_kappa():
    assert KAPPA == {"goldstein": 10.0, "plover": 10.0, "sign": 2.0}


@pytest.mark.parametrize(
    ("scale", "goldstein"),
    [pytest.param("goldstein", None, id="nothing"), pytest.param("plover", 3.4, id="code only")],
)
def test_no_score_is_not_an_intensity_of_zero(scale, goldstein):
    with pytest.raises(NoScore, match=scale):
        intensity(scale, goldstein, None, None)


def test_an_unknown_scale_is_refused():
    with pytest.raises(UnknownScale, match="richter"):
        intensity("richter", 1.0, 1.0, None)


@pytest.mark.parametrize("value", [10.1, -11.0, math.nan, math.inf])
def test_an_intensity_outside_the_scale_is_refused(value):
    with pytest.raises(IntensityOutOfRange):
        intensity("goldstein", None, None, value)

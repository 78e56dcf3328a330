"""The sheet of a picture: its colours are the site's, its parts do not overlap."""

import re
from pathlib import Path

import pytest

from balance.panels.sheet_charts import in_pixels
from balance.panels.sheets import DARK, DASHES, LIGHT, SIZES, Box, Sheet, Words, fits
from balance.views import colours

TOKENS = (Path(__file__).resolve().parents[4] / "static/css/tokens.css").read_text()
LONG = "A long sentence about what happened between several countries " * 9


@pytest.mark.parametrize("theme", [LIGHT, DARK])
def test_the_colours_are_those_of_the_pages(theme):
    block = ":root {" if theme is LIGHT else ':root[data-theme="dark"] {'
    there = dict(re.findall(r"--([\w-]+): (#\w+);", TOKENS.split(block)[1].split("}")[0]))

    assert {name.replace("_", "-"): color for name, color in theme.items()}.items() <= (
        there.items()
    )


def test_the_dashes_are_those_of_the_pages():
    assert DASHES is colours.DASHES


@pytest.mark.parametrize("size", SIZES.values(), ids=SIZES)
@pytest.mark.parametrize(
    "words",
    [Words("A title", "A unit", "A source", "x.example"), Words(LONG, LONG, LONG, "x.example")],
    ids=["short", "long"],
)
def test_a_drawing_keeps_its_room_whatever_the_words(size, words):
    sheet = Sheet(size, "light", words)

    assert sheet.title[0].y < sheet.subtitle[-1].y < sheet.box.y
    assert sheet.box.height > 0.3 * size.height
    assert sheet.box.bottom < sheet.foot[0].y < sheet.foot[-1].y < size.height


def test_a_list_of_pins_without_room_is_left_out():
    assert not fits(["1 A moment, 3 July 2024"], SIZES["card"])
    assert fits(["1 A moment, 3 July 2024"], SIZES["wide"])
    assert not fits([LONG], SIZES["wide"])


def test_a_path_runs_in_its_part_of_the_sheet():
    box = Box(100, 50, 200, 400)

    assert in_pixels("M0 0L1000 1000L500 250Z", box) == "M100.0 50.0L300.0 450.0L200.0 150.0Z"
    assert in_pixels("M500 500h0 M0 0V1000", box) == "M200.0 250.0h0.1 M100.0 50.0V450.0"
    assert in_pixels("", box) == ""

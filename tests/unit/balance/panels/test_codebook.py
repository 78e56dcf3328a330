"""The codebook as a page."""

import csv
import re

import pytest
from django.conf import settings

from balance.models import Dimension, Role
from balance.panels.codebook import FILE, codebook, sections_with


def test_every_heading_has_an_address_of_its_own():
    anchors = [section.anchor for section in codebook().sections]

    assert len(anchors) == len(set(anchors)) > 10
    assert all(f'id="{anchor}"' in codebook().html for anchor in anchors)


def test_it_has_no_link_that_leads_nowhere_on_the_site():
    assert ".md" not in "".join(re.findall(r'href="[^"]*"', codebook().html))


def test_every_type_has_its_row_with_the_score_of_the_method():
    rows = {
        cells[0]: float(cells[1])
        for line in FILE.read_text().splitlines()
        if re.match(r"\| [A-Z]{3,} \|", line)
        and (cells := [cell.strip() for cell in line.strip("|").split("|")])
    }
    with (settings.BASE_DIR / "balance/reference/event_types.csv").open() as file:
        scores = {row["code"]: float(row["plover_score"]) for row in csv.DictReader(file)}

    assert rows == scores


@pytest.mark.parametrize("word", [*Dimension.values, *Role.values])
def test_every_dimension_and_role_is_explained(word):
    assert f"| {word} |" in FILE.read_text()


def test_sections_are_found_by_their_words_titles_first():
    assert sections_with("Joint acts")[0].anchor == "joint-acts"
    assert sections_with("zzz") == sections_with("") == []

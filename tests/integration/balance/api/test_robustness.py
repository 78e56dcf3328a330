"""What the ranking hangs on, through the API."""

import pytest

pytestmark = pytest.mark.django_db

ADDRESS = "balance/AZE/robustness/"


def test_every_variant_is_named_and_has_shares(world, get):
    answer = get(ADDRESS, end="2024-12-01")

    assert answer["on"] == "2024-11-30"
    assert [pole["code"] for pole in answer["poles"]] == ["russia", "china"]
    kinds = [variant["kind"] for variant in answer["variants"]]
    assert kinds == ["scale"] * 2 + ["half_life"] * 3 + ["outlet"] + ["event"] * 2
    for variant in answer["variants"]:
        assert sum(variant["shares"].values()) == pytest.approx(1, abs=1e-12)
        assert variant["key"].startswith(variant["kind"])
    assert answer["counts"]["variants"] == 8


def test_variants_are_a_file_too(world, client):
    response = client.get(f"/api/v1/{ADDRESS}", {"end": "2024-12-01", "format": "csv"})

    head, usual, *rows = response.getvalue().decode().splitlines()
    assert head == "key,kind,label,leader,same_leader,same_ranking,share_russia,share_china"
    assert usual.startswith("default,,,")
    assert len(rows) == 8


@pytest.mark.parametrize(
    ("asked", "field"),
    [
        ({"end": "2024-02-30"}, "end"),
        ({"half_life": "0"}, "half_life"),
        ({"dimension": "magic"}, "dimension"),
        ({"dataset": "gdelt9"}, "dataset"),
        ({"methodology": "9.9"}, "methodology"),
        ({"as_of": "2100-01-01"}, "as_of"),
        ({"start": "2024-01-01"}, "start"),
    ],
    ids=str,
)
def test_nonsense_is_refused(asked, field, world, get):
    assert field in get(ADDRESS, 400, **asked)["fields"]


def test_nobody_else_has_variants(world, get):
    get("balance/RUS/robustness/", 404)

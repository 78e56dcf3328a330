"""The page that says why a level changed."""

import html
import re
from datetime import date, timedelta

import pytest
import time_machine

from balance.models import Methodology
from tests.factories.balance import EventFactory

pytestmark = pytest.mark.django_db


def why(client, status=200, **asked):
    response = client.get("/why/AZE/", asked)
    assert response.status_code == status, response.content[:500]
    return html.unescape(response.content.decode()).replace("\N{NO-BREAK SPACE}", " ")


def text_of(markup):
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", markup)).strip()


def headline(page):
    return text_of(re.search(r"<h1[^>]*>(.*?)</h1>", page, re.S)[1])


def test_a_sentence_says_what_changed_and_how_the_share_follows(client, world):
    page = why(client, pole="china", **{"from": "2024-07-09", "to": "2024-07-10"})

    assert headline(page) == (
        "Cooperation with China rose by 8.0 intensity points between 9 July and 10 July 2024: "
        "1 event arrived, none faded."
    )
    assert (
        "Its share follows: 0.0 of the 4.0 points of all poles on 9 July 2024 are 0 %; "
        "8.0 of the 12.0 points of all poles on 10 July 2024 are 67 %."
    ) in page


def test_without_a_choice_it_is_the_last_year_of_the_largest_pole(client, world):
    page = why(client)

    assert headline(page).startswith(
        "Cooperation with China rose by 8.0 intensity points between 10 July 2023 and 10 July 2024"
    )
    assert '<option value="china" selected>' in page
    assert 'name="from" value="2023-07-10"' in page


def test_the_bars_lead_from_the_first_level_to_the_last(client, world):
    page = why(client, pole="russia", **{"from": "2023-07-01", "to": "2024-07-10"})

    bars = [text_of(bar) for bar in re.findall(r'<li class="waterfall__step.*?</li>', page, re.S)]
    assert bars == [
        "On 1 July 2023 0.00",
        "A pact with Russia +4.00 arrived",
        "On 10 July 2024 4.00",
    ]
    assert f'href="/events/{world.pact.pk}/"' in page


def test_conflict_has_a_figure_of_its_own(client, world):
    EventFactory(
        title="A quarrel",
        start=date(2024, 7, 8),
        intensity_override=-4,
        initiators=[world.focus.actor],
        recipients=[world.states["west"]],
    )

    page = why(client, pole="west")

    assert headline(page).startswith("Conflict with the West rose by 4.0 intensity points")
    assert re.findall(r'<figure class="why__part waterfall waterfall--(\w+)', page) == ["conflict"]


def test_every_part_is_in_the_table_and_in_the_file(client, world):
    page = why(client, pole="russia", **{"from": "2023-08-01", "to": "2024-07-10"})

    (row,) = re.findall(r"<tbody>\s*<tr>.*?</tbody>", page, re.S)[-1:]
    assert text_of(row).startswith("A pact with Russia 11 July 2023 faded −")
    address = re.search(r'href="([^"]*explain[^"]*format=csv[^"]*)"', page)[1]
    assert client.get(address).getvalue().decode().count("A pact with Russia") == 1
    assert 'href="/events/?focus=AZE&pole=russia&start=2023-08-02&end=2024-07-11"' in page


def test_what_no_pole_takes_is_explained_too(client, world):
    page = why(client, pole="other")

    assert headline(page) == (
        "Cooperation with none of the poles did not change between 10 July 2023 and 10 July 2024: "
        "no event arrived and none faded."
    )
    assert "there is no level, and nothing to explain" in page


@pytest.mark.parametrize(
    ("asked", "words"),
    [
        ({"pole": "atlantis"}, "There is no pole 'atlantis'."),
        ({"from": "9999-01-01"}, "is no day between 1900 and 2100"),
        ({"from": "2024-13-01"}, "is no day between 1900 and 2100"),
        ({"to": "\0"}, "is no day between 1900 and 2100"),
        ({"from": "2024-07-02", "to": "2024-07-01"}, "The second day comes before the first."),
        ({"half_life": "0"}, "is no number above 0"),
        ({"half_life": "9" * 50}, "is no number above 0"),
        ({"dimension": "magic"}, "is not known"),
        ({"dataset": "gdelt9"}, "There is no data set 'gdelt9'."),
        ({"dataset": "\0"}, "Null characters are not allowed."),
        ({"methodology": "9.9"}, "There is no methodology '9.9'."),
        ({"as_of": "2100-01-01"}, "That is not yet past"),
        ({"as_of": "1950-01-01"}, "No pole to read the focus against is recorded"),
    ],
    ids=str,
)
def test_nonsense_is_named_and_the_usual_is_explained(client, world, asked, words):
    page = why(client, **asked)

    assert words in page
    assert "Something in the choice above does not work" in page
    assert headline(page).startswith("Cooperation with China rose by 8.0")


def test_everything_wrong_is_named_at_once(client, world):
    page = why(client, half_life="x", **{"from": "2024-07-02", "to": "2024-07-01"})

    assert page.count('<div class="field__errors"') == 2


def test_it_counts_as_the_reader_asks(client, world):
    asked = {"pole": "russia", "from": "2023-07-11", "to": "2024-07-09", "half_life": "182"}
    page = why(client, **asked, dimension=world.pact.dimension)

    assert headline(page).startswith("Cooperation with Russia fell by 6.0 intensity points")
    assert "half_life=182" in re.search(r'href="([^"]*explain[^"]*)"', page)[1]
    assert 'name="half_life" value="182"' in page


def test_what_was_known_on_a_day_is_kept_by_every_link(client, world):
    written = world.treaty.versions.latest("pgh_created_at").pgh_created_at
    known_on = (written.date() + timedelta(days=1)).isoformat()

    with time_machine.travel(written + timedelta(days=4), tick=False):
        page = why(client, as_of=known_on, pole="china", half_life="90")

    assert "As known on" in page
    assert f'<input type="hidden" name="as_of" value="{known_on}"' in page
    assert f'name="to" value="{known_on}"' in page
    assert f"as_of={known_on}" in re.search(r'href="([^"]*explain[^"]*)"', page)[1]


def test_an_explanation_costs_nine_queries(client, world, django_assert_max_num_queries):
    why(client)

    with django_assert_max_num_queries(9):
        why(client)


def test_without_a_methodology_there_is_a_word_and_no_error(client, world):
    Methodology.objects.filter(status="published").update(status="retired")

    assert "There are no numbers to show just now" in why(client, status=503)


def test_nobody_else_is_explained(client, world):
    assert client.get("/why/RUS/").status_code == 404
    assert client.get("/why/aze/").status_code == 404

"""`manage.py propose_events`, and the names by which it knows who is meant."""

import json
from datetime import date
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.db.backends.postgresql.psycopg_any import DateRange

from balance.models import Alias, Proposal
from balance.queries.dictionary import dictionary
from balance.queries.proposals import proposals_of_text
from tests.factories.articles import ArticleFactory
from tests.factories.balance import ActorFactory, AliasFactory, FocusFactory

pytestmark = pytest.mark.django_db
TEXT = "President Ilham Aliyev met Vladimir Putin in Sochi on Monday."


@pytest.fixture
def world():
    """Azerbaijan and Russia, each with a president who stands for it."""
    azerbaijan, russia = FocusFactory().actor, ActorFactory(code="RUS", name="Russia")
    ActorFactory(code="ALIYEV", name="Ilham Aliyev", kind="person", affiliation=azerbaijan)
    putin = ActorFactory(code="PUTIN", name="Vladimir Putin", kind="person", affiliation=russia)
    AliasFactory(actor=putin, text="Putin", kind="person")
    return russia


def told(*arguments):
    out = StringIO()
    call_command("propose_events", *arguments, stdout=out, stderr=StringIO())
    return out.getvalue()


def codes(text, on=None):
    return [mention.code for mention in dictionary().mentions(text, on=on)]


def test_a_text_is_read_and_nothing_is_stored(world, tmp_path):
    file = tmp_path / "text.txt"
    file.write_text(TEXT)

    found = json.loads(told("--text", str(file), "--date", "2024-07-03", "--json"))

    first = found[0]
    assert first["sentence"] == TEXT
    assert set(first["initiators"] + first["recipients"]) == {"AZE", "RUS"}
    assert first["event_type"] == "CONSULT"
    assert first["tier"] in {"event", "background", "trend"}
    assert 0 <= first["score"] <= 1
    assert date.fromisoformat(first["date"])
    wanted = {"cameo_code", "precision", "dimension"}
    assert wanted <= set(first)
    assert not Proposal.objects.exists()


def test_waiting_articles_are_read(world):
    article = ArticleFactory(text=TEXT)

    assert json.loads(told("--json"))["read"] == 1
    assert article.proposals.exists()
    assert "0 articles read" in told()


@pytest.mark.parametrize(
    ("content", "arguments", "says"),
    [
        pytest.param(None, [], "cannot be read", id="no file"),
        pytest.param(b"\xff\xfe\xfa", [], "UTF-8", id="no text"),
        pytest.param(b"x" * 5_000_001, [], "5 MB", id="too long"),
        pytest.param(b"x", ["--date", "3 July"], "--date", id="no day"),
    ],
)
def test_a_wrong_input_is_named(tmp_path, content, arguments, says):
    file = tmp_path / "text.txt"
    if content is not None:
        file.write_bytes(content)

    with pytest.raises(CommandError, match=says):
        told("--text", str(file), *arguments)


def test_a_name_means_whom_its_actor_stands_for(world):
    ministry = ActorFactory(code="RUS-MFA", name="Smolenskaya", affiliation=world)
    ActorFactory(code="SPOKESMAN", name="Jane Roe", kind="person", affiliation=ministry)

    assert codes("Putin wrote to Jane Roe and Ilham Aliyev.") == ["RUS", "RUS", "AZE"]


def test_analysts_and_pipelines_are_known_and_take_no_part(world):
    ActorFactory(code="NPUTIN", name="Nurlan Putin", kind="person")
    ActorFactory(code="ROUTE", name="Putin Route", kind="corridor")
    ActorFactory(code="GONE", name="Gonia", withdrawn_because="Recorded twice.")

    assert codes("Nurlan Putin saw the Putin Route in Gonia.") == ["NPUTIN", "ROUTE"]
    for row in proposals_of_text("Nurlan Putin met Ilham Aliyev.", published_on=None):
        assert {*row["initiators"], *row["recipients"]} == {"AZE"}


def test_a_dated_name_holds_on_its_days(world):
    america = ActorFactory(code="USA", name="United States")
    biden = ActorFactory(code="BIDEN", name="Joe Biden", kind="person", affiliation=america)
    term = DateRange(date(2021, 1, 20), date(2025, 1, 20))
    AliasFactory(actor=biden, text="Joe Biden", kind="person", valid=term)

    assert codes("Joe Biden", on=date(2024, 7, 3)) == ["USA"]
    assert codes("Joe Biden", on=date(2025, 7, 3)) == []


def test_the_dictionary_is_kept_until_a_name_changes(world, django_assert_num_queries):
    before = dictionary()

    with django_assert_num_queries(1):
        assert dictionary() is before
    Alias.objects.update(text="The Kremlin")

    assert codes("The Kremlin") == ["RUS"]


def test_names_of_the_world_are_shipped(world):
    assert codes("Hungarian, Romanian and Russian ministers in Bucharest") == [
        "HUN", "ROU", "RUS", "ROU",
    ]  # fmt: skip
    assert codes("Angela Merkel", on=date(2020, 1, 1)) == ["DEU"]
    assert codes("Angela Merkel", on=date(2024, 1, 1)) == []


def test_a_name_of_the_tables_goes_before_a_shipped_one(world):
    other = ActorFactory(code="MOSCOW", name="Moscow City", kind="organisation")
    AliasFactory(actor=other, text="Moscow")
    assert codes("Moscow") == ["MOSCOW"]


def test_a_withdrawn_state_has_no_shipped_names(world):
    ActorFactory(code="HUN", name="Hungary", withdrawn_because="a mistake")
    assert codes("Hungarian ministers in Budapest") == []


def test_a_namesake_of_another_kind_has_no_shipped_names(world):
    ActorFactory(code="NAM", name="Non-Aligned Movement", kind="organisation")
    assert codes("Namibian ministers") == []

"""Choosing an actor: by a name, an alias or a code, the likeliest first."""

import pytest

from tests.factories.balance import ActorFactory, AliasFactory

BOX = {"app_label": "balance", "model_name": "participant", "field_name": "actor"}


@pytest.fixture
def offered(editor):
    """What the box offers for what somebody typed."""

    def ask(term: str) -> list[str]:
        answer = editor.get("/admin/autocomplete/", {**BOX, "term": term})
        assert answer.status_code == 200
        return [choice["text"] for choice in answer.json()["results"]]

    return ask


@pytest.fixture
def turkey(db):
    state = ActorFactory(code="TUR", name="Türkiye", kind="state")
    AliasFactory(actor=state, text="Ankara")
    president = ActorFactory(
        code="ERDOGAN", name="Recep Tayyip Erdoğan", kind="person", affiliation=state
    )
    AliasFactory(actor=president, text="Turkish president")
    return state


@pytest.mark.parametrize(
    ("term", "first"),
    [
        ("erdogan", "Recep Tayyip Erdoğan (ERDOGAN), Türkiye"),
        ("TURKIYE", "Türkiye (TUR)"),
        ("tur", "Türkiye (TUR)"),
        ("ankara", "Türkiye (TUR) · “Ankara”"),
        ("erdoğan tayyip", "Recep Tayyip Erdoğan (ERDOGAN), Türkiye"),
        ("turkish", "Recep Tayyip Erdoğan (ERDOGAN), Türkiye · “Turkish president”"),
    ],
)
def test_an_actor_is_found(offered, turkey, term, first):
    assert offered(term)[0] == first


def test_the_code_itself_comes_before_names_that_begin_so(offered):
    ActorFactory(code="IRNA", name="Iran News")
    ActorFactory(code="IRN", name="Zzz")

    assert offered("irn") == ["Zzz (IRN)", "Iran News (IRNA)"]


def test_names_that_begin_so_come_before_those_that_have_it_within(offered):
    ActorFactory(code="BLR", name="Belarus")
    ActorFactory(code="RUS", name="The Federation")
    ActorFactory(code="PRU", name="Apprussia")
    ActorFactory(code="RSL", name="Rusland")

    codes = [text.partition("(")[2].rstrip(")") for text in offered("rus")]
    assert codes == ["RUS", "RSL", "PRU", "BLR"]


def test_an_azerbaijani_letter_is_found_without_it(offered):
    ActorFactory(code="ALIYEV", name="İlham Əliyev")

    assert offered("ilham eliyev") == ["İlham Əliyev (ALIYEV)"]


def test_the_withdrawn_are_not_offered(offered):
    ActorFactory(name="Gone", withdrawn_because="Twice.")

    assert offered("gone") == []


@pytest.mark.parametrize("term", ["\0", "%", "_", "(*[\\", "x" * 5000, "a " * 500])
def test_odd_terms_are_no_error(offered, turkey, term):
    offered(term)


def test_an_answer_costs_a_fixed_number_of_queries(offered, django_assert_max_num_queries, turkey):
    for number in range(15):
        person = ActorFactory(code=f"P{number}", name=f"Turk {number}", affiliation=turkey)
        AliasFactory(actor=person, text=f"Turkic {number}")

    with django_assert_max_num_queries(6):
        assert len(offered("turk")) > 10

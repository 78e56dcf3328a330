"""The API's description of itself: valid, complete, and what the answers keep to."""

from io import StringIO

import pytest
import yaml
from django.core.management import call_command
from rest_framework import serializers

from balance.api.serializers.events import EventSerializer, ParticipantSerializer
from balance.api.serializers.evidence import EvidenceSerializer
from tests.factories.small_world import small_world

pytestmark = pytest.mark.django_db


@pytest.fixture
def schema(client):
    """Return the schema as a program reads it."""
    return client.get("/api/v1/schema/").json()


def test_the_schema_is_valid_and_nothing_in_it_is_guessed():
    call_command("spectacular", "--validate", "--fail-on-warn", stdout=StringIO())


def test_the_schema_is_openapi_3_1(schema):
    assert schema["openapi"] == "3.1.1"


def test_the_schema_can_be_had_as_yaml(schema, client):
    response = client.get("/api/v1/schema/?format=yaml")

    assert yaml.safe_load(response.content) == schema


def test_every_address_says_which_errors_it_has(schema):
    for path, methods in schema["paths"].items():
        (operation,) = methods.values()
        assert {"200", "400", "429"} <= set(operation["responses"]), path
        assert ("404" in operation["responses"]) == ("{" in path)
        for code, response in operation["responses"].items():
            if code != "200":
                media = response["content"]["application/json"]
                assert media["schema"] == {"$ref": "#/components/schemas/Error"}


FILES = {
    "",
    "coverage/",
    "dependence/",
    "explain/",
    "lenses/",
    "matrix/",
    "revisions/",
    "robustness/",
    "standing/",
    "tilt/",
    "what-if/",
}  # Below the balance of a focus.


def test_every_list_and_the_balance_can_be_had_as_a_file(schema):
    files = {f"/api/v1/balance/{{focus}}/{name}" for name in FILES}
    for path, methods in schema["paths"].items():
        is_file = "text/csv" in methods["get"]["responses"]["200"]["content"]
        assert is_file == ("{" not in path or path in files), path


def test_every_address_says_what_it_is(schema):
    for path, methods in schema["paths"].items():
        assert methods["get"]["description"], path


def test_every_filter_that_programs_rely_on_is_there(schema):
    parameters = {p["name"] for p in schema["paths"]["/api/v1/events/"]["get"]["parameters"]}

    assert {
        "start",
        "end",
        "actor",
        "pole",
        "focus",
        "dimension",
        "event_type",
        "status",
        "q",
        "ordering",
    } <= parameters
    assert "on" in {p["name"] for p in schema["paths"]["/api/v1/ties/"]["get"]["parameters"]}


def test_what_is_written_by_hand_for_speed_has_the_fields_that_the_schema_says(client):
    small_world()
    event = client.get("/api/v1/events/treaty-2024/").json()

    def names(serializer: type[serializers.Serializer]) -> list[str]:
        return list(serializer().fields)

    assert list(event) == names(EventSerializer)
    assert list(event["participants"][0]) == names(ParticipantSerializer)
    assert list(event["evidence"][0]) == names(EvidenceSerializer)

import json

import pytest
from django.core.management import CommandError, call_command

from articles import killable
from articles.models import Article

pytestmark = pytest.mark.django_db

WORDS = "On Monday the ministers met in Baku. They signed a treaty on trade. Nobody objected. " * 8


@pytest.fixture(scope="module", autouse=True)
def no_process_left():
    yield
    killable.stop_all()


@pytest.fixture
def text(tmp_path):
    path = tmp_path / "analysis.txt"
    path.write_text(f"date 2024-08-24 {WORDS}", encoding="utf-8")
    return path


def report(capsys, *arguments, **options):
    call_command("import_article", *map(str, arguments), json=True, **options)
    return json.loads(capsys.readouterr().out)


def test_a_file_is_stored_once(capsys, text):
    first = report(capsys, text, outlet="The Daily")
    again = report(capsys, text)

    assert (first["stored"], again["stored"], again["duplicate"]) == (1, 0, 1)
    assert first["article"]["published_on"] == "2024-08-24"
    assert first["article"]["outlet"] == "The Daily"
    assert again["article"]["id"] == first["article"]["id"]


def test_without_json_a_sentence_is_printed(capsys, text):
    call_command("import_article", str(text), date="2024-01-02", title="Gas")

    assert "Gas (Unknown outlet, 2024-01-02)" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("source", "reason"),
    [
        ("nowhere.txt", "No such file"),
        ("a\0b.txt", "null"),
        ("file:///etc/passwd", "http:// or https://"),
        ("http://127.0.0.1/", "Nothing was stored"),
        ("http://[::1", "http:// or https://"),
    ],
)
def test_what_cannot_be_read_is_an_error(source, reason):
    with pytest.raises(CommandError, match=reason):
        call_command("import_article", source)

    assert not Article.objects.exists()


def test_a_refusal_is_in_the_report(capsys, tmp_path):
    path = tmp_path / "a.pdf"
    path.write_bytes(b"%PDF-1.7")

    with pytest.raises(CommandError, match="PDF"):
        call_command("import_article", str(path), json=True)

    (rejected,) = json.loads(capsys.readouterr().out)["rejected"]
    assert "copy its text" in rejected["reason"]

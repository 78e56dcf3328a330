"""The catalogues of locale/: what a translator wrote fits the code."""

import os
import re
import shutil
import subprocess
import sys
from collections import Counter
from pathlib import Path

import polib
import pytest

from config.launch.catalogues import compile_new

PROJECT = Path(__file__).resolve().parents[2]
LOCALE = PROJECT / "locale"
CATALOGUES = sorted(LOCALE.glob("*/LC_MESSAGES/*.po"))
FORMS = {"az": 2, "ru": 3, "tr": 2}
PLACEHOLDER = re.compile(r"%\(\w+\)[sdgr]|%[sdr]|\{\w*\}|</?\w+")
# Names, signs and words that are the same in one of the languages.
ALIKE = {
    "API", "Atom", "CAMEO", "CSV", "GDELT", "Goldstein", "HHI", "ICEWS", "ISO", "JSON",
    "Krippendorff",
    "Markdown", "PLOVER", "PNG", "POLECAT", "SHA", "SVG", "URL", "Wikidata",
    "Kappa", "kappa", "panel", "status",  # Azerbaijani, Turkish
}  # fmt: skip


def entries():
    for catalogue in CATALOGUES:
        language = catalogue.parent.parent.name
        for entry in polib.pofile(str(catalogue)):
            yield language, entry


def forms(entry):
    written = [entry.msgstr, *entry.msgstr_plural.values()]
    return [text for text in written if text]


def faults(check):
    return [
        f"{language}: {entry.msgid!r}: {text!r}"
        for language, entry in entries()
        for text in forms(entry)
        if not check(language, entry, text)
    ]


def test_there_are_both_catalogues_of_every_language():
    assert {(path.parent.parent.name, path.stem) for path in CATALOGUES} == {
        (language, domain) for language in FORMS for domain in ("django", "djangojs")
    }


def test_nothing_is_fuzzy_or_obsolete():
    assert [entry.msgid for _language, entry in entries() if entry.fuzzy or entry.obsolete] == []


def test_placeholders_and_tags_are_those_of_the_english_sentence():
    def fits(_language, entry, text):
        found = Counter(PLACEHOLDER.findall(text))
        most = Counter(PLACEHOLDER.findall(entry.msgid_plural or entry.msgid))
        if entry.msgid_plural:  # "One event" may do without its number, as in English.
            left_out = set(most) - set(PLACEHOLDER.findall(entry.msgid))
            may_miss = left_out | {"%(number)s", "%(number)d", "%(n)d"}
            return set(found) <= set(most) and set(most) - set(found) <= may_miss
        return found == most

    assert faults(fits) == []


def test_every_sentence_with_placeholders_can_be_filled_in():
    def fills(_language, entry, text):
        names = re.findall(r"%\((\w+)\)[sdgr]", text)
        if not names or "python-format" not in entry.flags:
            return True
        try:
            return bool(text % dict.fromkeys(names, 1))
        except (ValueError, TypeError, KeyError):
            return False

    assert faults(fills) == []


def test_plurals_have_as_many_forms_as_the_language():
    for catalogue in CATALOGUES:
        language = catalogue.parent.parent.name
        header = polib.pofile(str(catalogue)).metadata["Plural-Forms"]
        assert header.startswith(f"nplurals={FORMS[language]};")
    assert [
        entry.msgid
        for language, entry in entries()
        if entry.msgid_plural and len(entry.msgstr_plural) != FORMS[language]
    ] == []


def test_sentences_begin_and_end_as_in_english():
    def edges(text):
        return text[: len(text) - len(text.lstrip())], text[len(text.rstrip()) :]

    assert faults(lambda _language, entry, text: edges(text) == edges(entry.msgid)) == []


def test_what_is_translated_is_not_the_english_word():
    def differs(_language, entry, text):
        words = re.findall("[A-Za-z]{3,}", PLACEHOLDER.sub("", text).replace("%%", ""))
        return text != entry.msgid or text in ALIKE or set(words) <= ALIKE

    assert faults(differs) == []


def test_a_catalogue_is_made_when_its_source_is_newer(tmp_path):
    folder = tmp_path / "ru" / "LC_MESSAGES"
    folder.mkdir(parents=True)
    source = folder / "django.po"
    source.write_text('msgid ""\nmsgstr "Language: ru\\n"\n\nmsgid "yes"\nmsgstr "да"\n')

    assert compile_new(tmp_path) == [folder / "django.mo"]
    assert compile_new(tmp_path) == []
    assert [entry.msgstr for entry in polib.mofile(str(folder / "django.mo"))] == ["да"]

    later = source.stat().st_mtime + 10
    source.write_text(source.read_text().replace("да", "ага"))
    os.utime(source, (later, later))
    assert compile_new(tmp_path) == [folder / "django.mo"]
    assert sorted(path.name for path in folder.iterdir()) == ["django.mo", "django.po"]


def test_every_sentence_is_translated():
    assert [
        f"{language}: {entry.msgid!r}"
        for language, entry in entries()
        if not all([entry.msgstr] if not entry.msgid_plural else entry.msgstr_plural.values())
    ] == []


def test_the_catalogues_have_the_sentences_of_the_code(tmp_path):
    """What `make messages` would write is what is there: run it on a copy."""
    if not shutil.which("xgettext"):
        pytest.fail("There is no xgettext. Install it: apt-get install gettext")
    for name in ("articles", "balance", "config", "templates", "static/js", "locale"):
        shutil.copytree(PROJECT / name, tmp_path / name, ignore=shutil.ignore_patterns("*.pyc"))
    shutil.copy(PROJECT / "manage.py", tmp_path)
    before = sentences(tmp_path / "locale")

    command = [sys.executable, "manage.py", "makemessages", "--verbosity", "0"]
    subprocess.run(command, cwd=tmp_path, check=True)

    assert sentences(tmp_path / "locale") == before


def sentences(folder):
    return {
        (catalogue.parent.parent.name, catalogue.stem, entry.msgctxt, entry.msgid)
        for catalogue in folder.glob("*/LC_MESSAGES/*.po")
        for entry in polib.pofile(str(catalogue))
    }

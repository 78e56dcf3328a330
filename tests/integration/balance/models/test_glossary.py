"""The words of the models are the words of the glossary."""

import re

import pytest
from django.apps import apps
from django.conf import settings

from balance.models import Role

GLOSSARY = settings.BASE_DIR / "docs" / "glossary.md"
WORDS = re.findall(r"\*\*([^*]+)\*\*", GLOSSARY.read_text(encoding="utf-8").lower())


def _models():
    for app in ("articles", "balance"):
        for model in apps.get_app_config(app).get_models():
            if not hasattr(model, "pgh_obj"):
                yield model


@pytest.mark.parametrize("model", list(_models()), ids=lambda model: model.__name__)
def test_every_model_has_its_word(model):
    assert model._meta.verbose_name.lower() in WORDS


@pytest.mark.parametrize("role", Role.labels)
def test_every_role_has_its_word(role):
    assert role in WORDS


def test_a_word_has_one_meaning():
    assert len(WORDS) == len(set(WORDS))

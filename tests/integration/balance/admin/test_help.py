"""Every box of every form says what belongs there."""

import re
from typing import Any

import pytest
from django.contrib import admin
from django.test import RequestFactory

from balance.panels.codebook import codebook
from tests.factories.users import UserFactory

APPS = ("articles", "balance")
OBVIOUS: set[str] = set()  # Fields whose label says it all: none so far.


@pytest.fixture
def forms(db) -> dict[str, Any]:
    """Every form of the admin for a new record, and every form of its inline rows."""
    request = RequestFactory().get("/")
    request.user = UserFactory(superuser=True)
    found = {}
    for model, owner in admin.site._registry.items():
        if model._meta.app_label in APPS and owner.has_change_permission(request):
            found[model.__name__] = owner.get_form(request)()
            for inline in owner.get_inline_instances(request):
                name = f"{model.__name__}, {inline.model.__name__}"
                found[name] = inline.get_formset(request).form()
    return found


def test_every_visible_field_has_help(forms):
    without = [
        f"{name}: {field}"
        for name, form in forms.items()
        for field, box in form.fields.items()
        if not box.widget.is_hidden and not box.help_text and field not in OBVIOUS
    ]

    assert len(forms) > 30
    assert without == []


def test_help_leads_to_sections_that_the_codebook_has(forms):
    linked = {
        anchor
        for form in forms.values()
        for box in form.fields.values()
        for anchor in re.findall(r"/admin/codebook/#([\w-]+)", str(box.help_text))
    }

    assert {"types", "who-takes-part", "confidence"} <= linked
    assert linked <= {section.anchor for section in codebook().sections}

"""The roles are what their table says, whatever was done to them meanwhile."""

import pytest
from django.contrib import admin
from django.contrib.auth.models import Group, Permission

from balance.operations.desk_roles import TABLES, DeskRole, permissions_of, store_desk_roles

pytestmark = pytest.mark.django_db


def held(role: DeskRole) -> set[str]:
    """Return what the group may do in the database."""
    rows = Permission.objects.filter(group__name=role.value).select_related("content_type")
    return {f"{row.content_type.app_label}.{row.codename}" for row in rows}


@pytest.mark.parametrize("role", list(DeskRole))
def test_every_group_is_there_from_the_start(role):
    assert held(role) == permissions_of(role)


def test_each_role_may_do_more_than_the_one_before():
    reader, editor, publisher, administrator = map(permissions_of, DeskRole)

    assert reader < editor < publisher < administrator
    assert publisher - editor == {"balance.publish_event"}
    assert all(".view_" in name for name in reader)


def test_whatever_was_given_or_taken_by_hand_does_not_last():
    group = Group.objects.get(name="reader")
    group.permissions.set(Permission.objects.filter(codename="change_event"))

    store_desk_roles()
    store_desk_roles()

    assert held(DeskRole.READER) == permissions_of(DeskRole.READER)
    assert Group.objects.filter(name__in=list(DeskRole)).count() == 4


def test_every_table_of_the_admin_is_in_the_table_of_roles():
    registered = {model._meta.label_lower for model in admin.site._registry}

    assert registered == set(TABLES)

"""Accounts: who may sign in, and in which role; the roles themselves are kept by the code."""

from typing import Any

from django.contrib import admin
from django.contrib.auth.admin import UserAdmin
from django.contrib.auth.models import Group, User
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from articles.admin.reading import ReadOnlyAdmin

admin.site.unregister([User, Group])

_ONLY_ABOVE_ROLES = ("is_superuser", "user_permissions")


@admin.register(User)
class AccountAdmin(UserAdmin):
    """Administrators give roles; only who is above all roles gives anything beyond them."""

    list_display = ["username", "email", "is_active", "is_superuser", "last_login"]
    list_filter = ["is_active", "is_superuser", "groups"]
    filter_horizontal = []
    readonly_fields = ["is_staff", "last_login", "date_joined"]
    fieldsets = [
        (None, {"fields": ["username", "password"]}),
        (_("Person"), {"fields": [("first_name", "last_name"), "email"]}),
        (_("Role"), {"fields": ["is_active", "groups", "is_staff"]}),
        (_("Beyond the roles"), {"fields": ["is_superuser"]}),
        (_("Dates"), {"fields": [("last_login", "date_joined")]}),
    ]
    add_fieldsets = [
        (None, {"fields": ["username", "usable_password", "password1", "password2"]}),
        (_("Role"), {"fields": ["groups"]}),
    ]

    def get_fieldsets(self, request: HttpRequest, obj: Any = None) -> Any:
        """Leave out what only a superuser gives."""
        fieldsets = super().get_fieldsets(request, obj)
        if request.user.is_superuser:
            return fieldsets
        return [part for part in fieldsets if not {*part[1]["fields"]} & {*_ONLY_ABOVE_ROLES}]

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Let nobody change the account of somebody above."""
        may = super().has_change_permission(request, obj)
        return may and (obj is None or request.user.is_superuser or not obj.is_superuser)

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Let nobody delete an account: the history names it. It is made inactive instead."""
        return False

    def save_related(self, request: HttpRequest, form: Any, formsets: Any, change: bool) -> None:
        """Let everybody who has a role into the admin, and nobody else."""
        super().save_related(request, form, formsets, change)
        account = form.instance
        account.is_staff = account.is_superuser or account.groups.exists()
        account.save(update_fields=["is_staff"])


@admin.register(Group)
class GroupAdmin(ReadOnlyAdmin):
    """The roles, to look at."""

    list_display = ["name"]
    fields = ["name", "permissions"]

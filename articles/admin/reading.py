"""The admin of what is computed or imported: to look at, never to edit."""

from typing import Any

from django.contrib import admin
from django.core.paginator import Paginator
from django.http import HttpRequest
from django.utils.functional import cached_property

MOST_COUNTED = 10_000


class CappedPaginator(Paginator):
    """Pages of a table that may be huge: rows beyond ten thousand are not counted."""

    @cached_property
    def count(self) -> int:
        """The number of rows, or the cap."""
        rows: Any = self.object_list
        return rows.order_by()[:MOST_COUNTED].count()


class ReadOnlyAdmin(admin.ModelAdmin):
    """Rows that nobody edits by hand."""

    list_per_page = 50
    show_full_result_count = False
    paginator = CappedPaginator
    actions = None

    def has_add_permission(self, request: HttpRequest) -> bool:
        """Let nobody add a row by hand."""
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Let nobody change a row by hand."""
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Let nobody delete a row by hand."""
        return False

"""Addresses below /admin/ that belong to no table; they stand before Django's own."""

from django.contrib import admin
from django.urls import path

from balance.admin import desk_pages
from balance.admin.choosing import ChoicesView

_guarded = admin.site.admin_view

urlpatterns = [
    path("autocomplete/", _guarded(ChoicesView.as_view(admin_site=admin.site))),
    path("search/", _guarded(desk_pages.search), name="desk-search"),
    path("codebook/", _guarded(desk_pages.read_codebook), name="codebook"),
]

"""Addresses of the whole site."""

from django.contrib import admin
from django.urls import include, path

from config import views

urlpatterns = [
    path("livez", views.livez, name="livez"),
    path("readyz", views.readyz, name="readyz"),
    path("admin/", admin.site.urls),
    path("api/v1/", include("balance.api.urls")),
    path("", include("balance.urls")),
]

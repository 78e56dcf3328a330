"""Addresses of the whole site."""

from django.conf.urls.i18n import i18n_patterns
from django.contrib import admin
from django.contrib.sitemaps.views import index, sitemap
from django.urls import include, path
from django.views.decorators.http import require_safe

from balance.admin.undoing import undo
from balance.views import finding
from config import views

urlpatterns = [
    path("livez", views.livez, name="livez"),
    path("readyz", views.readyz, name="readyz"),
    path("api/", include("balance.api.urls")),
    path("robots.txt", finding.robots, name="robots"),
    path(
        "sitemap.xml",
        require_safe(index),
        {"sitemaps": finding.SITEMAPS, "sitemap_url_name": "sitemap-part"},
        name="sitemap",
    ),
    path(
        "sitemap-<section>.xml",
        require_safe(sitemap),
        {"sitemaps": finding.SITEMAPS},
        name="sitemap-part",
    ),
    *i18n_patterns(
        path("admin/undo/<uuid:context>/", admin.site.admin_view(undo), name="undo"),
        path("admin/", include("balance.admin.addresses")),
        path("admin/", admin.site.urls),
        path("", include("balance.urls")),
        prefix_default_language=False,
    ),
]

handler400 = "config.failures.bad_request"
handler403 = "config.failures.permission_denied"
handler404 = "config.failures.page_not_found"
handler500 = "config.failures.server_error"

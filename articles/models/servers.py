"""Servers that articles and feeds are fetched from, and how they want to be visited."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _


class Server(models.Model):
    """A server as it stands in addresses, what its robots.txt said, and when it may be asked."""

    origin = models.CharField(
        _("origin"), max_length=300, unique=True, help_text=_("Such as https://news.example.")
    )
    robots = models.TextField(_("robots.txt"), blank=True)
    robots_read_at = models.DateTimeField(_("robots.txt read"), null=True, blank=True)
    free_at = models.DateTimeField(
        _("not asked before"), null=True, blank=True, help_text=_("For politeness.")
    )

    class Meta:
        ordering = ["origin"]
        verbose_name = _("server")
        verbose_name_plural = _("servers")
        constraints = [
            models.CheckConstraint(
                name="server_is_on_the_web", condition=Q(origin__regex=r"^https?://[^/]+$")
            ),
        ]

    def __str__(self) -> str:
        return self.origin

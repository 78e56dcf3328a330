"""Evidence: a quotation in an article that supports or contradicts one record."""

from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVector
from django.db import models
from django.db.models import Q
from django.db.models.functions import MD5
from django.utils.translation import gettext_lazy as _

from articles.models import Article
from balance.models.claims import Claim
from balance.models.events import Event
from balance.models.history import versioned
from balance.models.indicators import Observation
from balance.models.spans import Holds
from balance.models.ties import Tie

# What a search for the words of a quotation looks at; the index is on the same expression.
QUOTED_WORDS = SearchVector("quote", config="english")
TARGETS = ("event", "tie", "claim", "observation")


@versioned
class Evidence(models.Model):
    """A passage of an article, about exactly one event, tie, claim or observation."""

    class Stance(models.TextChoices):
        SUPPORTS = "supports", _("supports")
        CONTRADICTS = "contradicts", _("contradicts")

    article = models.ForeignKey(
        Article, models.PROTECT, related_name="evidence", verbose_name=_("article")
    )
    event = models.ForeignKey(
        Event,
        models.CASCADE,
        null=True,
        blank=True,
        related_name="evidence",
        verbose_name=_("event"),
    )
    tie = models.ForeignKey(
        Tie, models.CASCADE, null=True, blank=True, related_name="evidence", verbose_name=_("tie")
    )
    claim = models.ForeignKey(
        Claim,
        models.CASCADE,
        null=True,
        blank=True,
        related_name="evidence",
        verbose_name=_("claim"),
    )
    observation = models.ForeignKey(
        Observation,
        models.CASCADE,
        null=True,
        blank=True,
        related_name="evidence",
        verbose_name=_("observation"),
    )
    stance = models.CharField(_("stance"), max_length=11, choices=Stance, default=Stance.SUPPORTS)
    quote = models.TextField(
        _("quotation"),
        blank=True,
        help_text=_("Word for word as the stored text has it. Empty: no quotation recorded."),
    )

    class Meta:
        ordering = ["id"]
        verbose_name = _("evidence")
        verbose_name_plural = _("evidence")
        indexes = [GinIndex(QUOTED_WORDS, name="evidence_quoted_words")]
        constraints = [
            models.CheckConstraint(
                name="evidence_is_about_exactly_one_record",
                condition=Q(Holds("num_nonnulls({0}, {1}, {2}, {3}) = 1", *TARGETS)),
            ),
            models.UniqueConstraint(
                "article",
                *TARGETS,
                MD5("quote"),
                name="evidence_recorded_once",
                nulls_distinct=False,
            ),
        ]

    def __str__(self) -> str:
        return self.quote[:80] or str(self.article)

"""What finds the copies of an article."""

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.utils.translation import gettext_lazy as _

from articles.models.articles import Article


class Fingerprint(models.Model):
    """A sample of an article's word sequences, by which copies of it are found."""

    article = models.OneToOneField(
        Article, models.CASCADE, primary_key=True, verbose_name=_("article")
    )
    text_hash = models.CharField(_("hash of the text"), max_length=64)
    shingles = ArrayField(models.IntegerField(), verbose_name=_("shingles"))

    class Meta:
        verbose_name = _("fingerprint")
        verbose_name_plural = _("fingerprints")
        indexes = [GinIndex(fields=["shingles"], name="fingerprint_shingles")]

    def __str__(self) -> str:
        return f"Fingerprint of article {self.article_id}"

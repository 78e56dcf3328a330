"""What the list of articles can be narrowed to, and done about their copies and addresses."""

from typing import Any

from django.contrib import admin, messages
from django.db.models import F, QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from articles import links
from articles.duplicates import NotADuplicate, mark_duplicate, mark_no_duplicate
from articles.models import Article


class YesNoFilter(admin.SimpleListFilter):
    """Rows that are something, or are not."""

    yes: Any = gettext_lazy("yes")
    no: Any = gettext_lazy("no")
    column = ""

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, Any]]:
        """Return the two choices."""
        return [("1", self.yes), ("0", self.no)]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        """Keep the rows asked for."""
        if self.value() not in ("0", "1"):
            return queryset
        return queryset.filter(**{f"{self.column}__isnull": self.value() == "0"})


class DuplicateFilter(YesNoFilter):
    title = gettext_lazy("repeats another article")
    parameter_name = "duplicate"
    column = "duplicate_of"


class DeadFilter(YesNoFilter):
    title = gettext_lazy("address")
    parameter_name = "dead"
    column = "dead_since"
    yes = gettext_lazy("dead")
    no = gettext_lazy("answers, or not known")


class CopiesMixin:
    """Actions on articles: duplicates are marked by hand, and addresses are looked at soon."""

    @admin.action(
        description=gettext_lazy("Mark as duplicates of the oldest of them"), permissions=["change"]
    )
    def mark_as_duplicates(self, request: HttpRequest, queryset: QuerySet[Article]) -> None:
        """Let all but the oldest of the chosen articles repeat that one."""
        oldest_first = queryset.order_by(F("published_on").asc(nulls_last=True), "pk")
        original, *copies = oldest_first.select_related("duplicate_of")
        marked = sum(_marked(copy, original) for copy in copies)
        if not marked:
            text = _("Choose the article that was first, and at least one that repeats it.")
            self._say(request, text, messages.WARNING)
            return
        text = ngettext(
            "%(count)d article repeats “%(original)s” now.",
            "%(count)d articles repeat “%(original)s” now.",
            marked,
        )
        self._say(request, text % {"count": marked, "original": original}, messages.SUCCESS)

    @admin.action(description=gettext_lazy("Mark as no duplicates"), permissions=["change"])
    def mark_as_no_duplicates(self, request: HttpRequest, queryset: QuerySet[Article]) -> None:
        """Let the chosen articles stand for themselves, whatever a machine finds."""
        count = 0
        for article in queryset:
            mark_no_duplicate(article=article)
            count += 1
        text = ngettext(
            "%(count)d article stands for itself.",
            "%(count)d articles stand for themselves.",
            count,
        )
        self._say(request, text % {"count": count}, messages.SUCCESS)

    @admin.action(description=gettext_lazy("Look at their addresses soon"), permissions=["change"])
    def look_at_addresses(self, request: HttpRequest, queryset: QuerySet[Article]) -> None:
        """Put the addresses of the chosen articles before all others."""
        count = links.look_soon(articles=Article.objects.filter(pk__in=queryset.values("pk")))
        text = ngettext(
            "%(count)d address is looked at with the next round.",
            "%(count)d addresses are looked at with the next rounds.",
            count,
        )
        self._say(request, text % {"count": count}, messages.SUCCESS)

    def _say(self, request: HttpRequest, text: str, level: int) -> None:
        admin_: Any = self
        admin_.message_user(request, text, level)


def _marked(copy: Article, original: Article) -> bool:
    try:
        mark_duplicate(article=copy, original=original)
    except NotADuplicate:
        return False
    return True


def keep_editors_word(article: Article, changed: list[str]) -> None:
    """Note that an editor decided which article this one repeats, if any."""
    if "duplicate_of" in changed:
        basis = Article.DuplicateBasis
        article.duplicate_basis = basis.EDITOR if article.duplicate_of_id else basis.NONE

"""Actors and the names they go by."""

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import DateRangeField, RangeOperators
from django.db import models
from django.db.backends.postgresql.psycopg_any import DateRange
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from balance.models.history import Withdrawable, versioned
from balance.models.translations import translated


class ActorQuerySet(models.QuerySet["Actor"]):
    def standing(self) -> "ActorQuerySet":
        """Keep the actors that nobody withdrew."""
        return self.filter(withdrawn_because="")


@versioned
class Actor(Withdrawable):
    """A state, organisation, bloc, company, person or corridor."""

    class Kind(models.TextChoices):
        STATE = "state", _("state")
        ORGANISATION = "organisation", _("organisation")
        BLOC = "bloc", _("bloc")
        COMPANY = "company", _("company")
        PERSON = "person", _("person")
        CORRIDOR = "corridor", _("corridor")

    code = models.CharField(
        _("code"),
        max_length=40,
        unique=True,
        help_text=_("Capital letters, such as AZE. Addresses and files use it, so it stays."),
    )
    name = models.CharField(_("name"), max_length=200)
    kind = models.CharField(_("kind"), max_length=12, choices=Kind)
    affiliation = models.ForeignKey(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="affiliates",
        verbose_name=_("affiliation"),
        help_text=_(
            "Whom the actor stands for: a minister for the state, a company for its owner."
        ),
    )
    poles_from_members = models.BooleanField(
        _("poles from members"),
        default=False,
        help_text=_("The list of members is complete: split acts with this body over their poles."),
    )
    wikidata = models.CharField(
        _("Wikidata"), max_length=20, blank=True, help_text=_("Such as Q227.")
    )

    objects = ActorQuerySet.as_manager()

    class Meta:
        ordering = ["name"]
        verbose_name = _("actor")
        verbose_name_plural = _("actors")
        constraints = [
            models.CheckConstraint(
                name="actor_code_is_capital_letters",
                condition=Q(code__regex=r"^[A-Z0-9][A-Z0-9_.:-]*$"),
            ),
            models.CheckConstraint(name="actor_has_a_name", condition=~Q(name="")),
            models.CheckConstraint(
                name="actor_is_not_affiliated_with_itself",
                condition=Q(affiliation=None) | ~Q(affiliation=F("id")),
            ),
            models.CheckConstraint(
                name="actor_with_poles_from_members_is_a_body",
                condition=Q(poles_from_members=False) | Q(kind__in=["organisation", "bloc"]),
            ),
            models.CheckConstraint(
                name="actor_wikidata_is_an_item",
                condition=Q(wikidata="") | Q(wikidata__regex=r"^Q[0-9]+$"),
            ),
        ]

    def __str__(self) -> str:
        return translated(self.name)


def always() -> DateRange:
    """Return the span without a first or last day."""
    return DateRange(None, None)


class AliasQuerySet(models.QuerySet["Alias"]):
    def own(self) -> "AliasQuerySet":
        """Keep what an actor itself is called: not its own name, nor those who speak for it."""
        of_others = Q(kind=Alias.Kind.PERSON) & ~Q(actor__kind=Actor.Kind.PERSON)
        return self.exclude(of_others).exclude(text=F("actor__name"))


@versioned
class Alias(models.Model):
    """Another name of an actor: a spelling, a demonym, a capital, a person in office."""

    class Kind(models.TextChoices):
        NAME = "name", _("name")
        DEMONYM = "demonym", _("demonym")
        PLACE = "place", _("place")
        PERSON = "person", _("person")
        INSTITUTION = "institution", _("institution")

    actor = models.ForeignKey(
        Actor, models.CASCADE, related_name="aliases", verbose_name=_("actor")
    )
    text = models.CharField(_("text"), max_length=200)
    is_case_sensitive = models.BooleanField(
        _("match capitals"), default=False, help_text=_("So that US is not read in “tell us”.")
    )
    kind = models.CharField(_("kind"), max_length=11, choices=Kind, default=Kind.NAME)
    valid = DateRangeField(
        _("valid"),
        default=always,
        blank=True,
        help_text=_(
            "First day in; first day out, as of a term of office. An empty end is open: it always"
            " was, or still is."
        ),
    )

    objects = AliasQuerySet.as_manager()

    class Meta:
        ordering = ["actor", "text"]
        verbose_name = _("alias")
        verbose_name_plural = _("aliases")
        constraints = [
            ExclusionConstraint(
                name="alias_recorded_once",
                expressions=[
                    ("actor", RangeOperators.EQUAL),
                    ("text", RangeOperators.EQUAL),
                    ("valid", RangeOperators.OVERLAPS),
                ],
            ),
            models.CheckConstraint(name="alias_lasts", condition=Q(valid__isempty=False)),
            models.CheckConstraint(
                name="alias_kind_is_known",
                condition=Q(kind__in=["name", "demonym", "place", "person", "institution"]),
            ),
            models.CheckConstraint(name="alias_is_not_empty", condition=~Q(text="")),
        ]

    def __str__(self) -> str:
        return self.text

    def clean(self) -> None:
        """Take a span left empty for one without ends."""
        if self.valid is None:
            self.valid = always()

"""claims.csv: what somebody said, kept apart from what happened."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from balance.importers import cells
from balance.importers.cells import BadCell
from balance.importers.citations import (
    check_citation,
    citation_columns,
    cite,
    cite_more,
    with_citations,
)
from balance.importers.columns import Column, Reference
from balance.importers.kinds import Kind, Row, Values
from balance.importers.lookups import Lookups
from balance.importers.poles import Poles
from balance.importers.shared_columns import (
    ARTICLE_URL,
    FOCUS,
    OUTLET,
    SPEAKER,
    WITHDRAWN,
    day,
    first_day,
)
from balance.importers.spans import date_columns, interval, whole_span
from balance.models import Claim, ClaimPole, Precision
from balance.queries.statements import StatementRefused, read_statement

AS_THEY_STAND = (
    "kind",
    "certainty",
    "condition",
    "horizon",
    "status",
    "resolution",
    "statement",
    "withdrawn_because",
)


class Claims(Kind):
    """One row an attributed statement, in our own words."""

    name = "claims"
    key = ("id",)
    needs_frame = True
    model = Claim
    never_changed = ("status", "resolution", "withdrawn_because")
    changes = (
        "speaker",
        "speaker_name",
        "speaker_position",
        "start",
        "end",
        "precision",
        "focus",
        "text",
        "kind",
        "certainty",
        "condition",
        "horizon",
        "statement",
    )
    columns = (
        Column("id", gettext_lazy("The claim's name; it stays."), cells.slug, is_required=True),
        Column(
            "speaker",
            gettext_lazy("An actor's code where there is one, else a name."),
            refers=SPEAKER,
            is_required=True,
        ),
        Column("affiliation", gettext_lazy("The speaker's position at the time.")),
        first_day("date", gettext_lazy("When it was said."), is_required=True),
        Column(
            "date_precision",
            gettext_lazy("day, span, month, quarter or year. Empty: as the date is written."),
            cells.choice(Precision),
        ),
        Column(
            "focus",
            gettext_lazy("The focus that the claim is about."),
            cells.text(40),
            refers=FOCUS,
            is_required=True,
        ),
        Column(
            "pole",
            gettext_lazy("The poles that it is about, between semicolons."),
            cells.codes,
            cells.listed,
            (),
        ),
        Column("claim", gettext_lazy("In our own words."), cells.text(5_000), is_required=True),
        Column(
            "kind",
            gettext_lazy("assessment, forecast, commitment, precondition or intention."),
            cells.choice(Claim.Kind),
            is_required=True,
        ),
        OUTLET,
        ARTICLE_URL,
        day("end", gettext_lazy("Of a span: the first day out."), is_extra=True),
        Column(
            "certainty",
            gettext_lazy("The speaker's words: may, will."),
            cells.text(100),
            is_extra=True,
        ),
        Column("condition", gettext_lazy("If what."), cells.text(300), is_extra=True),
        day("horizon", gettext_lazy("The day by which it must come true."), is_extra=True),
        Column(
            "status",
            gettext_lazy("open, came_true, failed or disputed. Empty: open."),
            cells.choice(Claim.Status),
            empty=Claim.Status.OPEN.value,
            is_extra=True,
        ),
        Column(
            "resolution",
            gettext_lazy("Why it came true, failed or is disputed."),
            cells.text(300),
            is_extra=True,
        ),
        Column(
            "statement",
            # A sign of percent, no placeholder. xgettext:no-python-format
            gettext_lazy("What the numbers can check: share of china >= 30 % by 2026."),
            cells.text(200),
            is_extra=True,
        ),
        WITHDRAWN,
    )

    def __init__(self) -> None:
        self.poles = Poles()

    def tidy(self, values: Values) -> None:
        whole_span(values)
        check_citation(values)
        if scheme := self.poles.schemes.get(values["focus"]):
            for pole in values["pole"]:
                self.poles.check(scheme, pole, "pole")
            if values["statement"]:
                values["statement"] = self._statement(values["statement"], scheme)
        if values["status"] != Claim.Status.OPEN and not values["resolution"]:
            raise BadCell(_("say why it came true, failed or is disputed"), "resolution")

    def _statement(self, text: str, scheme: str) -> str:
        """Return the statement in its normal form."""
        known = [code for of, code in self.poles.ids if of == scheme]
        try:
            return str(read_statement(text, poles=known))
        except StatementRefused as error:
            raise BadCell(error.sentence, "statement") from None

    def unknown(self, row: Row, found: Lookups) -> Iterator[tuple[Column, Reference, str]]:
        """A speaker without a code is a name, unless it looks like a code with a slip in it."""
        for column, reference, code in super().unknown(row, found):
            if reference is not SPEAKER or found.looks_like_a_slip(SPEAKER, code):
                yield column, reference, code

    def objects(self) -> QuerySet[Claim]:
        claims = Claim.objects.select_related("focus__actor", "speaker")
        return claims.prefetch_related("claim_poles__pole", with_citations()).order_by("id")

    def like(self, rows: Sequence[Row], found: Lookups) -> QuerySet[Claim]:
        return self.objects().filter(slug__in=[row["id"] for row in rows])

    def describe(self, stored: Any) -> Values:
        about = sorted(stored.claim_poles.all(), key=lambda claim_pole: claim_pole.pk)
        return {
            "id": stored.slug,
            "speaker": stored.speaker.code if stored.speaker else stored.speaker_name,
            "affiliation": stored.speaker_position,
            **date_columns(stored),
            "focus": stored.focus.actor.code,
            "pole": tuple(claim_pole.pole.code for claim_pole in about),
            "claim": stored.text,
            **{name: getattr(stored, name) for name in AS_THEY_STAND},
            **citation_columns(stored),
        }

    def store(self, rows: Sequence[Row], found: Lookups) -> None:
        claims = Claim.objects.bulk_create(self.fresh(row, found) for row in rows)
        self._tie_to_poles(zip(rows, claims, strict=True))
        cite(rows, claims, "claim")

    def fresh(self, row: Row, found: Lookups) -> Claim:
        start, end = interval(row.values)
        speaker = row["speaker"]
        is_actor = (SPEAKER, speaker) in found
        return Claim(
            slug=row["id"],
            speaker_id=found[SPEAKER, speaker] if is_actor else None,
            speaker_name="" if is_actor else speaker,
            speaker_position=row["affiliation"],
            start=start,
            end=end,
            precision=row["date_precision"],
            focus_id=found[FOCUS, row["focus"]],
            text=row["claim"],
            **{name: row[name] for name in AS_THEY_STAND},
        )

    def change(self, pairs: Sequence[tuple[Row, Any]], found: Lookups) -> None:
        before = {stored.pk: self.describe(stored)["pole"] for _row, stored in pairs}
        super().change(pairs, found)
        moved = [(row, claim) for row, claim in pairs if row["pole"] != before[claim.pk]]
        ClaimPole.objects.filter(claim__in=[claim for _row, claim in moved]).delete()
        self._tie_to_poles(moved)
        cite_more(pairs, "claim")

    def _tie_to_poles(self, pairs: Iterable[tuple[Row, Claim]]) -> None:
        ClaimPole.objects.bulk_create(
            ClaimPole(claim=claim, pole_id=self.poles.ids[self.poles.schemes[row["focus"]], pole])
            for row, claim in pairs
            for pole in row["pole"]
        )

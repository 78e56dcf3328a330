"""Where a panel stands by itself, and how to point at it so that it stays as it is."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import Any

from django.urls import reverse
from django.utils.text import slugify
from django.utils.translation import gettext as _

from balance.models import Panel
from balance.panels.addresses import known_on, page_choices, with_choices
from balance.panels.answers import Answer, PageAnswers
from balance.panels.charts import CHARTS, Chart
from balance.panels.wording import day
from balance.queries.questions import BalanceQuestion

DRAWN = {*CHARTS, Panel.Kind.HEAT_MAP}
OF_PAGES = ("on", "month", "pole")  # Choices of pages that are about one figure alone.


@dataclass(frozen=True)
class Figure:
    """A panel's own addresses, with what the reader chose, and the numbers that it ends on.

    `picture` lacks its suffix, and is empty where nothing is drawn.
    """

    kind: str
    anchor: str
    picture: str
    embed: str
    page: str
    choices: Mapping[str, object]
    values: str = ""

    def picture_url(self, suffix: str, **more: str) -> str:
        """Return the address of the picture."""
        return with_choices(f"{self.picture}.{suffix}", {**self.choices, **more})

    def embed_url(self) -> str:
        """Return the address for a frame on another site."""
        return with_choices(self.embed, self.choices)

    def page_url(self) -> str:
        """Return the address of the page that it is of, where it stands there."""
        chosen = {name: value for name, value in self.choices.items() if name != "pole"}
        return f"{with_choices(self.page, chosen)}#{self.anchor}"

    def pinned_url(self, answer: Mapping[str, Any]) -> str:
        """Return the page's address with all that could change later held fast."""
        fixed = {name: value for name, value in pinned(answer).items() if name not in OF_PAGES}
        return replace(self, choices={**self.choices, **fixed}).page_url()


def figure_of(
    panel: Panel,
    anchor: str,
    answers: PageAnswers,
    content: Mapping[str, Any],
    asked: BalanceQuestion | None = None,
) -> Figure:
    """Return where the panel stands by itself: in its dashboard or, unsaved, as the focus's own.

    A part of a panel says what it asked.
    """
    asked = asked or answers.asked
    focus = answers.focus_of(asked)
    code = focus.actor.code
    choices: dict[str, object] = page_choices(asked) | answers.shown.choices()
    if panel.pk:
        slug = panel.dashboard.slug
        page = panel.dashboard.get_absolute_url()
        picture = reverse("dashboard-picture", args=[slug, panel.pk, "svg"])
        embed = reverse("dashboard-embed", args=[slug, panel.pk])
    else:
        pole = panel.shown_poles[0].code if len(panel.shown_poles) == 1 else ""
        choices["pole"] = pole
        page = reverse("pole", args=[code, pole]) if pole else reverse("focus", args=[code])
        picture = reverse("focus-picture", args=[code, panel.kind, "svg"])
        embed = reverse("focus-embed", args=[code, panel.kind])
    return Figure(
        kind=panel.kind,
        anchor=anchor,
        picture=picture.removesuffix(".svg") if panel.kind in DRAWN else "",
        embed=embed,
        page=page,
        choices=choices,
        values=_values(content.get("chart")),
    )


def pinned(answer: Mapping[str, Any]) -> dict[str, object]:
    """Return the choices that hold an answer fast: its span, its method, and when it was known."""
    as_of = answer.get("as_of") or answer.get("computed_at")
    fixed: dict[str, object] = {
        "methodology": answer["methodology"]["version"],
        "as_of": as_of and known_on(datetime.fromisoformat(as_of)),
    }
    if "month" in answer:
        fixed["month"] = answer["month"][:7]
    if "on" in answer:
        fixed["on"] = fixed["to"] = answer["on"]
    fixed |= {name: answer[name] for name in ("pole", "from", "to") if name in answer}
    if "start" in answer and "end" in answer:
        last = date.fromisoformat(answer["end"]) - timedelta(days=1)
        fixed |= {"from": answer["start"], "to": last.isoformat()}
    return fixed


def citation(
    *, title: str, values: str, answer: Mapping[str, Any], address: str, today: date
) -> str:
    """Return a sentence to cite a figure by: what, which data, which method, where, when.

    Of data and method it names those that the answer has.
    """
    said = {
        # A title may end in an abbreviation; the sentence has its own full stop.
        "title": f"{title} ({values})" if values else title.removesuffix("."),
        "address": address,
        "today": day(today),
    }
    if "data_version" not in answer:
        return _("Balance. %(title)s. %(address)s (read on %(today)s).") % said
    said |= {"version": answer["data_version"][:12], "on": day(_dated(answer, today))}
    if not _has_method(answer):
        return (
            _(
                "Balance. %(title)s. Data version %(version)s of %(on)s. "
                "%(address)s (read on %(today)s)."
            )
            % said
        )
    said["methodology"] = answer["methodology"]["version"]
    return (
        _(
            "Balance. %(title)s. Data version %(version)s of %(on)s, methodology %(methodology)s. "
            "%(address)s (read on %(today)s)."
        )
        % said
    )


def bibtex(*, kind: str, title: str, answer: Mapping[str, Any], address: str, today: date) -> str:
    """Return an entry for a reference manager."""
    version = answer.get("data_version", "")[:8]
    on = _dated(answer, today)
    key = slugify(f"balance-{answer.get('focus', '')}-{kind}-{version or today.isoformat()}")
    note = f"Data version {version} of {on.isoformat()}" if version else ""
    if _has_method(answer):
        note += f", methodology {_plain(answer['methodology']['version'])}"
    return "\n".join(
        [
            f"@misc{{{key},",
            "  author = {{Balance}},",
            f"  title = {{{{{_plain(title)}}}}},",
            f"  year = {{{on.year}}},",
            *([f"  note = {{{note}}},"] if note else []),
            f"  url = {{{address}}},",
            f"  urldate = {{{today.isoformat()}}}",
            "}",
        ]
    )


def _has_method(answer: Mapping[str, Any]) -> bool:
    """Return whether a methodology entered: what none did is not reckoned beforehand."""
    return "computed_at" in answer


def _plain(text: str) -> str:
    """Return a text without what means something to BibTeX."""
    return "".join("" if sign in "{}\\" else sign for sign in text).replace("%", r"\%")


def _dated(answer: Mapping[str, Any], today: date) -> date:
    """Return the day on which the numbers were known, or else reckoned, or else are read."""
    instant = answer.get("as_of") or answer.get("computed_at")
    return datetime.fromisoformat(instant).date() if instant else today


def _values(chart: Chart | Answer | None) -> str:
    """Return what a chart's marks end on: China 26 %, Iran 22 %."""
    if not isinstance(chart, Chart):
        return ""
    ends = [label for label in chart.picture.labels if label.value]
    return ", ".join(f"{label.name} {label.value}".strip() for label in ends)

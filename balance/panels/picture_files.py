"""A panel as a picture that can be kept, sent and printed: SVG, or PNG drawn from it."""

import hashlib
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from typing import Any

import resvg_py
from django.template.loader import render_to_string
from django.utils.text import slugify
from django.utils.translation import gettext as _

from balance.models.records import EDITORIAL
from balance.panels.charts import Chart
from balance.panels.panel_view import PanelView
from balance.panels.sheet_charts import chart_drawing
from balance.panels.sheet_heat import heat_drawing
from balance.panels.sheets import SIZES, Sheet, Words, fits, words_of_a_card
from balance.panels.wording import day
from balance.queries.keeping import kept

FONTS = [str(path) for path in sorted((Path(__file__).parent / "fonts").glob("*.ttf"))]


class NoPicture(LookupError):
    """A panel of this kind is words or a list: there is nothing to draw."""


def panel_svg(
    panel: PanelView, answer: Mapping[str, Any], *, address: str, size: str, theme: str
) -> str:
    """Return the panel as a complete SVG; `address` is where its page stands.

    Raises:
        NoPicture: if its kind has none.
    """
    content = panel.content
    answer = content.get("answer", answer)  # A panel may be about another focus than its page.
    if isinstance(content.get("chart"), Chart):
        chart = content["chart"]
        pins = [f"{n} {pin['title']}, {pin['when']}" for n, pin in enumerate(content["pins"], 1)]
        pins = pins if fits(pins, SIZES[size]) else []
        words = Words(panel.title, _subtitle(chart), source(answer), address, pins)
        sheet = Sheet(SIZES[size], theme, words)
        drawing, part = chart_drawing(chart.picture, sheet, answer["poles"]), "chart"
    elif "map" in content:
        unit = _(
            "Cooperation as it stood on %(on)s, in intensity points; in brackets the conflict."
        )
        said = unit % {"on": day(content["on"])}
        sheet = Sheet(SIZES[size], theme, Words(panel.title, said, source(answer), address))
        drawing, part = heat_drawing(content["map"], sheet, answer["poles"]), "heat_map"
    else:
        raise NoPicture(panel.kind)
    context = {"sheet": sheet, "drawing": drawing, "part": f"pictures/{part}.svg"}
    return render_to_string("pictures/sheet.svg", context)


def page_svg(*, title: str, subtitle: str, address: str) -> str:
    """Return a card with words alone, for a page that has no chart."""
    context = words_of_a_card(title, subtitle) | {"address": address}
    return render_to_string("pictures/words.svg", context)


def png(svg: str) -> bytes:
    """Return the picture in pixels, drawn with our own fonts; the same picture is kept."""
    return kept("png", svg, make=lambda: _draw(svg))


def _draw(svg: str) -> bytes:
    return resvg_py.svg_to_bytes(svg_string=svg, skip_system_fonts=True, font_files=FONTS)


def digest(content: str) -> str:
    """Return what tells two pictures apart."""
    return hashlib.sha256(content.encode()).hexdigest()[:32]


def file_name(panel: PanelView, answer: Mapping[str, Any], *, size: str, suffix: str) -> str:
    """Return a name that says what the file shows, and of when it is."""
    counted = datetime.fromisoformat(answer["computed_at"]).date().isoformat()
    parts = ["balance", answer["focus"], panel.kind, counted, size]
    return f"{slugify('-'.join(parts))}.{suffix}"


def source(answer: Mapping[str, Any]) -> str:
    """Say what the numbers rest on, and which state of it they show."""
    dataset = _("events confirmed by editors")
    if answer["dataset"] != EDITORIAL:
        dataset = answer["dataset"]
    said = {
        "dataset": dataset,
        "version": answer["data_version"][:8],
        "methodology": answer["methodology"]["version"],
    }
    if answer["as_of"]:
        known = datetime.fromisoformat(answer["as_of"]).date()
        return _(
            "Source: %(dataset)s, as known on %(on)s, data version %(version)s; "
            "methodology %(methodology)s"
        ) % {**said, "on": day(known)}
    on = datetime.fromisoformat(answer["computed_at"]).date()
    return _(
        "Source: %(dataset)s, data version %(version)s of %(on)s; methodology %(methodology)s"
    ) % {**said, "on": day(on)}


def _subtitle(chart: Chart) -> str:
    """Return unit and period, and how certain the numbers are, as the page has it."""
    parts = [chart.period, *(words for view, words in chart.certainty if view == chart.view)]
    if chart.picture.thin:
        parts.append(_("hatched where evidence is thin"))
    return f"{chart.unit}. {'; '.join(parts)}. {chart.not_drawn}".rstrip()

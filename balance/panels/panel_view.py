"""A panel as its template takes it."""

from dataclasses import dataclass, field
from typing import Any

from django.utils.safestring import SafeString

from balance.models import Panel
from balance.panels.charts import CHARTS
from balance.panels.sharing import Figure

Made = tuple[str, dict[str, Any]]  # The sentence over a panel, and what its template shows.
UNAVAILABLE = "unavailable"
STYLES = {
    "ties_timeline": "ties",
    "ties_network": "ties",
    "event_list": "events",
    "articles": "events",
}


@dataclass(frozen=True)
class PanelView:
    """A panel as its template takes it; `fixed` says what does not follow the reader's choices."""

    kind: str
    anchor: str
    title: str
    width: str
    note: SafeString | str = ""
    fixed: str = ""
    content: dict[str, Any] = field(default_factory=dict)
    figure: Figure | None = None

    @property
    def template(self) -> str:
        """The template of the panel's kind."""
        kind = "chart" if self.kind in CHARTS else self.kind
        return f"balance/panels/{kind}.html"

    @property
    def style(self) -> str:
        """The style sheet that the panel needs beside those of every page; empty for none."""
        return STYLES.get(self.kind, "")


def spoilt(panel: Panel, anchor: str, sentence: str) -> PanelView:
    """Return what stands in the place of a panel that cannot be shown: words that say why."""
    return PanelView(
        kind=UNAVAILABLE,
        anchor=anchor,
        title=panel.title or (str(panel.get_kind_display()).capitalize() if panel.kind else ""),
        width=panel.width or Panel.Width.FULL,
        content={"sentence": sentence},
    )

/** Draw every <figure data-chart> of the page, and again when its theme or width changes. */

import { bands } from "./bands.js";
import { bindForms, bindThemeButtons } from "./controls.js";
import { crosshair } from "./crosshair.js";
import { evidence } from "./evidence.js";
import { Figure } from "./figure.js";
import { fillIn } from "./fills.js";
import { endLabels } from "./labels.js";
import { bindViews } from "./views.js";

bindForms(document);
bindThemeButtons(document);

const figures = [...document.querySelectorAll("figure[data-chart]")].map(
  (element) => new Figure(element),
);

function redraw() {
  for (const figure of figures) if (figure.chart) figure.draw();
}

function watchTheme() {
  window.matchMedia("(prefers-color-scheme: dark)").addEventListener("change", redraw);
  new MutationObserver(redraw).observe(document.documentElement, {
    attributeFilter: ["data-theme"],
  });
}

function watchWidth() {
  const byFrame = new Map(figures.map((figure) => [figure.frame, figure]));
  const observer = new ResizeObserver((changes) => {
    for (const { target } of changes) byFrame.get(target).resize();
  });
  for (const frame of byFrame.keys()) observer.observe(frame);
}

if (figures.length > 0) {
  window.Chart.register(bands, crosshair, endLabels, evidence);
  watchTheme();
  watchWidth();
  for (const figure of figures) figure.start();
}

bindViews(document, (view) => {
  for (const figure of figures) figure.look(view);
});

fillIn(document).then((outcome) => {
  if (outcome && outcome !== "late") for (const figure of figures) figure.renew();
}, console.error);

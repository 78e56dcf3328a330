/** The page's charts: drawn where they are, and again when theme, width or words change. */

import "../vendor/chart.umd.min.js";
import { annotation } from "./annotations.js";
import { bands } from "./bands.js";
import { crosshair } from "./crosshair.js";
import { evidence } from "./evidence.js";
import { Figure } from "./figure.js";
import { endLabels } from "./labels.js";
import { HIDE, ONLY, Selection } from "./selection.js";
import { keep } from "./views.js";

const WAIT = 200; // Milliseconds that a hand rests before the address is written.

const figures = new Map();

const widths = new ResizeObserver((changes) => {
  for (const { target } of changes) figureOf(target)?.resize();
});

window.Chart.register(annotation, bands, crosshair, endLabels, evidence);
for (const wish of ["(prefers-color-scheme: dark)", "(prefers-contrast: more)", "(forced-colors: active)"]) {
  window.matchMedia(wish).addEventListener("change", redraw);
}
new MutationObserver(redraw).observe(document.documentElement, { attributeFilter: ["data-theme"] });

let writing;
const selection = new Selection(window.location, () => {
  clearTimeout(writing);
  writing = setTimeout(() => window.history.replaceState(null, "", selection.address()), WAIT);
});
let isDue = false;

/** Once for all that changes before the next picture of the screen. */
selection.listen(() => {
  if (!isDue) requestAnimationFrame(redraw);
  isDue = true;
});

/** Another period is another zoom, but the same poles. */
function keepPoles() {
  keep(document, HIDE, selection.hide.join(","));
  keep(document, ONLY, selection.only.join(","));
}

selection.listen(keepPoles);
keepPoles();

function figureOf(frame) {
  return figures.get(frame.closest("figure"));
}

function redraw() {
  isDue = false;
  for (const figure of figures.values()) if (figure.chart) figure.draw();
}

/** Draw the chart of a <figure data-chart>. */
export function draw(element) {
  const figure = new Figure(element, selection);
  figures.set(element, figure);
  widths.observe(figure.frame);
  figure.start();
}

/** Draw lines or layers, in every chart that has both. */
export function look(view) {
  for (const figure of figures.values()) figure.look(view);
}

/** Take over what the page has filled in. */
export function renew() {
  for (const figure of figures.values()) figure.renew();
}

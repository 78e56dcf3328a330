/** What all charts over time share: axes, pins, labels, tooltip, evidence. */

import { timeAxis, VALUE_AXIS_WIDTH } from "./axes.js";
import { faint } from "./colors.js";
import { labelRoom } from "./labels.js";
import { arrangePins, pinAnnotations, pinRoom } from "./pins.js";
import { arrangePivots, pivotAnnotations } from "./pivots.js";
import { isThin, spanOf, stretches } from "./series.js";
import { describe, tooltip } from "./tooltip.js";

/** From this width on, names stand at the line ends and pins fly their titles. */
export const WIDE = 520;

/**
 * @typedef {object} Setting - what a chart must know besides the data
 * @property {object} theme - of colors.js
 * @property {number} width - of the canvas, in pixels
 * @property {(text: string) => number} measure - the width of a text, in pixels
 * @property {number} [size] - of letters, in pixels
 * @property {object[]} [pins] - {date, title, url}
 * @property {object[]} [pivots] - {date, label, url}
 * @property {string} [only] - the code of the one pole that the figure is about
 * @property {Set<string>} [hidden] - the codes of poles that the reader does not want to see
 * @property {boolean} [still] - no animation
 * @property {boolean} [touch] - the pointer is a finger
 * @property {(url: string, event: object) => void} [open] - follows a pin
 */

/**
 * @typedef {object} Parts - what a kind of chart adds
 * @property {object[]} datasets
 * @property {object[]} labels - as labels.js takes them
 * @property {object} y - the value axis
 * @property {"line" | "rect"} mark - of the tooltip
 * @property {boolean} [isFilled] - the plot is covered, so hatching goes on top
 * @property {(point: object, pole?: object) => string} value - the words of a value
 * @property {(point: object) => string} reason - why a point has no value at all, or ""
 * @property {(point: object) => string[]} [absent] - and which poles have none
 * @property {(chart: object, index: number, y: number) => object | null} [hit] - the pole there
 */

/**
 * @param {object} balance - the API's answer
 * @param {Setting} setting
 * @param {Parts} parts
 * @returns {object} a Chart.js configuration; its `page` is what the page does beside the canvas:
 *          `describe` a point in words, find the pole that was `hit`, the `labels` and where they
 *          go, know if pins are numbered
 */
export function overTime(balance, setting, parts) {
  const { theme, width, measure, pins = [] } = setting;
  const isWide = width >= WIDE;
  const span = spanOf(balance);
  const right = isWide ? labelRoom(parts.labels, measure) : 10;
  const plot = { left: VALUE_AXIS_WIDTH, right: width - right, edge: width };
  const flags = arrangePins(pins, { ...span, ...plot, measure, isNarrow: !isWide });
  const pivots = arrangePivots(setting.pivots ?? [], { ...span, ...plot, measure });
  return {
    type: "line",
    data: { datasets: parts.datasets },
    options: {
      responsive: true,
      maintainAspectRatio: false,
      animation: setting.still ? false : { duration: 250 },
      font: { family: theme.font, size: setting.size ?? 13 },
      interaction: { mode: "index", axis: "x", intersect: false },
      layout: { padding: { top: pinRoom(flags), right } },
      scales: { x: timeAxis({ ...span, width: plot.right - plot.left, theme }), y: parts.y },
      plugins: {
        legend: { display: false }, // The names are buttons beside the canvas.
        tooltip: tooltip(balance, setting, parts),
        annotation: annotations(flags, pivots, setting, parts.isFilled),
        endLabels: { labels: isWide ? parts.labels : [] },
        evidence: evidenceOptions(balance, theme, parts),
        crosshair: { color: theme.strong },
      },
    },
    page: {
      describe: (index, pole) => describe(balance, parts, index, pole),
      hit: parts.hit ?? (() => null),
      // As the bands lie: the top one first.
      labels: !isWide && parts.mark === "rect" ? parts.labels.toReversed() : parts.labels,
      isWide,
      isNumbered: flags.numbered && flags.pins.length > 0,
    },
  };
}

function annotations(flags, pivots, { theme, open = () => {} }, isFilled = false) {
  const marked = pivotAnnotations(pivots, theme, open, isFilled);
  return { annotations: { ...marked, ...pinAnnotations(flags, theme, open) } };
}

function evidenceOptions(balance, theme, { reason, isFilled = false }) {
  return {
    // Where there is nothing at all, a word says so; hatching would say it twice.
    thin: stretches(balance, (point) => isThin(point) && !reason(point)),
    gaps: gaps(balance, reason),
    hatch: isFilled ? faint(theme.paper, 0.5) : faint(theme.muted, 0.2),
    isOver: isFilled,
    ink: theme.muted,
    paper: theme.paper,
  };
}

function gaps(balance, reason) {
  const words = new Set(balance.points.map(reason).filter(Boolean));
  return [...words].flatMap((text) =>
    stretches(balance, (point) => reason(point) === text).map((span) => ({ ...span, text })),
  );
}

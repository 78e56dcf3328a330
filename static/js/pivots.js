/** Pivots on a chart: dashed lines of the accent's colour, with their chance, inside the plot. */

import { milliseconds } from "./format.js";

const ROW = 17; // Pixels from one row of labels to the next.
const GAP = 4;

/**
 * @param {{date: string, label: string, url: string}[]} pivots
 * @param {{min: number, max: number, left: number, right: number,
 *          measure: (text: string) => number}} space - the plot in milliseconds and in pixels
 * @returns {object[]} with `at`, `row` from the top, and `isLeft`: the label flies to the left
 */
export function arrangePivots(pivots, { min, max, left, right, measure }) {
  const placed = [];
  for (const pivot of pivots) {
    const at = milliseconds(pivot.date);
    if (at < min || at >= max) continue;
    const x = left + ((at - min) / (max - min)) * (right - left);
    const wide = measure(pivot.label) + 2 * GAP;
    const isLeft = x + wide > right;
    const span = isLeft ? [x - wide, x] : [x, x + wide];
    const taken = placed.filter((other) => span[0] < other.span[1] && other.span[0] < span[1]);
    const rows = taken.map((other) => other.row);
    const row = [...rows, -1].reduce((free) => (rows.includes(free) ? free + 1 : free), 0);
    placed.push({ ...pivot, at, span, isLeft, row });
  }
  return placed;
}

/**
 * @param {object[]} arranged - what arrangePivots returned
 * @param {object} theme
 * @param {(url: string, event: object) => void} open - called at a click on a label
 * @param {boolean} [isFilled] - the plot is covered with the poles' colours
 * @returns {Record<string, object>} as annotations.js takes them
 */
export function pivotAnnotations(arranged, theme, open, isFilled = false) {
  const annotations = {};
  for (const [index, pivot] of arranged.entries()) {
    annotations[`pivot${index}`] = {
      type: "line",
      value: pivot.at,
      borderColor: isFilled ? theme.ink : theme.accent,
      borderWidth: isFilled ? 2 : 1.5,
      borderDash: [7, 4],
    };
    annotations[`chance${index}`] = labelOf(pivot, theme, open);
  }
  return annotations;
}

function labelOf(pivot, theme, open) {
  return {
    type: "label",
    xValue: pivot.at,
    content: pivot.label,
    font: { size: 12 },
    color: theme.accent,
    backgroundColor: theme.paper,
    padding: { left: GAP, right: GAP, top: 1, bottom: 1 },
    position: { x: pivot.isLeft ? "end" : "start", y: "start" },
    xAdjust: pivot.isLeft ? -1 : 1,
    yAdjust: 2 + pivot.row * ROW,
    click: (_context, event) => open(pivot.url, event),
  };
}

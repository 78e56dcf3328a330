/** Moments pinned on a chart: flags above the plot, or numbers where flags do not fit. */

import { milliseconds } from "./format.js";

const ROW = 18; // Pixels from one row of flags to the next.
const MOST_ROWS = 4;
const PADDING = 4;

/**
 * Find a row for every flag so that no text covers another and no staff crosses a text.
 *
 * A flag flies to the right of its staff; rows are found from the right to the left.
 *
 * @param {{date: string, title: string, url: string}[]} pins
 * @param {{min: number, max: number, left: number, right: number, edge: number,
 *          measure: (text: string) => number, isNarrow?: boolean}} space - the plot in
 *        milliseconds and in pixels; the canvas ends at `edge`
 * @returns {{pins: object[], rows: number, numbered: boolean}} with `at`, `text`, `row`, `shift`
 *          (the pixels that a text is moved to the left to stay on the canvas) and `number`, the
 *          place in `pins`, which the page lists
 */
export function arrangePins(pins, space) {
  const seen = pins
    .map((pin, index) => ({ ...pin, at: milliseconds(pin.date), number: index + 1 }))
    .filter(({ at }) => at >= space.min && at < space.max)
    .sort((a, b) => a.at - b.at);
  if (!space.isNarrow) {
    const flags = inRows(seen.map((pin) => ({ ...pin, text: pin.title })), space, above);
    if (flags.rows <= MOST_ROWS) return { ...flags, numbered: false };
  }
  const numbers = seen.map((pin) => ({ ...pin, text: String(pin.number) }));
  return { ...inRows(numbers, space, lowestFree), numbered: true };
}

/** A staff must not cross a text, so a flag stands above all that it would cover. */
const above = (rows) => 1 + Math.max(-1, ...rows);

/** Numbers are narrow enough for a staff to pass between them. */
function lowestFree(rows) {
  let row = 0;
  while (rows.includes(row)) row += 1;
  return row;
}

function inRows(pins, { min, max, left, right, edge, measure }, rowOver) {
  const placed = [];
  for (const pin of [...pins].reverse()) {
    const staff = left + ((pin.at - min) / (max - min)) * (right - left);
    const wide = measure(pin.text) + 2 * PADDING;
    const shift = Math.max(0, staff + wide - edge);
    const under = placed.filter((other) => other.from < staff - shift + wide);
    const row = rowOver(under.map((other) => other.row));
    placed.unshift({ ...pin, row, shift, staff, from: Math.min(staff, staff - shift) });
  }
  return { pins: placed, rows: 1 + Math.max(-1, ...placed.map(({ row }) => row)) };
}

/** @returns {number} the pixels to keep free above the plot */
export function pinRoom({ rows }) {
  return rows === 0 ? 8 : rows * ROW + 8;
}

/**
 * @param {{pins: object[], numbered: boolean}} arranged - what arrangePins returned
 * @param {object} theme
 * @param {(url: string, event: object) => void} open - called at a click on a flag
 * @returns {Record<string, object>} as annotations.js takes them
 */
export function pinAnnotations({ pins, numbered }, theme, open) {
  const annotations = {};
  for (const pin of pins) {
    annotations[`staff${pin.number}`] = staffOf(pin, theme);
    annotations[`flag${pin.number}`] = flagOf(pin, numbered, theme, open);
  }
  return annotations;
}

function staffOf(pin, theme) {
  return {
    type: "line",
    value: pin.at,
    borderColor: theme.ink,
    borderWidth: 1,
    borderDash: [1, 3],
    above: (pin.row + 1) * ROW - 2,
  };
}

function title(pin, theme) {
  return {
    color: theme.ink,
    backgroundColor: theme.paper,
    padding: { left: PADDING, right: 0, top: 1, bottom: 1 },
    position: { x: "start", y: "end" },
    xAdjust: 1 - pin.shift,
  };
}

function disc(theme) {
  return {
    color: theme.paper,
    backgroundColor: theme.ink,
    borderRadius: ROW / 2,
    padding: { left: 3, right: 3, top: 0, bottom: 0 },
    position: { x: "center", y: "end" },
  };
}

function flagOf(pin, numbered, theme, open) {
  return {
    type: "label",
    xValue: pin.at,
    content: pin.text,
    font: { size: 12 },
    ...(numbered ? disc(theme) : title(pin, theme)),
    yAdjust: -2 - pin.row * ROW,
    click: pin.url ? (_context, event) => open(pin.url, event) : undefined,
  };
}

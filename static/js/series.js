/** From the API's balance to what a chart draws. */

import { poleColor } from "./colors.js";
import { capital, milliseconds } from "./format.js";

/** @typedef {{x: number, y: number | null}} Mark */

/**
 * Where a point of the balance stands on the axis of time. Stock is a level at the end of its
 * period; flow is of the whole period, so it stands in the middle.
 */
export function position(point, kernel) {
  if (kernel !== "flow") return milliseconds(point.date);
  return (milliseconds(point.start) + milliseconds(point.end)) / 2;
}

/** @returns {Mark[]} one measure of a pole, a mark for every point; null stays null */
export function poleSeries(balance, code, measure) {
  return balance.points.map((point) => ({
    x: position(point, balance.kernel),
    y: point.poles[code]?.[measure] ?? null,
  }));
}

/** @returns {Mark[]} one measure of the whole */
export function wholeSeries(balance, measure) {
  return balance.points.map((point) => ({
    x: position(point, balance.kernel),
    y: point[measure] ?? null,
  }));
}

/**
 * @param {object} balance
 * @param {(point: object) => [number, number] | null | undefined} ends - of a point's interval
 * @returns {({x: number, low: number, high: number} | null)[]} what bands.js draws
 */
export function bandSeries(balance, ends) {
  return balance.points.map((point) => {
    const found = ends(point);
    return found ? { x: position(point, balance.kernel), low: found[0], high: found[1] } : null;
  });
}

/**
 * A data set that is seen nowhere and found everywhere: it has a mark exactly where all the
 * others have none, so that a pointer over a gap still finds a point, and the word for it.
 */
export function gapDataset(datasets, floor) {
  const data = (datasets[0]?.data ?? []).map(({ x }, index) => ({
    x,
    y: datasets.some((dataset) => dataset.data[index].y !== null) ? null : floor,
  }));
  return {
    type: "line",
    label: "",
    data,
    isGap: true,
    showLine: false,
    pointRadius: 0,
    pointHoverRadius: 0,
    stack: "gap",
  };
}

/** @param {Mark[]} marks @returns {(index: number) => boolean} alone between two gaps? */
export function isAlone(marks) {
  const isNull = (index) => (marks[index]?.y ?? null) === null;
  return (index) => !isNull(index) && isNull(index - 1) && isNull(index + 1);
}

/**
 * How a series is drawn as a line. Stock goes on between its points, so a point shows only where
 * it is alone; flow does not, so its points stand out and the line only leads the eye.
 */
export function lineStyle(balance, marks, theme) {
  const alone = isAlone(marks);
  const isFlow = balance.kernel === "flow";
  return {
    borderWidth: isFlow ? 1 : 2.25,
    pointRadius: (context) => (isFlow || alone(context.dataIndex) ? 3 : 0),
    pointBorderWidth: 0,
    pointHoverRadius: 4,
    pointHoverBorderWidth: 1,
    pointHoverBorderColor: theme.paper,
  };
}

/**
 * @param {object} balance
 * @param {(point: object) => boolean} holds
 * @returns {{from: number, to: number}[]} the longest spans of time in which it holds
 */
export function stretches(balance, holds) {
  const found = [];
  let open = null;
  for (const point of balance.points) {
    if (!holds(point)) {
      open = null;
    } else if (open) {
      open.to = milliseconds(point.end);
    } else {
      open = { from: milliseconds(point.start), to: milliseconds(point.end) };
      found.push(open);
    }
  }
  return found;
}

export const isThin = (point) => point.flags?.includes("thin") ?? false;

/** @returns {{min: number, max: number}} the span of time that a chart shows */
export function spanOf(balance) {
  const { points } = balance;
  if (points.length === 0) return { min: 0, max: 1 };
  return { min: milliseconds(points[0].start), max: milliseconds(points.at(-1).end) };
}

/** @returns {object[]} the poles a figure is about: all, or those of a list of codes with commas */
export function polesOf(balance, only) {
  const codes = only?.split(",");
  return only ? balance.poles.filter((pole) => codes.includes(pole.code)) : balance.poles;
}

/** @returns {object[]} those of them that are drawn */
export function shownPoles(balance, { only, hidden = new Set() }) {
  const poles = polesOf(balance, only);
  return only ? poles : poles.filter(({ code }) => !hidden.has(code));
}

/**
 * The name of every pole at the end of its line, with its last value; a hidden one keeps its name,
 * so that it can be shown again, and has no line.
 *
 * @param {object} balance
 * @param {object} setting - a Setting of frame.js
 * @param {{valueOf: (point: object, code: string) => number | null,
 *          write: (value: number) => string, filled?: boolean}} measured
 * @returns {object[]} as labels.js takes them
 */
export function labelsOf(balance, { only, hidden, theme }, { valueOf, write, filled = false }) {
  const shown = shownPoles(balance, { only, hidden });
  return polesOf(balance, only).map((pole) => {
    const value = valueOf(balance.points.at(-1) ?? { poles: {} }, pole.code);
    return {
      code: only ? undefined : pole.code, // One alone has nothing to be hidden from.
      text: capital(pole.name) + (value === null ? "" : ` ${write(value)}`),
      value,
      dataset: shown.indexOf(pole),
      isHidden: !shown.includes(pole),
      color: poleColor(pole, theme),
      filled,
    };
  });
}

/** Axes: a linear axis of time with ticks where calendars have them, and quiet value axes. */

import { DAY_IN_MS, utc } from "./format.js";

const DAY = utc({ day: "numeric", month: "short" });
const MONTH = utc({ month: "short" });

const ROOM = 48; // Pixels for one label.
const DAYS = [1, 2, 7, 14];
const MONTHS = [1, 3, 6, 12, 24, 60, 120, 240];

/** Every value axis takes the same room, so that charts below each other share their time axis. */
export const VALUE_AXIS_WIDTH = 48;

/**
 * @param {number} min - milliseconds since 1970, UTC
 * @param {number} max
 * @param {number} width - pixels between them
 * @returns {{value: number, label: string}[]} as many as fit, on first days of months or years
 */
export function timeTicks(min, max, width) {
  const most = Math.max(2, Math.floor(width / ROOM));
  const days = (max - min) / DAY_IN_MS;
  const dayStep = DAYS.find((step) => days / step <= most);
  if (dayStep && days < 62) return withYear(dayTicks(min, max, dayStep));
  const months = days / 30.4;
  const monthStep = MONTHS.find((step) => months / step <= most) ?? MONTHS.at(-1);
  return withYear(monthTicks(min, max, monthStep));
}

/** Where no tick is a year, the first says which it is. */
function withYear(ticks) {
  const [first, ...others] = ticks;
  if (!first || ticks.some(({ label }) => /^\d{4}$/.test(label))) return ticks;
  const year = new Date(first.value).getUTCFullYear();
  return [{ ...first, label: `${first.label} ${year}` }, ...others];
}

function dayTicks(min, max, step) {
  const ticks = [];
  for (let value = Math.ceil(min / DAY_IN_MS) * DAY_IN_MS; value < max; value += step * DAY_IN_MS) {
    ticks.push({ value, label: DAY.format(value) });
  }
  return ticks;
}

function monthTicks(min, max, step) {
  const first = new Date(min);
  const ticks = [];
  const month0 = first.getUTCFullYear() * 12 + first.getUTCMonth();
  for (let month = month0 - (month0 % step); monthStart(month) < max; month += step) {
    if (monthStart(month) >= min) ticks.push({ value: monthStart(month), label: name(month) });
  }
  return ticks;
}

function monthStart(month) {
  return Date.UTC(Math.floor(month / 12), month % 12);
}

function name(month) {
  return month % 12 === 0 ? String(month / 12) : MONTH.format(monthStart(month));
}

/**
 * @param {{min: number, max: number, width: number, theme: object}} options - width in pixels
 * @returns {object} the x scale
 */
export function timeAxis({ min, max, width, theme }) {
  const ticks = timeTicks(min, max, width);
  const labels = new Map(ticks.map(({ value, label }) => [value, label]));
  return {
    type: "linear",
    min,
    max,
    offset: false, // Columns would ask for half a column more on both sides.
    border: { color: theme.strong },
    grid: { color: theme.strong, drawOnChartArea: false, offset: false, tickLength: 5 },
    ticks: {
      color: theme.muted,
      maxRotation: 0,
      autoSkip: false,
      callback: (value) => labels.get(value) ?? "",
    },
    afterBuildTicks: (scale) => {
      scale.ticks = ticks.map(({ value }) => ({ value }));
    },
  };
}

/**
 * @param {{min: number, max: number, step: number, label: (value: number) => string,
 *          theme: object, zero?: boolean}} options - zero: draw that line stronger
 * @returns {object} the y scale
 */
export function valueAxis({ min, max, step, label, theme, zero = false }) {
  const isZero = (context) => zero && context.tick?.value === 0;
  return {
    type: "linear",
    min,
    max,
    border: { display: false },
    grid: { color: (context) => (isZero(context) ? theme.strong : theme.rule), tickLength: 0 },
    ticks: { color: theme.muted, stepSize: step, padding: 6, callback: label },
    afterFit: (scale) => {
      scale.width = VALUE_AXIS_WIDTH;
    },
  };
}

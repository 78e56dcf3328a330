/** A part of a chart's time: always whole periods, and at least two of them. */

import { DAY_IN_MS, milliseconds } from "./format.js";

/**
 * @typedef {object} Span - a stretch of time
 * @property {number} from - its first millisecond, UTC
 * @property {number} to - the first one after it
 */

const LEAST = 2; // One period alone is a point, not a line.
const NOTATION = /^(\d{4}-\d\d-\d\d)\.\.(\d{4}-\d\d-\d\d)$/;

/** @returns {object} the balance with the points of the span only; all where it holds none */
export function zoomed(balance, span) {
  const [first, last] = placesOf(balance.points, span);
  if (last - first + 1 === balance.points.length) return balance;
  return { ...balance, points: balance.points.slice(first, last + 1) };
}

/** @returns {[number, number]} the first and the last point that lie in the span, if partly */
export function placesOf(points, span) {
  const whole = [0, points.length - 1];
  if (!span) return whole;
  const first = points.findIndex(({ end }) => milliseconds(end) > span.from);
  const last = points.findLastIndex(({ start }) => milliseconds(start) < span.to);
  return first < 0 || last < first ? whole : [first, last];
}

/** @returns {Span | null} of these points and all between them; null: of all there are */
export function spanBetween(points, [one, other]) {
  const top = points.length - 1;
  let [first, last] = [Math.max(0, Math.min(one, other)), Math.min(top, Math.max(one, other))];
  if (last - first + 1 < LEAST) [first, last] = last < top ? [first, first + 1] : [last - 1, last];
  if (first <= 0 && last >= top) return null;
  return { from: milliseconds(points[first].start), to: milliseconds(points[last].end) };
}

/** @returns {Span | null} the span, grown or shrunk to whole periods; null: the whole */
export function snapped(points, span) {
  return points.length < LEAST ? null : spanBetween(points, placesOf(points, span));
}

/**
 * Look closer or from farther away.
 *
 * @param {object[]} points
 * @param {Span | null} span - what is seen now
 * @param {number} factor - below 1 closer, above 1 farther; at least by one period
 * @param {number} at - the millisecond that stays where it is
 * @returns {Span | null}
 */
export function scaled(points, span, factor, at) {
  const [first, last] = placesOf(points, span);
  const count = last - first + 1;
  const wanted =
    factor < 1
      ? Math.max(LEAST, Math.min(count - 1, Math.round(count * factor)))
      : Math.max(count + 1, Math.round(count * factor));
  if (wanted >= points.length) return null;
  const still = placesOf(points, { from: at, to: at + 1 })[0];
  const share = (Math.min(last, Math.max(first, still)) - first) / Math.max(1, count - 1);
  const place = Math.round(first + share * (count - wanted));
  const start = Math.max(0, Math.min(points.length - wanted, place));
  return spanBetween(points, [start, start + wanted - 1]);
}

/** @returns {Span | null} as long as before, so many points later, or as near as there are */
export function moved(points, span, by) {
  const [first, last] = placesOf(points, span);
  const within = Math.max(-first, Math.min(points.length - 1 - last, by));
  return spanBetween(points, [first + within, last + within]);
}

/** @returns {number} how far one step to the side goes: a quarter of what is seen */
export function stride(points, span) {
  const [first, last] = placesOf(points, span);
  return Math.max(1, Math.round((last - first + 1) / 4));
}

/** @param {string} words - "2020-01-01..2024-06-30", first and last day @returns {Span | null} */
export function readSpan(words) {
  const [, first, last] = NOTATION.exec(words ?? "") ?? [];
  const span = { from: milliseconds(first), to: milliseconds(last) + DAY_IN_MS };
  return span.from < span.to ? span : null; // Days that no calendar has are no numbers.
}

/** @param {Span} span @returns {string} as `readSpan` reads it */
export function writeSpan({ from, to }) {
  return `${isoDay(from)}..${isoDay(to - DAY_IN_MS)}`;
}

/** @param {number} ms @returns {string} "2024-06-30" */
export function isoDay(ms) {
  return new Date(ms).toISOString().slice(0, 10);
}

/** Days, periods, shares and counts, as a British newspaper writes them. Days are UTC. */

const utc = (options) => new Intl.DateTimeFormat("en-GB", { timeZone: "UTC", ...options });
const DAY = utc({ day: "numeric", month: "long", year: "numeric" });
const DAY_OF_MONTH = utc({ day: "numeric" });
const DAY_AND_MONTH = utc({ day: "numeric", month: "long" });
const MONTH = utc({ month: "long", year: "numeric" });
const MONTH_ALONE = utc({ month: "long" });

const NO_BREAK_SPACE = "\u00a0"; // A number and its sign stay on one line.
const MINUS = "\u2212";

export const DAY_IN_MS = 86_400_000;

/** @param {string} day - an ISO day @returns {number} its first millisecond, UTC */
export function milliseconds(day) {
  return Date.parse(`${day}T00:00:00Z`);
}

/** @param {number} ms */
export function dayInWords(ms) {
  return DAY.format(ms);
}

/**
 * @param {string} start - first day in
 * @param {string} end - first day out
 * @returns {string} "July 2024", "2024", "July to September 2024", "1 to 7 July 2024", "3 July 2024"
 */
export function periodInWords(start, end) {
  const first = new Date(milliseconds(start));
  const last = new Date(milliseconds(end) - DAY_IN_MS);
  if (first.getTime() >= last.getTime()) return DAY.format(first);
  const oneYear = first.getUTCFullYear() === last.getUTCFullYear();
  if (first.getUTCDate() === 1 && isLastOfMonth(last)) return monthsInWords(first, last, oneYear);
  if (!oneYear) return `${DAY.format(first)} to ${DAY.format(last)}`;
  const short = first.getUTCMonth() === last.getUTCMonth() ? DAY_OF_MONTH : DAY_AND_MONTH;
  return `${short.format(first)} to ${DAY.format(last)}`;
}

function monthsInWords(first, last, oneYear) {
  const wholeYears = first.getUTCMonth() === 0 && last.getUTCMonth() === 11;
  if (wholeYears) {
    const [from, to] = [first.getUTCFullYear(), last.getUTCFullYear()];
    return oneYear ? `${from}` : `${from} to ${to}`;
  }
  if (!oneYear) return `${MONTH.format(first)} to ${MONTH.format(last)}`;
  if (first.getUTCMonth() === last.getUTCMonth()) return MONTH.format(first);
  return `${MONTH_ALONE.format(first)} to ${MONTH.format(last)}`;
}

function isLastOfMonth(day) {
  return new Date(day.getTime() + DAY_IN_MS).getUTCDate() === 1;
}

/** @returns {string} a name as it begins a line: "The West" */
export function capital(name) {
  return name.charAt(0).toUpperCase() + name.slice(1);
}

/** @param {number} share - 0 to 1 @returns {string} "26 %"; a trace is "under 1 %", never "0 %" */
export function percent(share) {
  if (share > 0 && share < 0.005) return `under 1${NO_BREAK_SPACE}%`;
  return `${Math.round(share * 100)}${NO_BREAK_SPACE}%`;
}

/** @param {number} number @returns {string} "+0.48", "−0.20", "0.00" */
export function signed(number, places = 2) {
  const digits = Math.abs(number).toFixed(places);
  if (Number(digits) === 0) return digits;
  return (number < 0 ? MINUS : "+") + digits;
}

/** @param {number} number */
export function oneDecimal(number) {
  return number.toFixed(1);
}

/** @param {number} count - a decimal: an event shared by two poles is half an event of each */
export function eventCount(count) {
  const rounded = Math.round(count * 10) / 10;
  if (count > 0 && rounded === 0) return "under 0.1 events";
  return `${rounded} ${rounded === 1 ? "event" : "events"}`;
}

/** @param {[number, number]} ends - of a share's interval @returns {string} "15–38 %" */
export function percentRange([low, high]) {
  const [from, to] = [low, high].map((share) => Math.round(share * 100));
  return from === to ? percent(high) : `${from}–${to}${NO_BREAK_SPACE}%`;
}

/** @param {[number, number]} ends - of a tone's interval @returns {string} "−0.58 to −0.03" */
export function signedRange([low, high]) {
  return `${signed(low)} to ${signed(high)}`;
}

/** @param {[number, number]} ends - above zero @returns {string} "4.3–5.0" */
export function decimalRange([low, high]) {
  return `${oneDecimal(low)}–${oneDecimal(high)}`;
}

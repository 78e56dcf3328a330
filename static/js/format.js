/** Days, periods, shares and counts, as a newspaper in the page's language has them. Days are UTC. */

import { LANGUAGE, LOCALE } from "./language.js";
import { events, fromTo, under, underEvents } from "./words.js";

/** Of Azerbaijani, which browsers do not know. */
const MONTHS = {
  long: "yanvar fevral mart aprel may iyun iyul avqust sentyabr oktyabr noyabr dekabr".split(" "),
  short: "yan fev mar apr may iyn iyl avq sen okt noy dek".split(" "),
};

/** @returns {{format: (day: number | Date) => string}} without the "г." that Russian adds */
export function utc(options) {
  const written = new Intl.DateTimeFormat(LOCALE, { timeZone: "UTC", ...options });
  const months = MONTHS[options.month];
  if (LANGUAGE !== "az" || !months) {
    return { format: (day) => written.format(day).replace(/\s*г\.$/, "") };
  }
  const part = ({ type, value }, day) =>
    type === "month" ? months[new Date(day).getUTCMonth()] : value;
  return { format: (day) => written.formatToParts(day).map((found) => part(found, day)).join("") };
}

const DAY = utc({ day: "numeric", month: "long", year: "numeric" });
const DAY_OF_MONTH = utc({ day: "numeric" });
const DAY_AND_MONTH = utc({ day: "numeric", month: "long" });
const MONTH = utc({ month: "long", year: "numeric" });
const MONTH_ALONE = utc({ month: "long" });

const NO_BREAK_SPACE = "\u00a0"; // A number and its sign stay on one line.
const MINUS = "\u2212";

/** Where the sign stands: 26 %, but %26 in Turkish and 26% in Azerbaijani. */
const PER_CENT = { tr: (number) => `%${number}`, az: (number) => `${number}%` };
const perCent = PER_CENT[LANGUAGE.slice(0, 2)] ?? ((number) => `${number}${NO_BREAK_SPACE}%`);

/** @param {number} number @param {number} places @param {number} least - places written at least */
function digits(number, places, least = places) {
  return new Intl.NumberFormat(LOCALE, {
    useGrouping: false,
    minimumFractionDigits: least,
    maximumFractionDigits: places,
  }).format(number);
}

export const DAY_IN_MS = 86_400_000;

/** @param {string} day - an ISO day @returns {number} its first millisecond, UTC */
export function milliseconds(day) {
  return Date.parse(`${day}T00:00:00Z`);
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
  if (!oneYear) return fromTo(DAY.format(first), DAY.format(last));
  const short = first.getUTCMonth() === last.getUTCMonth() ? DAY_OF_MONTH : DAY_AND_MONTH;
  return fromTo(short.format(first), DAY.format(last));
}

function monthsInWords(first, last, oneYear) {
  const wholeYears = first.getUTCMonth() === 0 && last.getUTCMonth() === 11;
  if (wholeYears) {
    const [from, to] = [first.getUTCFullYear(), last.getUTCFullYear()];
    return oneYear ? `${from}` : fromTo(from, to);
  }
  if (!oneYear) return fromTo(MONTH.format(first), MONTH.format(last));
  if (first.getUTCMonth() === last.getUTCMonth()) return MONTH.format(first);
  return fromTo(MONTH_ALONE.format(first), MONTH.format(last));
}

function isLastOfMonth(day) {
  return new Date(day.getTime() + DAY_IN_MS).getUTCDate() === 1;
}

/** @returns {string} a name as it begins a line: "The West" */
export function capital(name) {
  return name.charAt(0).toLocaleUpperCase(LANGUAGE) + name.slice(1);
}

/** @param {number} share - 0 to 1 @returns {string} "26 %"; a trace is "under 1 %", never "0 %" */
export function percent(share) {
  if (share > 0 && share < 0.005) return under(perCent(1));
  return perCent(Math.round(share * 100));
}

/** @param {number} number @returns {string} "+0.48", "−0.20", "0.00" */
export function signed(number, places = 2) {
  const size = Math.abs(number);
  if (Number(size.toFixed(places)) === 0) return digits(0, places);
  return (number < 0 ? MINUS : "+") + digits(size, places);
}

/** @param {number} number */
export function oneDecimal(number) {
  return digits(number, 1);
}

/** @param {number} count - a decimal: an event shared by two poles is half an event of each */
export function eventCount(count) {
  const rounded = Math.round(count * 10) / 10;
  if (count > 0 && rounded === 0) return underEvents(digits(0.1, 1));
  return events(rounded, digits(rounded, 1, 0));
}

/** @param {[number, number]} ends - of a share's interval @returns {string} "15–38 %" */
export function percentRange([low, high]) {
  const [from, to] = [low, high].map((share) => Math.round(share * 100));
  return from === to ? percent(high) : perCent(`${from}–${to}`);
}

/** @param {[number, number]} ends - of a tone's interval @returns {string} "−0.58 to −0.03" */
export function signedRange([low, high]) {
  return fromTo(signed(low), signed(high));
}

/** @param {[number, number]} ends - above zero @returns {string} "4.3–5.0" */
export function decimalRange([low, high]) {
  return `${oneDecimal(low)}–${oneDecimal(high)}`;
}

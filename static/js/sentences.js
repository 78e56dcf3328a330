/** The sentences of what-if, filled as the server fills them; their words come with the page. */

import { capital, percent, signed } from "./format.js";
import { LOCALE, fill } from "./language.js";

const ALIKE = 1e-9; // Shares closer than this differ only by rounding.

/**
 * @param {object} words - `sentences`, `changes`, `dimensions`, `names` and `listing` of the page
 * @param {object} point - under the settings
 * @param {object} usual - by default
 * @param {string[]} changes - as `changesOf` names them
 * @returns {string} who would have the largest share, and who has it by default
 */
export function headline(words, point, usual, changes) {
  const [before, then] = [leaders(usual), leaders(point)];
  if (before.length === 0) return words.sentences.nothing;
  const values = {
    change: changes.length > 1 ? words.changes.settings : changes[0],
    poles: listing(words, then),
    share: then.length > 0 ? percent(point.poles[then[0]].share) : "",
    usual: listing(words, before),
    usual_share: percent(usual.poles[before[0]].share),
  };
  return capital(fill(words.sentences[which(values, before, then)], values));
}

function which({ change, share, usual_share: usual }, before, then) {
  if (!change) return before.length === 1 ? "default" : "together";
  if (then.length === 0) return "none";
  if (then.join() !== before.join()) return "other";
  return share === usual ? "alike" : "same";
}

/**
 * @param {object} words - of the page
 * @param {import("./settings.js").Settings} settings
 * @param {import("./settings.js").Defaults} defaults
 * @param {{outlet: (id: number) => string, event: (id: number) => string}} name
 * @returns {string[]} each setting that differs, in words
 */
export function changesOf({ changes, dimensions }, settings, defaults, name) {
  const found = [];
  const { halfLife, weights, floor, withoutOutlets, withoutEvents } = settings;
  if (halfLife !== defaults.half_life) {
    found.push(fill(changes.half_life, { days: plain(halfLife) }));
  }
  Object.entries(defaults.weights).forEach(([dimension, usual], at) => {
    if (weights[at] === usual) return;
    const values = { weight: plain(weights[at]), dimension: dimensions[dimension] };
    found.push(fill(changes.weight, values));
  });
  if (floor > 0) found.push(fill(changes.floor, { floor: percent(floor) }));
  const outlets = withoutOutlets.map((id) => fill(changes.outlet, { outlet: name.outlet(id) }));
  const events = withoutEvents.map((id) => fill(changes.event, { title: name.event(id) }));
  return [...found, ...outlets, ...events];
}

/** @returns {string[]} the codes of the poles with the largest share */
export function leaders({ poles }) {
  const shares = Object.entries(poles).map(([code, { share }]) => [code, share]);
  if (shares.some(([, share]) => share === null)) return [];
  const largest = Math.max(...shares.map(([, share]) => share));
  return shares.filter(([, share]) => share > largest - ALIKE).map(([code]) => code);
}

/** @returns {string[]} a pole's share under the settings, by default, and the difference in points */
export function shareCells(here, usual) {
  const known = here !== null && usual !== null;
  const moved = known ? Math.round(100 * here) - Math.round(100 * usual) : null;
  return [shareCell(here), shareCell(usual), moved === null ? NONE : signed(moved, 0)];
}

const NONE = "–";

/** @returns {string} */
export function shareCell(share) {
  return share === null ? NONE : percent(share);
}

/** @returns {string[]} a number with one decimal under the settings, by default, and the difference */
export function numberCells(here, usual, write) {
  const known = here !== null && usual !== null;
  const cells = [here, usual].map((number) => (number === null ? NONE : write(number)));
  const moved = known && (Math.round(10 * here) - Math.round(10 * usual)) / 10;
  return [...cells, known ? signed(moved, 1) : NONE];
}

function listing(words, codes) {
  const names = codes.map((code) => words.names[code]);
  if (names.length < 2) return names.join("");
  return fill(words.listing, { first: names.slice(0, -1).join(", "), last: names.at(-1) });
}

/** A parameter, with no more digits than it has. */
function plain(number) {
  const places = Number.isInteger(number) ? 0 : 2;
  const digits = { minimumFractionDigits: places, maximumFractionDigits: places };
  return new Intl.NumberFormat(LOCALE, digits).format(number);
}

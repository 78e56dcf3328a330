/** A reader's settings of what-if, and how an address has them: only what differs. */

/**
 * @typedef {import("./method/reckoning.js").Settings} Settings
 *
 * @typedef {object} Defaults - as the page has them
 * @property {number} half_life
 * @property {number} kappa
 * @property {Record<string, number>} weights - by dimension, in the order of the method
 */

/** @returns {Settings} */
export function defaultSettings({ half_life: halfLife, kappa, weights }) {
  return {
    halfLife,
    kappa,
    weights: Object.values(weights),
    floor: 0,
    withoutOutlets: [],
    withoutEvents: [],
  };
}

/**
 * @param {FormData} data - of the form
 * @param {Defaults} defaults
 * @returns {Settings} what makes no sense is the default
 */
export function settingsOf(data, defaults) {
  const usual = defaultSettings(defaults);
  const number = (name, otherwise, { least = 0, most = Infinity } = {}) => {
    const given = data.get(name);
    const value = Number(given);
    const isSense = given?.trim() && Number.isFinite(value) && value >= least && value <= most;
    return isSense ? value : otherwise;
  };
  const keys = (name) => data.getAll(name).map(Number);
  return {
    ...usual,
    halfLife: number("half_life", usual.halfLife, { least: 1e-9, most: 100_000 }),
    weights: Object.entries(defaults.weights).map(([name, weight]) =>
      number(`weight_${name}`, weight, { most: 10 }),
    ),
    floor: number("floor", 0, { most: 1 }),
    withoutOutlets: keys("without_outlet"),
    withoutEvents: keys("without_event"),
  };
}

/**
 * @param {Settings} settings
 * @param {Defaults} defaults
 * @returns {string} what comes after the question mark, in the server's order; "" by default
 */
export function addressOf(settings, defaults) {
  const parts = [];
  const { halfLife, weights, floor, withoutOutlets, withoutEvents } = settings;
  if (halfLife !== defaults.half_life) parts.push(`half_life=${halfLife}`);
  Object.entries(defaults.weights).forEach(([name, weight], at) => {
    if (weights[at] !== weight) parts.push(`weight_${name}=${weights[at]}`);
  });
  if (floor > 0) parts.push(`floor=${floor}`);
  if (withoutOutlets.length > 0) parts.push(`without_outlet=${withoutOutlets.join(",")}`);
  if (withoutEvents.length > 0) parts.push(`without_event=${withoutEvents.join(",")}`);
  return parts.join("&");
}

/** What the levels of the poles say about each other at one time: docs/methodology.md, section 4. */

const ENOUGH_EVENTS = 5;
const EIGHT_PLACES = 1e8; // Sums are rounded before they are compared.

/**
 * @typedef {object} Measures - null comes with a reason
 * @property {(number | null)[]} share
 * @property {(number | null)[]} friction
 * @property {(number | null)[]} tone
 * @property {number | null} hhi
 * @property {number | null} effectivePoles
 * @property {number | null} balance
 * @property {number | null} coverage
 * @property {string | null} reason - of share, hhi and effective poles
 * @property {{balance: string | null, friction: string | null, coverage: string | null}} reasons
 * @property {string[]} flags
 */

/**
 * @param {number[]} cooperation - of each pole, intensity points
 * @param {number[]} conflict
 * @param {{cooperation: number, conflict: number}} other - what no pole takes
 * @param {number[]} counts - events
 * @param {number} kappa
 * @returns {Measures}
 */
export function measures(cooperation, conflict, other, counts, kappa) {
  const [plus, minus] = [sum(cooperation), sum(conflict)];
  const share = cooperation.map((level) => ratio(level, plus));
  const entropy = plus > 0 ? entropyOf(share) : null;
  const reason = without(plus > 0, minus > 0, "only_conflict");
  const alone = cooperation.length === 1 ? "one_pole_scheme" : null;
  return {
    share,
    friction: conflict.map((level) => ratio(level, minus)),
    tone: cooperation.map((level, pole) => lean(level, conflict[pole], kappa)),
    ...spread(share, entropy),
    coverage: ratio(plus, plus + other.cooperation),
    reason,
    reasons: {
      balance: reason ?? alone,
      friction: without(minus > 0, plus > 0, "no_conflict"),
      coverage: without(
        plus > 0 || other.cooperation > 0,
        minus > 0 || other.conflict > 0,
        "only_conflict",
      ),
    },
    flags: flags(cooperation, plus + minus, sum(counts), kappa),
  };
}

/** @returns {number | null} from -1, all with b, to 1, all with a; tone is cooperation with conflict */
export function lean(a, b, kappa) {
  return a + b > 0 ? (a - b) / (a + b + kappa) + 0 : null;
}

/** @returns {number | null} how much of the engagement changed poles, 0 to 1 */
export function shift(before, after) {
  if (before.includes(null) || after.includes(null)) return null;
  const changes = before.map((share, pole) => Math.abs(after[pole] - share));
  return Math.min(sum(changes) / 2, 1);
}

function spread(share, entropy) {
  const poles = share.length;
  if (entropy === null) return { hhi: null, effectivePoles: null, balance: null };
  const evenness = poles > 1 ? Math.min(entropy / Math.log(poles), 1) + 0 : null;
  return {
    hhi: clip(sum(share.map((part) => part * part)), 1 / poles, 1),
    effectivePoles: clip(Math.exp(entropy), 1, poles),
    balance: evenness,
  };
}

function entropyOf(share) {
  return Math.max(-sum(share.map((part) => (part > 0 ? part * Math.log(part) : 0))), 0);
}

function flags(cooperation, points, events, kappa) {
  const few = rounded(events) < ENOUGH_EVENTS;
  const isThin = few || rounded(points) < kappa;
  const isSingle = cooperation.filter((level) => level > 0).length === 1;
  return [...(isThin ? ["thin"] : []), ...(isSingle ? ["single_pole"] : [])];
}

function without(wanted, instead, word) {
  if (wanted) return null;
  return instead ? word : "no_data";
}

function ratio(part, whole) {
  return whole > 0 ? part / whole : null;
}

function rounded(number) {
  return Math.round(number * EIGHT_PLACES) / EIGHT_PLACES;
}

function clip(number, low, high) {
  return Math.min(Math.max(number, low), high);
}

function sum(numbers) {
  return numbers.reduce((total, number) => total + number, 0);
}

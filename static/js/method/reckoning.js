/** The balance under a reader's settings, reckoned in the browser as the server reckons it. */

import { daily, emptyDays, kept } from "./daily.js";
import {
  countFlow,
  countStock,
  flow,
  overDimensions,
  runningTotals,
  stock,
} from "./kernels.js";
import { measures } from "./measures.js";

const DAY_IN_MS = 86_400_000;

/**
 * @typedef {object} Settings
 * @property {number} halfLife - days
 * @property {number} kappa
 * @property {number[]} weights - one a dimension, in the order of the answer's
 * @property {number} floor - the least confidence that counts
 * @property {number[]} withoutOutlets - ids
 * @property {number[]} withoutEvents - ids
 */

/** Keeps what a step of a slider does not change. */
export class Reckoning {
  /**
   * @param {object} impacts - the API's answer about every event
   * @param {object} balance - the API's balance, for its periods and kernel
   */
  constructor(impacts, balance) {
    const place = placesFrom(impacts.first_day);
    this.impacts = impacts;
    this.kernel = balance.kernel;
    this.codes = impacts.poles.map(({ code }) => code);
    this.starts = balance.points.map(({ start }) => place(start));
    this.ends = balance.points.map(({ end }) => place(end));
    this.places = this.ends.map((end) => end - 1);
    this.daily = emptyDays(impacts);
    this.weighed = ["cooperation", "conflict"].map(() => new Float64Array(this.daily.begun.length));
  }

  /**
   * Write the numbers under the settings into points as the API has them.
   *
   * @param {Settings} settings
   * @param {object[]} points - of the same periods as the balance; changed in place
   */
  fill(points, settings) {
    this.choose(settings);
    const levels = this.levels(settings);
    const counts = this.counts(settings);
    points.forEach((point, at) => this.fillPoint(point, at, levels, counts, settings.kappa));
  }

  /** Sum the events that count, unless they are those of the step before. */
  choose({ floor, withoutOutlets, withoutEvents }) {
    const choice = JSON.stringify([floor, withoutOutlets, withoutEvents]);
    if (choice === this.choice) return;
    this.choice = choice;
    this.mask = kept(this.impacts, { floor, withoutOutlets, withoutEvents });
    const { days, begun, ended } = daily(this.impacts, this.mask, this.daily);
    this.begun = runningTotals(begun, days);
    this.ended = runningTotals(ended, days);
  }

  /** @returns {{cooperation: Float64Array, conflict: Float64Array}} of each pole a level a point */
  levels({ halfLife, weights }) {
    const { days } = this.daily;
    const [cooperation, conflict] = ["cooperation", "conflict"].map((name, kind) => {
      const x = overDimensions(this.daily[name], weights, this.weighed[kind]);
      if (this.kernel === "flow") return flow(x, days, this.starts, this.ends);
      return stock(x, days, this.places, halfLife);
    });
    return { cooperation, conflict };
  }

  /** @returns {Float64Array} of each pole the events of a point; weights play no part */
  counts({ halfLife }) {
    const { days } = this.daily;
    if (this.kernel === "flow") {
      return countFlow(this.begun, this.ended, days, this.starts, this.ends);
    }
    return countStock(this.begun, this.ended, days, this.places, halfLife);
  }

  fillPoint(point, at, { cooperation, conflict }, counts, kappa) {
    const points = this.ends.length;
    const column = (of) => this.codes.map((_code, pole) => of[pole * points + at]);
    const last = this.codes.length * points + at; // OTHER
    const [plus, minus, events] = [cooperation, conflict, counts].map(column);
    const other = { cooperation: cooperation[last], conflict: conflict[last] };
    const found = measures(plus, minus, other, events, kappa);
    point.balance = found.balance;
    point.effective_poles = found.effectivePoles;
    point.hhi = found.hhi;
    point.coverage = found.coverage;
    point.reason = found.reason;
    point.reasons = found.reasons;
    point.flags = found.flags;
    point.other = { ...other, events: counts[last] };
    this.codes.forEach((code, pole) => {
      point.poles[code] = {
        share: found.share[pole],
        friction: found.friction[pole],
        tone: found.tone[pole],
        cooperation: plus[pole],
        conflict: minus[pole],
        events: events[pole],
        reason: found.tone[pole] === null ? "no_data" : null,
      };
    });
  }
}

/** @returns {(day: string) => number} how many days an ISO day comes after the first */
function placesFrom(first) {
  const from = Date.parse(first);
  return (day) => Math.round((Date.parse(day) - from) / DAY_IN_MS);
}

/**
 * Levels and counts from daily arrays: docs/methodology.md, section 3.
 *
 * An array holds lanes one after another, each of `days` numbers. A place is a day's number in
 * its lane; places before and after the lane hold nothing.
 */

const MEMORY = 5; // Half-lives for which an event is counted beside a stock.
const FARTHEST = 1e9; // Days; farther back than any calendar goes.
const NINE_PLACES = 1e9;

/**
 * @param {Float64Array} x - of each dimension all lanes
 * @param {number[]} weights - one a dimension
 * @param {Float64Array} sum - where the weighed sum over the dimensions goes: all lanes
 * @returns {Float64Array} `sum`
 */
export function overDimensions(x, weights, sum) {
  const size = sum.length;
  sum.fill(0);
  weights.forEach((weight, dimension) => {
    if (weight === 0) return;
    const from = dimension * size;
    for (let at = 0; at < size; at += 1) sum[at] += weight * x[from + at];
  });
  return sum;
}

/**
 * The stock at the end of each place: C(t) = C(t - 1) 2^(-1 / half-life) + x(t).
 *
 * @param {Float64Array} x - lanes
 * @param {number} days - of a lane
 * @param {number[]} places - ascending
 * @param {number} halfLife - days
 * @returns {Float64Array} of each lane a number a place
 */
export function stock(x, days, places, halfLife) {
  const decay = 2 ** (-1 / halfLife);
  const levels = new Float64Array((x.length / days) * places.length);
  let into = 0;
  for (let lane = 0; lane < x.length; lane += days) {
    let level = 0;
    let read = 0;
    for (const place of places) {
      const stop = Math.min(place + 1, days);
      while (read < stop) {
        level = level * decay + x[lane + read];
        read += 1;
      }
      levels[into] = place < read ? level : level * 2 ** (-(place + 1 - read) / halfLife);
      into += 1;
    }
  }
  return levels;
}

/**
 * @param {Float64Array} x - lanes
 * @param {number} days - of a lane
 * @param {number[]} starts - places of first days
 * @param {number[]} ends - places of first days out
 * @returns {Float64Array} of each lane the sum of each period
 */
export function flow(x, days, starts, ends) {
  const sums = new Float64Array((x.length / days) * starts.length);
  let into = 0;
  for (let lane = 0; lane < x.length; lane += days) {
    for (let period = 0; period < starts.length; period += 1) {
      const stop = lane + within(ends[period], days);
      for (let at = lane + within(starts[period], days); at < stop; at += 1) sums[into] += x[at];
      into += 1;
    }
  }
  return sums;
}

/** @returns {Float64Array} of each lane the totals of its first 0, 1, 2, … days */
export function runningTotals(x, days) {
  const totals = new Float64Array((x.length / days) * (days + 1));
  let into = 0;
  for (let lane = 0; lane < x.length; lane += days) {
    into += 1;
    for (let day = 0; day < days; day += 1, into += 1) {
      totals[into] = totals[into - 1] + x[lane + day];
    }
  }
  return totals;
}

/**
 * Events behind the stock at the end of each place: begun by then, ended no more than five
 * half-lives before.
 *
 * @param {Float64Array} begun - running totals of events by their first day
 * @param {Float64Array} ended - the same by their first day out
 */
export function countStock(begun, ended, days, places, halfLife) {
  const reach = Math.min(MEMORY * halfLife, FARTHEST);
  return difference(
    begun,
    places.map((place) => within(place + 1, days)),
    ended,
    places.map((place) => within(Math.floor(place - reach) + 1, days)),
    days,
  );
}

/** Events with a day in each period. */
export function countFlow(begun, ended, days, starts, ends) {
  return difference(
    begun,
    ends.map((place) => within(place, days)),
    ended,
    starts.map((place) => within(place + 1, days)),
    days,
  );
}

function difference(begun, before, ended, gone, days) {
  const lanes = begun.length / (days + 1);
  const counts = new Float64Array(lanes * before.length);
  let into = 0;
  for (let lane = 0; lane < lanes; lane += 1) {
    const from = lane * (days + 1);
    for (let at = 0; at < before.length; at += 1, into += 1) {
      const events = begun[from + before[at]] - ended[from + gone[at]];
      counts[into] = Math.round(events * NINE_PLACES) / NINE_PLACES + 0; // -0 is written 0.
    }
  }
  return counts;
}

function within(place, days) {
  return Math.max(0, Math.min(place, days));
}

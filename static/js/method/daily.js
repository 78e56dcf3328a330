/** Daily arrays from the impacts of single events: docs/methodology.md, sections 2.5 and 3.3. */

/**
 * @typedef {object} Daily - a lane a pole, the last of OTHER; of `days` numbers each
 * @property {number} days
 * @property {Float64Array} cooperation - intensity points, of each dimension all lanes
 * @property {Float64Array} conflict
 * @property {Float64Array} begun - events by their first day, of all dimensions together
 * @property {Float64Array} ended - events by their first day out
 */

/** @returns {Daily} with nothing in it yet */
export function emptyDays({ days, poles, dimensions }) {
  const size = (poles.length + 1) * days;
  return {
    days,
    cooperation: new Float64Array(dimensions.length * size),
    conflict: new Float64Array(dimensions.length * size),
    begun: new Float64Array(size),
    ended: new Float64Array(size),
  };
}

/**
 * Say which events count: sure enough, reported by an outlet that is not left out, and not left
 * out themselves.
 *
 * @param {object} answer - of the API's impacts/
 * @param {{floor: number, withoutOutlets: number[], withoutEvents: number[]}} settings
 * @returns {Uint8Array} 1 for an event that counts
 */
export function kept({ events, outlets }, { floor, withoutOutlets, withoutEvents }) {
  const mask = Uint8Array.from(events.confidence, (confidence) => confidence >= floor);
  if (withoutOutlets.length > 0) {
    const silent = outlets.map(({ id }) => withoutOutlets.includes(id));
    events.outlets.forEach((supporting, event) => {
      if (supporting.length > 0 && supporting.every((outlet) => silent[outlet])) mask[event] = 0;
    });
  }
  for (const id of withoutEvents) {
    const event = events.id.indexOf(id);
    if (event >= 0) mask[event] = 0;
  }
  return mask;
}

/**
 * Sum the impacts of the events that count, in the order in which the server sums them.
 *
 * @param {object} answer - of the API's impacts/
 * @param {Uint8Array} mask - as `kept` says
 * @param {Daily} sums - of `emptyDays`; what was in it is gone
 * @returns {Daily} `sums`
 */
export function daily({ poles, events, impacts, counts }, mask, sums) {
  const { days, cooperation, conflict, begun, ended } = sums;
  for (const array of [cooperation, conflict, begun, ended]) array.fill(0);
  for (let row = 0; row < impacts.event.length; row += 1) {
    const event = impacts.event[row];
    if (mask[event] === 0) continue;
    const lane = events.dimension[event] * (poles.length + 1) + impacts.pole[row];
    const points = impacts.points[row];
    const first = lane * days + impacts.first[row];
    const stop = first + impacts.days[row];
    const into = points > 0 ? cooperation : conflict;
    for (let at = first; at < stop; at += 1) into[at] += points > 0 ? points : -points;
  }
  for (let row = 0; row < counts.event.length; row += 1) {
    const event = counts.event[row];
    if (mask[event] === 0) continue;
    const first = counts.pole[row] * days + events.first[event];
    begun[first] += counts.share[row];
    ended[first + events.days[event]] += counts.share[row];
  }
  return sums;
}

/** Daily arrays from the impacts of single events: docs/methodology.md, sections 2.5 and 3.3. */

/**
 * @typedef {object} Daily - arrays hold, of each dimension, a lane a pole; the last is OTHER
 * @property {number} days - of a lane
 * @property {number} lanes - of a dimension
 * @property {Float64Array} cooperation - intensity points
 * @property {Float64Array} conflict
 * @property {Float64Array} begun - events by their first day
 * @property {Float64Array} ended - events by their first day out
 */

/**
 * Say which events count: sure enough, reported by an outlet that is not left out, and not left
 * out themselves.
 *
 * @param {object} answer - of the API's impacts/
 * @param {{floor: number, withoutOutlets: number[], withoutEvents: number[]}} settings
 * @returns {Uint8Array} 1 for an event that counts
 */
export function kept({ events, outlets }, { floor, withoutOutlets, withoutEvents }) {
  const gone = new Set(withoutEvents);
  const silent = outlets.map(({ id }) => withoutOutlets.includes(id));
  return Uint8Array.from(events.id, (id, at) => {
    const supporting = events.outlets[at];
    const isUnsupported = supporting.length > 0 && supporting.every((outlet) => silent[outlet]);
    return events.confidence[at] >= floor && !isUnsupported && !gone.has(id);
  });
}

/**
 * @param {object} answer - of the API's impacts/
 * @param {Uint8Array} mask - as `kept` says
 * @returns {Daily}
 */
export function daily(answer, mask) {
  const { days, impacts, counts, events } = answer;
  const lanes = answer.poles.length + 1;
  const size = answer.dimensions.length * lanes * days;
  const arrays = ["cooperation", "conflict", "begun", "ended"];
  const found = Object.fromEntries(arrays.map((name) => [name, new Float64Array(size)]));
  const lane = (event, pole) => (events.dimension[event] * lanes + pole) * days;
  impacts.event.forEach((event, row) => {
    if (!mask[event]) return;
    const points = impacts.points[row];
    const into = points > 0 ? found.cooperation : found.conflict;
    const first = lane(event, impacts.pole[row]) + impacts.first[row];
    const stop = first + impacts.days[row];
    for (let at = first; at < stop; at += 1) into[at] += Math.abs(points);
  });
  counts.event.forEach((event, row) => {
    if (!mask[event]) return;
    const first = lane(event, counts.pole[row]) + events.first[event];
    found.begun[first] += counts.share[row];
    found.ended[first + events.days[event]] += counts.share[row];
  });
  return { days, lanes, ...found };
}

/** A chart that is changed where it stands, instead of another in its place. */

/**
 * Let data sets that are drawn already take over what the fresh ones say, so that the chart knows
 * them again.
 *
 * @param {object[]} drawn @param {object[]} fresh @returns {object[]} as many as the fresh ones
 */
export function kept(drawn, fresh) {
  return fresh.map((dataset) => {
    const known = drawn.find((other) => keyOf(other) === keyOf(dataset));
    if (!known) return dataset;
    for (const name of Object.keys(known)) if (!(name in dataset)) delete known[name];
    return Object.assign(known, dataset);
  });
}

/** A band that becomes a column is another thing. */
function keyOf({ type, pole, label, isGap = false }) {
  return [type, pole?.code ?? label, isGap].join();
}

/** Draw a configuration on a chart, in all the room it has; nothing stays pointed at. */
export function change(chart, { data, options }, { clientWidth, clientHeight }) {
  chart.setActiveElements([]);
  chart.tooltip.setActiveElements([], { x: 0, y: 0 });
  chart.data.datasets = kept(chart.data.datasets, data.datasets);
  chart.options = options;
  // It would find out by itself, but later than what stands beside it.
  if (chart.width !== clientWidth || chart.height !== clientHeight) chart.resize();
  chart.update("none");
}

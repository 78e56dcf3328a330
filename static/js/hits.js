/** Which pole lies under a pointer. */

const NEAR = 12; // Pixels.

/**
 * @param {object} chart - of Chart.js
 * @param {number} index - of the point
 * @param {number} y - pixels from the top of the canvas
 * @returns {object | null} the pole whose band holds the height
 */
export function bandAt(chart, index, y) {
  if (y > chart.chartArea.bottom || y < chart.chartArea.top) return null;
  return poles(chart, index).find(({ top }) => top <= y)?.pole ?? null; // From the bottom up.
}

/** @returns {object | null} the pole whose line is nearest, if it is near */
export function lineAt(chart, index, y) {
  const near = poles(chart, index)
    .map(({ pole, top }) => ({ pole, away: Math.abs(top - y) }))
    .filter(({ away }) => away <= NEAR)
    .sort((a, b) => a.away - b.away);
  return near[0]?.pole ?? null;
}

function poles(chart, index) {
  return chart.data.datasets
    .map(({ pole, data }, dataset) => ({ pole, mark: data[index], dataset }))
    .filter(({ pole, mark }) => pole && mark.y !== null)
    .map(({ pole, dataset }) => ({ pole, top: chart.getDatasetMeta(dataset).data[index].y }));
}

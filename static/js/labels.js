/** Names at the ends of the lines, where the eye already is, instead of a legend. */

const LINE_HEIGHT = 24; // A finger's breadth: the names are buttons.
const SAMPLE = 28; // With the gap to its name.
const GAP = 14; // From the plot to the names, for the lines that lead there.
const NEAR = 3; // Pixels: a name this near to its line needs no lead.
const LEAST_ROOM = 148; // The same for all charts of poles, so that their time axes end together.

/**
 * Move labels apart so that none covers another, each as near to its line as it gets.
 *
 * @param {number[]} wanted - where each label would like to be, in pixels from the top; of those
 *        at one height the later is above, as bands of no height are stacked
 * @param {{height: number, top: number, bottom: number}} room
 * @returns {number[]} where each goes, in the order of `wanted`
 */
export function spread(wanted, { height, top, bottom }) {
  const order = wanted.map((y, index) => ({ y, index })).sort((a, b) => a.y - b.y || b.index - a.index);
  let lowest = top;
  for (const label of order) {
    label.y = Math.max(label.y, lowest);
    lowest = label.y + height;
  }
  let highest = bottom;
  for (const label of order.toReversed()) {
    label.y = Math.min(label.y, highest);
    highest = label.y - height;
  }
  return order.sort((a, b) => a.index - b.index).map(({ y }) => y);
}

/** @returns {number} the pixels to keep free at the right of the plot */
export function labelRoom(labels, measure) {
  const widest = Math.max(0, ...labels.map(({ text }) => measure(text)));
  if (labels.length === 1) return GAP + Math.ceil(widest);
  return Math.max(LEAST_ROOM, GAP + SAMPLE + Math.ceil(widest));
}

/**
 * A Chart.js plugin that finds each name its place. Its options: `labels`, each `{code, text,
 * dataset, value, color, filled, isHidden}`, where a hidden one has no data set, only its last
 * value; and `place`, which takes the heights in the order of the labels, and the pixels from the
 * left. A band's label stands at the middle of the band's end.
 */
export const endLabels = {
  id: "endLabels",
  afterUpdate(chart, _arguments, { labels, place }) {
    if (labels?.length && place) place(heightsOf(chart, labels), chart.chartArea.right + GAP);
  },
  afterDatasetsDraw(chart, _arguments, { labels }) {
    if (labels?.length) drawLeads(chart, labels, heightsOf(chart, labels));
  },
};

function heightsOf(chart, labels) {
  const { top, bottom } = chart.chartArea;
  const room = { height: LINE_HEIGHT, top: top + 4, bottom: bottom - 4 };
  return spread(
    labels.map((label) => endOf(chart, label)),
    room,
  );
}

/** The height at which a label's line, or the middle of its band, ends; the bottom if nowhere. */
function endOf(chart, label) {
  const { scales, chartArea } = chart;
  if (label.isHidden) {
    const isNowhere = label.filled || label.value === null;
    return isNowhere ? chartArea.bottom : scales.y.getPixelForValue(label.value);
  }
  return lineEnd(chart, label.dataset) ?? chartArea.bottom;
}

function lineEnd(chart, dataset) {
  const last = chart.data.datasets[dataset].data.findLastIndex(({ y }) => y !== null);
  if (last < 0) return null;
  const height = (index) => chart.getDatasetMeta(index).data[last].getProps(["y"], true).y;
  const { under } = chart.data.datasets[dataset];
  if (under === undefined) return height(dataset);
  const floor = under === null ? chart.chartArea.bottom : height(under);
  return (height(dataset) + floor) / 2;
}

/** A name that had to move is led to by a thin line of its colour. */
function drawLeads(chart, labels, heights) {
  const { ctx, chartArea } = chart;
  ctx.save();
  labels.forEach((label, index) => {
    const end = label.isHidden ? null : lineEnd(chart, label.dataset);
    if (end === null || Math.abs(end - heights[index]) < NEAR) return;
    ctx.strokeStyle = label.color;
    ctx.beginPath();
    ctx.moveTo(chartArea.right + 2, end);
    ctx.lineTo(chartArea.right + GAP - 3, heights[index]);
    ctx.stroke();
  });
  ctx.restore();
}

/** Names at the ends of the lines, where the eye already is, instead of a legend. */

const LINE_HEIGHT = 17;
const SWATCH = 14;
const GAP = 6;
const LEAST_ROOM = 128; // The same for all charts of poles, so that their time axes end together.

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
  return Math.max(LEAST_ROOM, GAP + SWATCH + GAP + Math.ceil(widest));
}

/**
 * A Chart.js plugin. Its options: `labels`, each `{dataset, text, color, dash}` with the data
 * set's index, and `ink`. A band's label stands at the middle of the band's end.
 */
export const endLabels = {
  id: "endLabels",
  afterDatasetsDraw(chart, _arguments, { labels, ink }) {
    if (!labels?.length) return;
    const { ctx, chartArea } = chart;
    const placed = labels.map((label) => ({ ...label, end: lineEnd(chart, label.dataset) }));
    const drawn = placed.filter(({ end }) => end !== null);
    const room = { height: LINE_HEIGHT, top: chartArea.top + 4, bottom: chartArea.bottom - 4 };
    const heights = spread(
      drawn.map(({ end }) => end),
      room,
    );
    ctx.save();
    ctx.font = `${chart.options.font.size}px ${chart.options.font.family}`;
    ctx.textBaseline = "middle";
    drawn.forEach((label, index) => {
      const x = chartArea.right + GAP;
      // A name needs its sample only beside others.
      if (drawn.length > 1) drawSample(ctx, x, heights[index], label);
      ctx.fillStyle = ink;
      ctx.fillText(label.text, drawn.length > 1 ? x + SWATCH + GAP : x, heights[index]);
    });
    ctx.restore();
  },
};

/** The height at which a data set's line, or the middle of its band, ends. */
function lineEnd(chart, dataset) {
  const meta = chart.getDatasetMeta(dataset);
  const last = chart.data.datasets[dataset].data.findLastIndex(({ y }) => y !== null);
  if (last < 0) return null;
  const { y } = meta.data[last];
  const under = chart.data.datasets[dataset].under;
  if (under === undefined) return y;
  const floor = under === null ? chart.chartArea.bottom : chart.getDatasetMeta(under).data[last].y;
  return (y + floor) / 2;
}

function drawSample(ctx, x, y, { color, dash, filled }) {
  ctx.fillStyle = ctx.strokeStyle = color;
  if (filled) {
    ctx.fillRect(x + 2, y - 5, 10, 10);
  } else {
    ctx.lineWidth = 2.5;
    ctx.setLineDash(dash);
    ctx.beginPath();
    ctx.moveTo(x, y);
    ctx.lineTo(x + SWATCH, y);
    ctx.stroke();
  }
}

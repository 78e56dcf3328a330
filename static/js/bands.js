/** Intervals: bands around lines, or bars through points; one pole stands out, the others fade. */

const FILL = { usual: 0.09, alone: 0.16, active: 0.3, faded: 0.03 };
const LINE = { usual: 1, alone: 1, active: 1, faded: 0.25 };
const BAR = { usual: 0.3, alone: 0.6, active: 1, faded: 0.08 };

const actives = new WeakMap();

/**
 * Let one pole's line and band stand out; null: all alike.
 *
 * @param {object} chart - of Chart.js
 * @param {string | null} code - the pole's
 */
export function emphasize(chart, code) {
  if ((actives.get(chart) ?? null) === code) return;
  actives.set(chart, code);
  chart.draw();
}

/**
 * A Chart.js plugin. A data set has a band when it says so: `band`, a `{x, low, high}` or null
 * for every mark, and `isBars` where nothing lies between two marks.
 */
export const bands = {
  id: "bands",
  beforeDatasetsDraw(chart) {
    for (const dataset of chart.data.datasets) if (dataset.band) drawBand(chart, dataset);
  },
  beforeDatasetDraw(chart, { index }) {
    chart.ctx.save();
    const dataset = chart.data.datasets[index];
    if (dataset.band) chart.ctx.globalAlpha = LINE[lookOf(chart, dataset)];
  },
  afterDatasetDraw(chart) {
    chart.ctx.restore();
  },
};

function lookOf(chart, { pole }) {
  if (chart.data.datasets.filter(({ band }) => band).length === 1) return "alone";
  const active = actives.get(chart) ?? null;
  if (active === null) return "usual";
  return pole?.code === active ? "active" : "faded";
}

function drawBand(chart, dataset) {
  const { ctx, chartArea } = chart;
  const look = lookOf(chart, dataset);
  ctx.save();
  ctx.beginPath();
  ctx.rect(chartArea.left, chartArea.top, chartArea.right - chartArea.left, chartArea.bottom - chartArea.top);
  ctx.clip();
  ctx.fillStyle = ctx.strokeStyle = dataset.borderColor;
  if (dataset.isBars) {
    ctx.globalAlpha = BAR[look];
    ctx.lineWidth = 1.5;
    for (const mark of dataset.band) if (mark) drawBar(ctx, chart.scales, mark);
  } else {
    ctx.globalAlpha = FILL[look];
    for (const run of runs(dataset.band)) fillRun(ctx, chart.scales, run);
  }
  ctx.restore();
}

function drawBar(ctx, { x, y }, mark) {
  const at = x.getPixelForValue(mark.x);
  ctx.beginPath();
  ctx.moveTo(at, y.getPixelForValue(mark.low));
  ctx.lineTo(at, y.getPixelForValue(mark.high));
  ctx.stroke();
}

function fillRun(ctx, { x, y }, run) {
  ctx.beginPath();
  for (const mark of run) ctx.lineTo(x.getPixelForValue(mark.x), y.getPixelForValue(mark.high));
  for (const mark of run.toReversed()) {
    ctx.lineTo(x.getPixelForValue(mark.x), y.getPixelForValue(mark.low));
  }
  ctx.fill();
}

/** @returns {object[][]} the stretches without a gap */
export function runs(marks) {
  const found = [[]];
  for (const mark of marks) {
    if (mark) found.at(-1).push(mark);
    else if (found.at(-1).length > 0) found.push([]);
  }
  return found.filter((run) => run.length > 0);
}

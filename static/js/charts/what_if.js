/** Shares under a reader's settings, strong, and by default, faint; redrawn in place. */

import { timeAxis, VALUE_AXIS_WIDTH, valueAxis } from "../axes.js";
import { faint, poleColor, poleDash } from "../colors.js";
import { capital, percent, periodInWords } from "../format.js";
import { spread } from "../labels.js";
import { isThin, poleSeries, spanOf, stretches } from "../series.js";

const WIDE = 520; // From this width on, names stand at the line ends.
const LINE_HEIGHT = 17;
const GAP = 6;
const SAMPLE = 20;

/**
 * @param {object} balance - the API's, whose points are under the settings
 * @param {object[]} usual - the same points by default
 * @param {{theme: object, width: number, measure: (text: string) => number,
 *          label: (pole: object, point: object, usual: object) => string}} setting
 * @returns {object} a Chart.js configuration
 */
export function whatIfChart(balance, usual, { theme, width, measure, label }) {
  const isWide = width >= WIDE;
  const names = balance.poles.map((pole) => endOf(pole, balance, theme));
  const widest = Math.max(...names.map(({ name }) => measure(`${name} ${percent(1)}`)));
  const right = isWide ? Math.ceil(widest) + SAMPLE + 2 * GAP : 10;
  const span = spanOf(balance);
  return {
    type: "line",
    data: {
      datasets: [
        ...balance.poles.map((pole) => yours(balance, pole, theme)),
        ...balance.poles.map((pole) => byDefault({ ...balance, points: usual }, pole, theme)),
      ],
    },
    options: {
      responsive: true,
      maintainAspectRatio: false,
      animation: false,
      parsing: false,
      normalized: true,
      font: { family: theme.font, size: 13 },
      interaction: { mode: "index", axis: "x", intersect: false },
      layout: { padding: { top: 8, right } },
      scales: {
        x: timeAxis({ ...span, width: width - VALUE_AXIS_WIDTH - right, theme }),
        y: valueAxis({ min: 0, max: 1, step: 0.25, label: percent, theme }),
      },
      plugins: {
        legend: { display: false },
        tooltip: tooltip(balance, usual, theme, label),
        evidence: {
          thin: thinOf(balance),
          hatch: faint(theme.muted, 0.2),
          ink: theme.muted,
          paper: theme.paper,
        },
      },
    },
    plugins: isWide ? [lineEnds(names, theme)] : [],
  };
}

/**
 * Take over points that have changed; nothing else of the chart moves.
 *
 * @param {object} chart - made from `whatIfChart`
 * @param {object} balance - the same object, its points under new settings
 */
export function renew(chart, balance) {
  const { points } = balance;
  for (const { pole, data, isDefault } of chart.data.datasets) {
    if (isDefault) continue;
    for (let at = 0; at < points.length; at += 1) data[at].y = points[at].poles[pole.code].share;
  }
  chart.options.plugins.evidence.thin = thinOf(balance);
  chart.update("none");
}

function thinOf(balance) {
  return stretches(balance, (point) => isThin(point) && point.reason === null);
}

function common(balance, pole) {
  return {
    type: "line",
    label: capital(pole.name),
    pole,
    data: poleSeries(balance, pole.code, "share"),
    pointRadius: 0,
    borderJoinStyle: "round",
  };
}

function yours(balance, pole, theme) {
  const color = poleColor(pole, theme);
  return {
    ...common(balance, pole),
    isDefault: false,
    borderColor: color,
    backgroundColor: color,
    borderDash: poleDash(pole),
    borderWidth: 2.5,
    pointHoverRadius: 4,
  };
}

function byDefault(balance, pole, theme) {
  return {
    ...common(balance, pole),
    isDefault: true,
    borderColor: `${poleColor(pole, theme)}b0`,
    borderDash: [4, 4],
    borderWidth: 1.25,
    pointHoverRadius: 0,
  };
}

function tooltip({ points }, usual, theme, label) {
  return {
    filter: ({ dataset }) => !dataset.isDefault,
    backgroundColor: theme.paper,
    borderColor: theme.strong,
    borderWidth: 1,
    cornerRadius: 2,
    padding: 10,
    caretSize: 0,
    caretPadding: 12,
    titleColor: theme.ink,
    bodyColor: theme.ink,
    boxWidth: 10,
    boxHeight: 10,
    boxPadding: 6,
    callbacks: {
      title: ([item]) =>
        item ? periodInWords(points[item.dataIndex].start, points[item.dataIndex].end) : "",
      label: ({ dataIndex, dataset }) => label(dataset.pole, points[dataIndex], usual[dataIndex]),
    },
  };
}

function endOf(pole, balance, theme) {
  return {
    name: capital(pole.name),
    color: poleColor(pole, theme),
    dash: poleDash(pole),
    value: () => balance.points.at(-1)?.poles[pole.code].share ?? null,
  };
}

/** A Chart.js plugin: each pole's name with its last value, where its line ends. */
function lineEnds(names, { ink }) {
  return {
    id: "lineEnds",
    afterDatasetsDraw({ ctx, chartArea, scales, options }) {
      const shown = names.filter(({ value }) => value() !== null);
      const wanted = shown.map(({ value }) => scales.y.getPixelForValue(value()));
      const room = { height: LINE_HEIGHT, top: chartArea.top + 4, bottom: chartArea.bottom - 4 };
      const heights = spread(wanted, room);
      const left = chartArea.right + GAP;
      ctx.save();
      ctx.font = `${options.font.size}px ${options.font.family}`;
      ctx.textBaseline = "middle";
      ctx.lineWidth = 2.5;
      shown.forEach(({ name, color, dash, value }, at) => {
        ctx.strokeStyle = color;
        ctx.setLineDash(dash);
        ctx.beginPath();
        ctx.moveTo(left, heights[at]);
        ctx.lineTo(left + SAMPLE - GAP, heights[at]);
        ctx.stroke();
        ctx.fillStyle = ink;
        ctx.fillText(`${name} ${percent(value())}`, left + SAMPLE, heights[at]);
      });
      ctx.restore();
    },
  };
}

import { equal, test } from "/runner.js";
import { setting, spring, sureSpring } from "/example.js";
import { toneChart } from "/static/js/charts/tone.js";

const numbers = (config) => config.data.datasets.map(({ data }) => data.map(({ y }) => y));

test("the lines are the tones; one without a value has a gap, the chart has none", () => {
  equal(numbers(toneChart(spring(), setting())), [
    [-0.2, -0.4, 0],
    [0.5, null, 0.25],
    [null, null, null],
  ]);
});

test("the axis goes from conflict to cooperation", () => {
  const { y } = toneChart(spring(), setting()).options.scales;
  equal([y.min, y.max, y.ticks.callback(-0.5)], [-1, 1, "\u22120.5"]);
});

test("every line has a dash beside its colour", () => {
  const dashes = toneChart(spring(), setting())
    .data.datasets.slice(0, 2)
    .map(({ borderDash }) => borderDash.length > 0);
  equal(dashes, [false, true]);
});

test("a pole without events is said to have none", () => {
  const { page } = toneChart(spring(), setting());
  equal(
    page.describe(1),
    "April 2024: Russia \u22120.40, 1 event; China: no events. Thin evidence: few or weak events.",
  );
  equal(
    page.describe(1, spring().poles[1]),
    "April 2024: China: no events. Thin evidence: few or weak events.",
  );
});

test("a line that is alone between gaps is a dot", () => {
  const balance = spring();
  balance.points[0].poles.russia.tone = balance.points[2].poles.russia.tone = null;
  const [russia] = toneChart(balance, setting()).data.datasets;
  equal([russia.pointRadius({ dataIndex: 1 }), russia.pointRadius({ dataIndex: 0 })], [3, 0]);
});

test("names stand at the ends with the last tone", () => {
  const { labels } = toneChart(spring(), setting()).options.plugins.endLabels;
  equal(
    labels.map(({ text }) => text),
    ["Russia 0.00", "China +0.25"],
  );
});

test("a tone is said with its interval", () => {
  const balance = sureSpring();
  equal(
    toneChart(balance, setting()).page.describe(2, balance.poles[1]),
    "May 2024: China +0.25 (+0.05 to +0.45), 2 events. Thin evidence: few or weak events.",
  );
});

import { equal, test } from "/runner.js";
import { day, setting, spring, sureSpring } from "/example.js";
import { poleLines } from "/static/js/charts/lines.js";

const MEASURED = {
  measure: "share",
  y: {},
  write: String,
  range: ([low, high]) => `${low} to ${high}`,
  reason: (_point, isNull) => (isNull ? "nothing" : ""),
  absent: (_point, poles) => poles.map(({ name }) => `${name}: none`),
};

test("a line has an interval where the API has one", () => {
  const [russia] = poleLines(sureSpring(), setting(), MEASURED).data.datasets;
  equal(russia.band, [
    { x: day("2024-03-31"), low: 0.65, high: 0.85 },
    null,
    { x: day("2024-05-31"), low: 0.3, high: 0.7 },
  ]);
});

test("while they are pending the same lines have none", () => {
  const [russia] = poleLines(spring(), setting(), MEASURED).data.datasets;
  equal([russia.band, russia.data.length], [[null, null, null], 3]);
});

test("flow has bars, stock has bands", () => {
  const isBars = (kernel) => poleLines(sureSpring({ kernel }), setting(), MEASURED).data.datasets[0].isBars;
  equal([isBars("flow"), isBars("stock")], [true, false]);
});

test("poles without a value are said to have none, and the chart when all are", () => {
  const balance = spring();
  balance.points[0].poles.china.share = null;
  const { page } = poleLines(balance, setting(), MEASURED);
  equal(page.describe(0), "March 2024: Russia 0.75, 3 events; China: none.");
  equal(page.describe(1).split(".")[0], "April 2024: nothing");
});

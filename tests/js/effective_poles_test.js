import { equal, test } from "/runner.js";
import { setting, spring, sureSpring } from "/example.js";
import { effectivePolesChart } from "/static/js/charts/effective_poles.js";

test("the line is the number of effective poles, and the gap is marked", () => {
  const { datasets } = effectivePolesChart(spring(), setting()).data;
  equal(
    datasets.map(({ data }) => data.map(({ y }) => y)),
    [
      [1.8, null, 2],
      [null, 1, null],
    ],
  );
});

test("the axis goes from one to the number of poles", () => {
  const { y } = effectivePolesChart(spring(), setting()).options.scales;
  equal([y.min, y.max], [1, 2]);
});

test("a point is said as partners", () => {
  const { page } = effectivePolesChart(spring(), setting());
  equal(page.describe(0), "March 2024: as if 1.8 equal partners, 4.5 events.");
  equal(
    effectivePolesChart(sureSpring(), setting()).page.describe(0),
    "March 2024: as if 1.8 (1.7–1.8) equal partners, 4.5 events.",
  );
});

test("the last value stands at the end", () => {
  const { labels } = effectivePolesChart(spring(), setting()).options.plugins.endLabels;
  equal(labels[0].text, "2.0");
});

test("without a value at the end there is no number", () => {
  const balance = spring();
  balance.points[2].effective_poles = null;
  const { labels } = effectivePolesChart(balance, setting()).options.plugins.endLabels;
  equal(labels[0].text, "");
});

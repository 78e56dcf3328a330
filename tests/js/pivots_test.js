import { equal, test } from "/runner.js";
import { day, LIGHT, setting, spring } from "/example.js";
import { sharesChart } from "/static/js/charts/shares.js";
import { arrangePivots, pivotAnnotations } from "/static/js/pivots.js";

const SPACE = {
  min: day("2024-01-01"),
  max: day("2025-01-01"),
  left: 0,
  right: 366,
  measure: () => 92, // With its padding a label is 100 pixels wide; a day is one.
};
const pivot = (date) => ({ date, label: "pivot, p 0.001", url: `/pivots/AZE/#pivot-${date}` });
const rows = (...dates) => arrangePivots(dates.map(pivot), SPACE).map(({ row }) => row);

test("labels that would cover each other stand in rows", () => {
  equal(rows("2024-01-01", "2024-06-01"), [0, 0]);
  equal(rows("2024-01-01", "2024-02-01", "2024-03-01", "2024-05-01"), [0, 1, 2, 0]);
});

test("near the end of the plot a label flies to the left", () => {
  const sides = arrangePivots([pivot("2024-03-01"), pivot("2024-12-01")], SPACE);
  equal(sides.map(({ isLeft }) => isLeft), [false, true]);
});

test("what lies outside the plot is left out", () => {
  equal(rows("2023-12-31", "2025-01-01"), []);
});

test("a line is dashed, unlike a pin's, and its label opens the page of pivots", () => {
  const opened = [];
  const arranged = arrangePivots([pivot("2024-06-01")], SPACE);
  const found = pivotAnnotations(arranged, LIGHT, (url) => opened.push(url));
  found.chance0.click({}, {});
  equal([found.pivot0.value, found.pivot0.borderDash], [day("2024-06-01"), [7, 4]]);
  equal([found.chance0.content, opened], ["pivot, p 0.001", ["/pivots/AZE/#pivot-2024-06-01"]]);
});

test("on layers a line has the colour of ink, which stands out from all poles", () => {
  const colors = ["lines", "layers"].map((view) => {
    const config = sharesChart(spring(), setting({ view, pivots: [pivot("2024-05-01")] }));
    return config.options.plugins.annotation.annotations.pivot0.borderColor;
  });
  equal(colors, [LIGHT.accent, LIGHT.ink]);
});

test("pivots and pins stand on one chart", () => {
  const pins = [{ date: "2024-04-10", title: "A treaty", url: "" }];
  const config = sharesChart(spring(), setting({ pins, pivots: [pivot("2024-05-01")] }));
  equal(Object.keys(config.options.plugins.annotation.annotations), ["pivot0", "chance0", "staff1", "flag1"]);
});

import { equal, holds, place, test } from "/runner.js";
import { setting, spring } from "/example.js";
import { sharesChart } from "/static/js/charts/shares.js";
import { change, kept } from "/static/js/kept.js";

const russia = { pole: { code: "russia" }, type: "line" };

test("a data set that is drawn takes over what the fresh one says, and nothing else", () => {
  const drawn = { ...russia, data: [1], fill: "origin" };
  const [one] = kept([drawn], [{ ...russia, data: [2] }]);
  holds(one === drawn, "another one");
  equal(one, { ...russia, data: [2] });
});

test("another pole, and a band that becomes a column, are others", () => {
  const drawn = { ...russia, data: [1] };
  for (const fresh of [{ ...drawn, pole: { code: "china" } }, { ...drawn, type: "bar" }]) {
    holds(kept([drawn], [fresh])[0] === fresh, "taken for the same");
  }
});

test("a chart changes where it stands, whatever is pointed at", () => {
  const frame = place('<div><canvas role="img"></canvas></div>');
  Object.assign(frame.style, { position: "relative", width: "800px", height: "300px" });
  const chart = new window.Chart(frame.querySelector("canvas"), sharesChart(spring(), setting()));
  const last = [{ datasetIndex: 1, index: 2 }];
  chart.setActiveElements(last);
  chart.tooltip.setActiveElements(last, { x: 1, y: 1 });
  const looks = [
    { points: spring().points.slice(0, 1) },
    { kernel: "flow" },
    {},
  ].flatMap((parts) => ["layers", "lines"].map((view) => [parts, view]));
  for (const [parts, view] of looks) {
    for (const hidden of [new Set(["russia"]), new Set()]) {
      const fresh = sharesChart(spring(parts), setting({ view, hidden }));
      const wanted = fresh.data.datasets.map(({ data, fill }) => [data, fill]);
      change(chart, fresh, frame);
      equal(chart.data.datasets.map(({ data, fill }) => [data, fill]), wanted);
    }
  }
  equal(chart.getActiveElements(), []);
  frame.style.width = "500px";
  change(chart, sharesChart(spring(), setting({ width: 500 })), frame);
  equal(chart.width, 500);
  chart.destroy();
});

import { equal, holds, place, test } from "/runner.js";
import { day, setting, spring } from "/example.js";
import { annotation } from "/static/js/annotations.js";
import { sharesChart } from "/static/js/charts/shares.js";
import { toneChart } from "/static/js/charts/tone.js";
import { crosshair } from "/static/js/crosshair.js";
import { evidence } from "/static/js/evidence.js";
import { WIDE } from "/static/js/frame.js";
import { endLabels } from "/static/js/labels.js";

window.Chart.register(annotation, crosshair, endLabels, evidence);

const PINS = [{ date: "2024-04-10", title: "A treaty", url: "/events/1/" }];

/** Draw on a canvas of the page. */
function draw(config, width = 800) {
  const frame = place('<div><canvas role="img"></canvas></div>');
  Object.assign(frame.style, { position: "relative", width: `${width}px`, height: "300px" });
  return new window.Chart(frame.querySelector("canvas"), config);
}

test("a wide chart has its names at the ends, a narrow one below it", () => {
  const shown = (width) => {
    const { options, page } = sharesChart(spring(), setting({ width }));
    return [options.plugins.endLabels.labels.length, page.isWide, page.labels.length];
  };
  equal([shown(WIDE), shown(WIDE - 1)], [
    [2, true, 2],
    [0, false, 2],
  ]);
});

test("below a chart layers are named as they lie, the top one first", () => {
  const codes = (width) =>
    sharesChart(spring(), setting({ width, view: "layers" })).page.labels.map(({ code }) => code);
  equal([codes(WIDE - 1), codes(WIDE)], [
    ["china", "russia"],
    ["russia", "china"],
  ]);
});

test("names have their places as soon as a chart is laid out, hidden ones too", () => {
  for (const view of ["lines", "layers"]) {
    const hidden = new Set(["china"]);
    const config = sharesChart(spring(), setting({ width: 800, view, hidden }));
    let placed = null;
    config.options.plugins.endLabels.place = (heights, left) => (placed = { heights, left });
    const chart = draw(config);
    const { bottom, right } = chart.chartArea;
    chart.destroy();
    holds(placed.left > right, `left ${placed.left}`);
    holds(placed.heights.every((y) => y > 0 && y <= bottom), `heights ${placed.heights}`);
  }
});

test("pins fly their titles on a wide chart and numbers on a narrow one", () => {
  const flag = (width) => {
    const config = sharesChart(spring(), setting({ width, pins: PINS }));
    return [config.page.isNumbered, config.options.plugins.annotation.annotations.flag1.content];
  };
  equal([flag(1000), flag(360)], [
    [false, "A treaty"],
    [true, "1"],
  ]);
});

test("a label is opened by a click on it, not under it", async () => {
  const pivots = [{ date: "2024-04-10", label: "pivot, p 0.001", url: "/pivots/AZE/" }];
  const opened = [];
  const open = (url) => opened.push(url);
  const chart = draw(sharesChart(spring(), setting({ width: 800, pivots, open })));
  const { left, top } = chart.canvas.getBoundingClientRect();
  const x = left + chart.scales.x.getPixelForValue(day("2024-04-10")) + 10;
  for (const y of [top + 200, top + chart.chartArea.top + 10]) {
    for (const type of ["mousemove", "click"]) {
      chart.canvas.dispatchEvent(new MouseEvent(type, { clientX: x, clientY: y, bubbles: true }));
      await new Promise((resolve) => requestAnimationFrame(resolve)); // A chart listens by frames.
    }
  }
  chart.destroy();
  equal(opened, ["/pivots/AZE/"]);
});

test("thin evidence is hatched, where there is any", () => {
  const { thin } = sharesChart(spring(), setting()).options.plugins.evidence;
  equal(thin, [{ from: day("2024-05-01"), to: day("2024-06-01") }]);
});

test("a gap is a span with a word", () => {
  const { gaps } = sharesChart(spring(), setting()).options.plugins.evidence;
  equal(gaps, [
    {
      from: day("2024-04-01"),
      to: day("2024-05-01"),
      text: "only conflict, no cooperation to share",
    },
  ]);
});

test("who asks for less motion gets none", () => {
  equal(sharesChart(spring(), setting({ still: true })).options.animation, false);
  holds(sharesChart(spring(), setting({ still: false })).options.animation.duration > 0, "still");
});

test("bands are stacked: together they fill the plot", () => {
  const chart = draw(sharesChart(spring(), setting({ width: 800, view: "layers" })));
  const tops = [0, 1].map((index) => Math.round(chart.getDatasetMeta(index).data[0].y));
  const { top, bottom } = chart.chartArea;
  chart.destroy();
  equal(tops, [Math.round(bottom - 0.75 * (bottom - top)), Math.round(top)]);
});

test("columns are stacked as well, and stand over the middle of their months", () => {
  const chart = draw(sharesChart(spring({ kernel: "flow" }), setting({ width: 800, view: "layers" })));
  const [column] = chart.getDatasetMeta(1).data;
  const { top, left } = chart.chartArea;
  const middle = chart.scales.x.getValueForPixel(column.x);
  chart.destroy();
  equal([Math.round(column.y), new Date(middle).toISOString().slice(0, 10)], [Math.round(top), "2024-03-16"]);
  holds(column.x - column.width / 2 > left - 2, "the first column leaves the plot");
});

test("a null is a gap in the line", () => {
  const chart = draw(toneChart(spring(), setting({ width: 800 })));
  const skipped = chart.getDatasetMeta(1).data.map(({ skip }) => Boolean(skip));
  chart.destroy();
  equal(skipped, [false, true, false]);
});

test("over a gap the tooltip gives the reason", () => {
  const chart = draw(sharesChart(spring(), setting({ width: 800, pins: PINS })));
  const gap = [{ datasetIndex: 2, index: 1 }];
  chart.tooltip.setActiveElements(gap, { x: 400, y: 100 });
  chart.update("none");
  const lines = chart.tooltip.body.flatMap((part) => part.lines);
  chart.destroy();
  equal(lines, ["only conflict, no cooperation to share"]);
});

test("a chart draws on any width, with nothing and with one point", () => {
  for (const width of [200, 320, 800]) {
    for (const points of [[], spring().points.slice(0, 1)]) {
      draw(sharesChart(spring({ points }), setting({ width, pins: PINS })), width).destroy();
      draw(toneChart(spring({ points }), setting({ width })), width).destroy();
    }
  }
});

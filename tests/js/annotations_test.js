import { equal, holds, place, test } from "/runner.js";
import { annotation } from "/static/js/annotations.js";

const BLACK = "rgb(0, 0, 0)";
const RED = "rgb(255, 0, 0)";

function line(value, parts = {}) {
  return { type: "line", value, borderColor: RED, borderWidth: 2, borderDash: [], ...parts };
}

function label(xValue, click, parts = {}) {
  return {
    type: "label",
    xValue,
    content: "label",
    font: { size: 12 },
    color: BLACK,
    backgroundColor: RED,
    padding: { left: 4, right: 4, top: 1, bottom: 1 },
    position: { x: "start", y: "end" },
    click,
    ...parts,
  };
}

/** A chart from 0 to 10 with these, and nothing else. */
function draw(annotations) {
  const frame = place('<div><canvas role="img"></canvas></div>');
  Object.assign(frame.style, { position: "relative", width: "500px", height: "300px" });
  const canvas = frame.querySelector("canvas");
  canvas.getContext("2d", { willReadFrequently: true });
  return new window.Chart(canvas, {
    type: "line",
    data: { datasets: [{ data: [] }] },
    options: {
      animation: false,
      maintainAspectRatio: false,
      layout: { padding: { top: 40 } },
      scales: { x: { type: "linear", min: 0, max: 10 } },
      plugins: { legend: { display: false }, annotation: { annotations } },
    },
    plugins: [annotation],
  });
}

function colorAt({ ctx, currentDevicePixelRatio: ratio }, x, y) {
  return [...ctx.getImageData(x * ratio, y * ratio, 1, 1).data.slice(0, 3)].join();
}

async function does(chart, type, x, y) {
  const { left, top } = chart.canvas.getBoundingClientRect();
  chart.canvas.dispatchEvent(new MouseEvent(type, { clientX: left + x, clientY: top + y, bubbles: true }));
  await new Promise((resolve) => requestAnimationFrame(resolve)); // A chart listens by frames.
}

test("a line crosses the plot, and goes on above it as far as it says", () => {
  const chart = draw({ short: line(3), tall: line(6, { above: 20 }) });
  const { top, bottom } = chart.chartArea;
  const x = (value) => Math.round(chart.scales.x.getPixelForValue(value));
  const colors = [top + 5, bottom - 5, top - 10].map((y) => [3, 6].map((at) => colorAt(chart, x(at), y)));
  chart.destroy();
  equal(colors, [
    ["255,0,0", "255,0,0"],
    ["255,0,0", "255,0,0"],
    ["0,0,0", "255,0,0"],
  ]);
});

test("a label stands on the edge or hangs from it, and is clicked where it is", async () => {
  const opened = [];
  const chart = draw({
    on: label(2, () => opened.push("on")),
    under: label(6, () => opened.push("under"), { position: { x: "end", y: "start" } }),
  });
  const { top } = chart.chartArea;
  const x = (value) => chart.scales.x.getPixelForValue(value);
  const places = [[x(2) + 5, top - 5], [x(2) - 5, top - 5], [x(2) + 5, top + 5], [x(6) - 5, top + 5]];
  for (const [left, down] of places) await does(chart, "click", left, down);
  await does(chart, "mousemove", x(2) + 5, top - 5);
  const { cursor } = chart.canvas.style;
  chart.destroy();
  equal([opened, cursor], [["on", "under"], "pointer"]);
});

test("a label without a click is only read", async () => {
  const chart = draw({ on: label(2) });
  const x = chart.scales.x.getPixelForValue(2) + 5;
  await does(chart, "click", x, chart.chartArea.top - 5);
  await does(chart, "mousemove", x, chart.chartArea.top - 5);
  const { cursor } = chart.canvas.style;
  chart.destroy();
  holds(cursor !== "pointer", "it looks as if it could be clicked");
});

test("a chart without any draws", () => draw({}).destroy());

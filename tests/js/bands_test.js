import { equal, expectComplaint, holds, place, test } from "/runner.js";
import { day, setting, spring, sureSpring } from "/example.js";
import { bands, emphasize, runs } from "/static/js/bands.js";
import { toneChart } from "/static/js/charts/tone.js";

window.Chart.register(bands);
expectComplaint("willReadFrequently"); // Chromium's advice to those who look at pixels.

/** Draw, do the work, and return what it returned. */
function drawn(balance, work, parts = {}) {
  const frame = place('<div><canvas role="img"></canvas></div>');
  Object.assign(frame.style, { position: "relative", width: "800px", height: "300px" });
  const chart = new window.Chart(frame.querySelector("canvas"), toneChart(balance, setting({ width: 800, ...parts })));
  const found = work(chart);
  chart.destroy();
  return found;
}

/** The opacity of a pixel, from 0 to 255, a little above the tone of a point. */
function opacity(chart, at, tone) {
  const x = chart.scales.x.getPixelForValue(at);
  const y = chart.scales.y.getPixelForValue(tone);
  const scale = chart.currentDevicePixelRatio;
  return chart.ctx.getImageData(Math.round(x * scale), Math.round(y * scale), 1, 1).data[3];
}

const MAY = day("2024-05-20"); // On the band of the last stretch.

test("a stretch ends where there is no interval", () => {
  equal(runs([null, 1, 2, null, null, 3]), [[1, 2], [3]]);
  equal(runs([]), []);
});

test("around a line lies its interval, and without intervals nothing", () => {
  const full = () => {
    const balance = sureSpring();
    balance.points[1] = { ...structuredClone(balance.points[2]), ...{ start: "2024-04-01", end: "2024-05-01", date: "2024-04-30" } };
    return balance;
  };
  const bare = full();
  for (const point of bare.points) for (const pole of Object.values(point.poles)) delete pole.intervals;
  holds(drawn(full(), (chart) => opacity(chart, MAY, 0.4)) > 0, "no band");
  equal(drawn(bare, (chart) => opacity(chart, MAY, 0.4)), 0);
});

test("the pole that stands out is stronger, the others are fainter, and back", () => {
  const balance = sureSpring({ kernel: "flow" });
  const middle = (day("2024-05-01") + day("2024-06-01")) / 2;
  const of = (chart, code) => {
    emphasize(chart, code);
    return opacity(chart, middle, 0.4); // On China's bar, off her point.
  };
  const [usual, china, russia, again] = drawn(balance, (chart) =>
    [null, "china", "russia", null].map((code) => of(chart, code)),
  );
  holds(china > usual && usual > russia && russia > 0, `${[china, usual, russia]}`);
  equal(again, usual);
});

test("nothing is drawn twice for the pole that stands out already", () => {
  const draws = drawn(spring(), (chart) => {
    let count = 0;
    chart.draw = () => (count += 1);
    for (const code of [null, "china", "china", null]) emphasize(chart, code);
    return count;
  });
  equal(draws, 2);
});

test("what is drawn after a faded line is not faded", () => {
  equal(drawn(sureSpring(), (chart) => {
    emphasize(chart, "china");
    return chart.ctx.globalAlpha;
  }), 1);
});

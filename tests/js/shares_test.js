import { equal, holds, test } from "/runner.js";
import { setting, spring, sureSpring } from "/example.js";
import { sharesChart } from "/static/js/charts/shares.js";

const layered = (parts = {}) => setting({ view: "layers", ...parts });
const numbers = (config) => config.data.datasets.map(({ data }) => data.map(({ y }) => y));

test("layers are the shares, and the gap is marked", () => {
  equal(numbers(sharesChart(spring(), layered())), [
    [0.75, null, 0.5],
    [0.25, null, 0.5],
    [null, 0, null],
  ]);
});

test("the axis goes from nothing to everything", () => {
  const { y } = sharesChart(spring(), setting()).options.scales;
  equal([y.min, y.max, y.ticks.callback(0.5)], [0, 1, "50\u00a0%"]);
});

test("layers of stock are bands, each on the one below; flow is columns", () => {
  const kinds = (kernel) =>
    sharesChart(spring({ kernel }), layered()).data.datasets.map(({ type, fill }) => [type, fill]);
  equal(kinds("stock").slice(0, 2), [
    ["line", "origin"],
    ["line", "-1"],
  ]);
  equal(kinds("flow").slice(0, 2), [
    ["bar", undefined],
    ["bar", undefined],
  ]);
});

test("names stand at the ends with the last value, of layers at their middles", () => {
  const { labels } = sharesChart(spring(), layered()).options.plugins.endLabels;
  equal(
    labels.map(({ text }) => text),
    ["Russia 50\u00a0%", "China 50\u00a0%"],
  );
});

test("without a share at the end a pole is named without one, not with an old one", () => {
  const balance = spring();
  balance.points[2].poles.china.share = null;
  const { labels } = sharesChart(balance, layered()).options.plugins.endLabels;
  equal(labels[1].text, "China");
});

test("a point is said with shares and events", () => {
  const { page } = sharesChart(spring(), layered());
  equal(
    page.describe(0),
    "March 2024: Russia 75\u00a0%, 3 events; China 25\u00a0%, 1.5 events.",
  );
  holds(page.describe(1).startsWith("April 2024: only conflict"), page.describe(1));
});

test("a figure about one pole shows its share of the same whole", () => {
  const config = sharesChart(spring(), setting({ only: "china" }));
  equal(numbers(config), [
    [0.25, null, 0.5],
    [null, 0, null],
  ]);
  equal(config.options.scales.y.max, 1);
});

test("colours follow the ground", () => {
  const color = (dark) => {
    const { theme } = setting();
    const config = sharesChart(spring(), layered({ theme: { ...theme, dark } }));
    return config.data.datasets[1].backgroundColor;
  };
  equal([color(false), color(true)], ["#e69f00", "#f0b440"]);
});

test("what the API does not say yet is done without", () => {
  const balance = spring();
  for (const pole of balance.poles) {
    delete pole.color_dark;
    delete pole.dash;
  }
  for (const point of balance.points) delete point.flags;
  equal(sharesChart(balance, layered()).data.datasets[1].backgroundColor, "#e69f00");
});

test("lines are the same shares, with the same words", () => {
  const [lines, layers] = [setting(), layered()].map((each) => sharesChart(spring(), each));
  equal(numbers(lines), numbers(layers));
  equal([0, 1, 2].map((at) => lines.page.describe(at)), [0, 1, 2].map((at) => layers.page.describe(at)));
  equal([lines, layers].map(({ data }) => Boolean(data.datasets[0].band)), [true, false]);
});

test("a point is said with its interval, drawn or not", () => {
  const march = "March 2024: Russia 75\u00a0% (65–85\u00a0%), 3 events; China 25\u00a0% (15–35\u00a0%), 1.5 events.";
  for (const each of [setting(), layered()]) {
    equal(sharesChart(sureSpring(), each).page.describe(0), march);
  }
});

test("a hidden pole is not drawn, keeps its name, and the others keep their shares", () => {
  for (const view of ["lines", "layers"]) {
    const config = sharesChart(spring(), setting({ view, hidden: new Set(["russia"]) }));
    equal(numbers(config), [
      [0.25, null, 0.5],
      [null, 0, null],
    ]);
    const { labels } = config.options.plugins.endLabels;
    equal(
      labels.map(({ code, dataset, isHidden }) => [code, dataset, isHidden]),
      [
        ["russia", -1, true],
        ["china", 0, false],
      ],
    );
    equal(config.options.scales.y.max, 1);
  }
});

test("a figure about one pole has nothing to hide it from", () => {
  const parts = { only: "china", hidden: new Set(["china"]) };
  const { labels } = sharesChart(spring(), setting(parts)).options.plugins.endLabels;
  equal(labels.map(({ code, isHidden }) => [code, isHidden]), [[undefined, false]]);
});

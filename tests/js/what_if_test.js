import { equal, holds, place, test } from "/runner.js";
import { setting, spring } from "/example.js";
import { renew, whatIfChart } from "/static/js/charts/what_if.js";

const label = (pole, point, usual) =>
  `${pole.code} ${point.poles[pole.code].share}, not ${usual.poles[pole.code].share}`;
const config = (balance, parts = {}) =>
  whatIfChart(balance, spring().points, { ...setting(), label, ...parts });
const numbers = ({ data }) => data.datasets.map(({ data: marks }) => marks.map(({ y }) => y));

test("every pole has a line of the settings in front, and one of the default behind", () => {
  const { data } = config(spring());
  equal(
    data.datasets.map(({ pole, isDefault }) => [pole.code, isDefault]),
    [
      ["russia", false],
      ["china", false],
      ["russia", true],
      ["china", true],
    ],
  );
  holds(data.datasets[0].borderWidth > data.datasets[2].borderWidth, "the default is as strong");
  equal(numbers({ data })[0], numbers({ data })[2]);
});

test("a tooltip has both numbers, once a pole", () => {
  const { filter, callbacks } = config(spring()).options.plugins.tooltip;
  const [china, , behind] = config(spring()).data.datasets;
  equal([filter({ dataset: china }), filter({ dataset: behind })], [true, false]);
  equal(callbacks.label({ dataIndex: 0, dataset: china }), "russia 0.75, not 0.75");
  equal(callbacks.title([{ dataIndex: 0 }]), "March 2024");
});

test("new points move the lines of the settings alone, on the same chart", () => {
  const canvas = place("<div><canvas width='700' height='300'></canvas></div>").firstElementChild;
  const balance = spring();
  const chart = new window.Chart(canvas, config(balance));
  const before = numbers(chart.config);
  balance.points[0].poles.russia.share = 0.25;
  balance.points[0].poles.china.share = null;
  renew(chart, balance);
  const after = numbers(chart.config);
  equal([after[0][0], after[1][0]], [0.25, null]);
  equal(after.slice(2), before.slice(2));
  chart.destroy();
});

test("a narrow chart leaves the names to the table", () => {
  equal([config(spring()), config(spring(), { width: 300 })].map(({ plugins }) => plugins.length), [1, 0]);
});

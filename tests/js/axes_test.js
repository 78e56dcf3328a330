import { equal, holds, test } from "/runner.js";
import { day, LIGHT } from "/example.js";
import { timeAxis, timeTicks, valueAxis, VALUE_AXIS_WIDTH } from "/static/js/axes.js";

const labels = (start, end, width) =>
  timeTicks(day(start), day(end), width).map(({ label }) => label);

test("sixteen years with room: every year", () => {
  const years = labels("2010-01-01", "2026-07-01", 900);
  equal([years.length, years[0], years.at(-1)], [17, "2010", "2026"]);
});

test("sixteen years on a phone: every fifth year", () => {
  equal(labels("2010-01-01", "2026-07-01", 300), ["2010", "2015", "2020", "2025"]);
});

test("a year with room: every month, and January is the year", () => {
  equal(labels("2023-11-15", "2024-03-15", 900), ["Dec", "2024", "Feb", "Mar"]);
});

test("two years: quarters", () => {
  equal(labels("2024-01-01", "2025-01-01", 250), ["2024", "Apr", "Jul", "Oct"]);
});

test("where no tick is a year, the first says which", () => {
  equal(labels("2024-06-01", "2024-09-01", 900), ["Jun 2024", "Jul", "Aug"]);
});

test("a fortnight: days", () => {
  equal(labels("2024-07-01", "2024-07-08", 200), ["1 Jul 2024", "3 Jul", "5 Jul", "7 Jul"]);
});

test("ticks stay within the axis and never run off, even over centuries", () => {
  const [min, max] = [day("1800-03-01"), day("2030-01-01")];
  const ticks = timeTicks(min, max, 300);
  holds(ticks.length > 2, "no ticks");
  holds(ticks.every(({ value }) => value >= min && value < max), "a tick outside");
});

test("the axis of time shows the calendar's ticks by name", () => {
  const axis = timeAxis({
    min: day("2024-01-01"),
    max: day("2025-01-01"),
    width: 250,
    theme: LIGHT,
  });
  const scale = {};
  axis.afterBuildTicks(scale);
  equal(
    scale.ticks.map(({ value }) => axis.ticks.callback(value)),
    ["2024", "Apr", "Jul", "Oct"],
  );
});

test("value axes are all as wide, and zero can stand out", () => {
  const axis = valueAxis({ min: -1, max: 1, step: 1, label: String, theme: LIGHT, zero: true });
  const scale = {};
  axis.afterFit(scale);
  equal(scale.width, VALUE_AXIS_WIDTH);
  equal(
    [0, 1].map((value) => axis.grid.color({ tick: { value } })),
    [LIGHT.strong, LIGHT.rule],
  );
});

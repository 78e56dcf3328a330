import { equal, holds, test } from "/runner.js";
import { day, spring } from "/example.js";
import {
  moved,
  placesOf,
  readSpan,
  scaled,
  snapped,
  spanBetween,
  stride,
  writeSpan,
  zoomed,
} from "/static/js/zoom.js";

/** Years from 2000 on. */
const years = (count) =>
  Array.from({ length: count }, (_, index) => ({
    start: `${2000 + index}-01-01`,
    end: `${2001 + index}-01-01`,
    date: `${2000 + index}-12-31`,
  }));
const POINTS = years(10);
const from = (first, last) => ({ from: day(`${first}-01-01`), to: day(`${last + 1}-01-01`) });
const seen = (span) => placesOf(POINTS, span);

test("the points of a span are seen, and no others", () => {
  const { points } = zoomed(spring(), { from: day("2024-03-15"), to: day("2024-04-02") });
  equal(points.map(({ date }) => date), ["2024-03-31", "2024-04-30"]);
});

test("without a span, or with one that lies elsewhere, all is seen", () => {
  const balance = spring();
  holds(zoomed(balance, null) === balance, "no span");
  holds(zoomed(balance, { from: day("1999-01-01"), to: day("1999-02-01") }) === balance, "before");
  holds(zoomed(balance, { from: day("2030-01-01"), to: day("2030-02-01") }) === balance, "after");
  equal(zoomed(spring({ points: [] }), from(2000, 2001)).points, []);
});

test("a span is whole periods, and two at least", () => {
  equal(seen(snapped(POINTS, { from: day("2003-05-01"), to: day("2005-02-01") })), [3, 5]);
  equal(seen(snapped(POINTS, { from: day("2003-05-01"), to: day("2003-06-01") })), [3, 4]);
  equal(seen(snapped(POINTS, { from: day("2009-05-01"), to: day("2009-06-01") })), [8, 9]);
});

test("all there is is no span", () => {
  equal(snapped(POINTS, { from: day("1990-01-01"), to: day("2030-01-01") }), null);
  equal(snapped(POINTS.slice(0, 1), from(2000, 2000)), null);
  equal(spanBetween(POINTS, [0, 9]), null);
});

test("closer halves round what stays where it is", () => {
  const closer = (at) => seen(scaled(POINTS, null, 0.5, day(at)));
  equal([closer("2000-06-01"), closer("2009-06-01")], [
    [0, 4],
    [5, 9],
  ]);
});

test("closer ends at two periods, farther at all", () => {
  let span = null;
  for (let step = 0; step < 20; step += 1) span = scaled(POINTS, span, 0.9, day("2004-06-01"));
  const [first, last] = seen(span);
  equal(last - first, 1);
  for (let step = 0; step < 20; step += 1) span = scaled(POINTS, span, 1.1, day("2004-06-01"));
  equal(span, null);
});

test("a span moves as it is, to the ends and no farther", () => {
  const span = from(2003, 2005);
  equal([2, -2, 9, -9].map((by) => seen(moved(POINTS, span, by))), [
    [5, 7],
    [1, 3],
    [7, 9],
    [0, 2],
  ]);
});

test("a stride is a quarter of what is seen", () => {
  equal([stride(years(40), null), stride(POINTS, from(2003, 2004))], [10, 1]);
});

test("an address says first and last day, and is read back", () => {
  const span = { from: day("2020-01-01"), to: day("2024-07-01") };
  equal(writeSpan(span), "2020-01-01..2024-06-30");
  equal(readSpan(writeSpan(span)), span);
});

test("what is no span is none", () => {
  const nonsense = ["", null, "2020", "2020-01-01", "2024-01-01..2020-01-01", "2020-13-01..2021-01-01", "x..y"];
  equal(nonsense.map(readSpan), nonsense.map(() => null));
});

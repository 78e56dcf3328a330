import { equal, holds, test } from "/runner.js";
import {
  countFlow,
  countStock,
  flow,
  overDimensions,
  runningTotals,
  stock,
} from "/static/js/method/kernels.js";

const x = Float64Array.of(4, 0, 2, 1, 1, 1); // Two lanes of three days.
const list = (numbers) => [...numbers];

test("a stock halves every half-life, also after its last day and before its first", () => {
  equal(list(stock(x, 3, [-1, 0, 1, 2, 3, 4], 1)), [0, 4, 2, 3, 1.5, 0.75, 0, 1, 1.5, 1.75, 0.875, 0.4375]);
});

test("a stock by recursion is the direct sum", () => {
  const many = Float64Array.from({ length: 5000 }, (_nothing, day) => (day * 7919) % 13);
  const [level] = stock(many, 5000, [4999], 365);
  const direct = many.reduce((sum, value, day) => sum + value * 2 ** (-(4999 - day) / 365), 0);
  holds(Math.abs(level - direct) < 1e-9 * direct, `${level}, expected ${direct}`);
});

test("a flow is the plain sum of the days of a period", () => {
  equal(list(flow(x, 3, [-5, 1, 2, 3], [1, 3, 9, 4])), [4, 2, 2, 0, 1, 2, 1, 0]);
});

test("dimensions are weighed and summed", () => {
  equal(list(overDimensions(x, [1, 0.5], new Float64Array(3))), [4.5, 0.5, 2.5]);
  equal(list(overDimensions(x, [0, 0], new Float64Array(3))), [0, 0, 0]);
});

test("an event is counted for five half-lives after its end", () => {
  const begun = runningTotals(Float64Array.of(1, 0, 0, 0, 0, 0, 0, 0, 0, 0), 10);
  const ended = runningTotals(Float64Array.of(0, 1, 0, 0, 0, 0, 0, 0, 0, 0), 10);
  equal(list(countStock(begun, ended, 10, [-1, 0, 1, 5, 6, 40], 1)), [0, 1, 1, 1, 0, 0]);
  equal(list(countStock(begun, ended, 10, [6, 8, 9], 1.5)), [1, 1, 0]);
});

test("an event is counted in every period that it touches", () => {
  const begun = runningTotals(Float64Array.of(0, 1 / 3, 0, 0), 4);
  const ended = runningTotals(Float64Array.of(0, 0, 0, 1 / 3), 4);
  equal(list(countFlow(begun, ended, 4, [0, 1, 2, 3], [1, 2, 3, 4])), [0, 0.333333333, 0.333333333, 0]);
});

import { equal, holds, test } from "/runner.js";
import { lean, measures, shift } from "/static/js/method/measures.js";

const NONE = { cooperation: 0, conflict: 0 };
const of = (plus, minus, parts = {}) =>
  measures(plus, minus, parts.other ?? NONE, parts.counts ?? plus, parts.kappa ?? 10);

test("equal shares are a balance of 1, and as many effective poles as poles", () => {
  const found = of([5, 5], [0, 0]);
  equal(found.share, [0.5, 0.5]);
  equal([found.hhi, found.balance], [0.5, 1]);
  holds(Math.abs(found.effectivePoles - 2) < 1e-12, "effective poles");
  equal([found.reason, found.reasons.friction], [null, "no_conflict"]);
});

test("all with one pole is a balance of 0, not minus 0", () => {
  const found = of([5, 0], [0, 2]);
  equal([found.balance, found.effectivePoles, found.hhi], [0, 1, 1]);
  equal(found.flags, ["thin", "single_pole"]);
  equal(found.friction, [0, 1]);
});

test("null has its reason", () => {
  const only = of([0, 0], [1, 0]);
  equal([only.share, only.reason, only.coverage], [[null, null], "only_conflict", null]);
  equal(of([0], [0]).reasons, { balance: "no_data", friction: "no_data", coverage: "no_data" });
  equal(of([1], [0]).reasons.balance, "one_pole_scheme");
});

test("what no pole takes enters coverage alone", () => {
  equal(of([3, 0], [0, 0], { other: { cooperation: 1, conflict: 9 } }).coverage, 0.75);
});

test("evidence is thin under five events, or under kappa", () => {
  equal(of([30, 30], [0, 0], { counts: [2, 2.9] }).flags, ["thin"]);
  equal(of([30, 30], [0, 0], { counts: [2, 2.9999999999] }).flags, []);
  equal(of([5, 4.999999999999999], [0, 0], { counts: [5, 5] }).flags, []);
  equal(of([5, 4.9], [0, 0], { counts: [5, 5] }).flags, ["thin"]);
});

test("a tone is pulled to 0 by kappa, and is null without anything", () => {
  equal([lean(8, 2, 10), lean(0, 0, 10), lean(2, 2, 10)], [0.3, null, 0]);
});

test("a shift is half of all that changed", () => {
  equal([shift([1, 0], [0, 1]), shift([1, 0], [1, 0]), shift([null], [1])], [1, 0, null]);
});

import { equal, test } from "/runner.js";
import { LIGHT, spring } from "/example.js";
import { describe, poleWords, reasonOf, tooltip, withRange } from "/static/js/tooltip.js";

const PARTS = {
  mark: "rect",
  value: (point, pole) => `${pole.name} ${point.poles[pole.code].share}`,
  reason: (point) => point.reason ?? "",
};
const item = (dataIndex, dataset = {}) => ({ dataIndex, dataset });
const words = (touch) => tooltip(spring(), { theme: LIGHT, touch }, PARTS).callbacks;

test("the title is the period in words", () => equal(words().title([item(0)]), "March 2024"));

test("a value is the chart's own words", () => {
  equal(words().label(item(0, { pole: spring().poles[1] })), "China 0.25");
});

test("a gap says why", () => equal(words().label(item(1, { isGap: true })), "only_conflict"));

test("thin evidence is said, and what a click does", () => {
  equal(words().footer([item(0)]), ["Click for the reasons"]);
  equal(words(true).footer([item(2)]), [
    "Thin evidence: few or weak events",
    "Tap again for the reasons",
  ]);
});

test("a point is said in one sentence", () => {
  const balance = spring();
  const datasets = balance.poles.map((pole) => ({
    pole,
    data: balance.points.map((point) => ({ y: point.poles[pole.code].share })),
  }));
  const parts = { ...PARTS, datasets };
  equal(describe(balance, parts, 0), "March 2024: Russia 0.75; China 0.25.");
  equal(describe(balance, parts, 0, balance.poles[1]), "March 2024: China 0.25.");
  equal(
    describe(balance, parts, 1),
    "April 2024: only_conflict. Thin evidence: few or weak events.",
  );
});

test("a pole's words count its events, when they are known", () => {
  equal(poleWords({ name: "China" }, "26 %", 12), "China 26 %, 12 events");
  equal(poleWords({ name: "China" }, "26 %", undefined), "China 26 %");
});

test("a reason is the API's, in words", () => {
  equal(reasonOf({ reason: "no_data" }, true), "no events");
  equal(reasonOf({ reason: "something new" }, true), "no value");
  equal(reasonOf({ reason: "no_data" }, false), "");
});

test("an interval stands in brackets, where there is one", () => {
  const range = ([low, high]) => `${low}–${high}`;
  equal([withRange("5", [4, 6], range), withRange("5", null, range)], ["5 (4–6)", "5"]);
});

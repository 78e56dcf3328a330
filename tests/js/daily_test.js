import { equal, test } from "/runner.js";
import { daily, emptyDays, kept } from "/static/js/method/daily.js";

const ANSWER = {
  days: 4,
  dimensions: ["economic"],
  poles: [{ code: "china" }],
  outlets: [{ id: 5 }, { id: 7 }],
  events: {
    id: [11, 12],
    first: [0, 1],
    days: [2, 1],
    dimension: [0, 0],
    confidence: [1, 0.5],
    outlets: [[], [0, 1]],
  },
  impacts: { event: [0, 1], pole: [0, 1], first: [0, 1], days: [2, 1], points: [1.5, -2] },
  counts: { event: [0, 1], pole: [0, 1], share: [1, 0.5] },
};
const NOTHING = { floor: 0, withoutOutlets: [], withoutEvents: [] };
const mask = (settings) => [...kept(ANSWER, { ...NOTHING, ...settings })];

test("impacts are spread over their days, cooperation and conflict apart", () => {
  const found = daily(ANSWER, Uint8Array.of(1, 1), emptyDays(ANSWER));
  equal([...found.cooperation], [1.5, 1.5, 0, 0, 0, 0, 0, 0]);
  equal([...found.conflict], [0, 0, 0, 0, 0, 2, 0, 0]);
  equal([...found.begun], [1, 0, 0, 0, 0, 0.5, 0, 0]);
  equal([...found.ended], [0, 0, 1, 0, 0, 0, 0.5, 0]);
});

test("an event that is left out gives nothing", () => {
  const used = daily(ANSWER, Uint8Array.of(1, 1), emptyDays(ANSWER));
  const found = daily(ANSWER, Uint8Array.of(0, 1), used);
  equal([...found.cooperation, ...found.begun.slice(0, 4)], new Array(12).fill(0));
});

test("an event stays while one of its outlets does, and so does one without any", () => {
  equal(mask({}), [1, 1]);
  equal(mask({ withoutOutlets: [5] }), [1, 1]);
  equal(mask({ withoutOutlets: [5, 7] }), [1, 0]);
});

test("the floor keeps what is as sure as it says", () => {
  equal(mask({ floor: 0.5 }), [1, 1]);
  equal(mask({ floor: 0.6 }), [1, 0]);
  equal(mask({ withoutEvents: [11] }), [0, 1]);
});

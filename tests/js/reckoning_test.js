import { equal, holds, test } from "/runner.js";
import { impactsOf } from "/world.js";
import { lean } from "/static/js/method/measures.js";
import { Reckoning } from "/static/js/method/reckoning.js";

const GOLDEN = await (await fetch("/data/method_golden.json")).json();
const USUAL = {
  halfLife: 365,
  kappa: 10,
  weights: [1, 1, 1, 1, 1, 1],
  floor: 0,
  withoutOutlets: [],
  withoutEvents: [],
};
const NEAR = 1e-9;

function periodOf({ period, on }) {
  if (period) return { kernel: "flow", points: [{ start: period[0], end: period[1], poles: {} }] };
  const end = new Date(Date.parse(on) + 86_400_000).toISOString().slice(0, 10);
  return { kernel: "stock", points: [{ start: on, end, poles: {} }] };
}

function reckoned(impacts, balance, settings = {}) {
  const points = structuredClone(balance.points);
  new Reckoning(impacts, balance).fill(points, { ...USUAL, ...settings });
  return points;
}

function described({ poles, other, ...point }) {
  const column = (name) =>
    Object.fromEntries(Object.entries(poles).map(([code, numbers]) => [code, numbers[name]]));
  return {
    cooperation: column("cooperation"),
    conflict: column("conflict"),
    share: point.reason === null ? column("share") : null,
    friction: point.reasons.friction === null ? column("friction") : null,
    tone: column("tone"),
    hhi: point.hhi,
    effective_poles: point.effective_poles,
    balance: point.balance,
    reason: point.reason,
    coverage: point.coverage,
    tilt_west_russia: lean(poles.west.cooperation, poles.russia.cooperation, 10),
    other: { cooperation: other.cooperation, conflict: other.conflict },
  };
}

function agree(found, expected, path) {
  if (typeof expected === "number" && typeof found === "number") {
    const most = Math.max(NEAR * Math.abs(expected), 1e-12);
    holds(Math.abs(found - expected) <= most, `${path}: ${found}, expected ${expected}`);
  } else if (expected !== null && typeof expected === "object") {
    equal(Object.keys(found).sort(), Object.keys(expected).sort());
    for (const key of Object.keys(expected)) agree(found[key], expected[key], `${path}.${key}`);
  } else {
    equal([path, found], [path, expected]);
  }
}

test("all the worked cases are here", () => equal(GOLDEN.cases.length, 24));

for (const world of GOLDEN.cases) {
  test(`worked case: ${world.name.replaceAll("_", " ")}`, () => {
    const settings = { halfLife: world.half_life ?? 365 };
    const [point] = reckoned(impactsOf(GOLDEN, world), periodOf(world), settings);
    agree(described(point), world.expected, world.name);
  });
}

/** Two events: 8 points with China at the start of 2024, 4 with Russia a half-life later. */
function two() {
  return {
    first_day: "2024-01-01",
    days: 366,
    dimensions: ["economic", "energy"],
    poles: [{ code: "russia" }, { code: "china" }],
    outlets: [
      { id: 5, name: "Report" },
      { id: 7, name: "Trend" },
    ],
    events: {
      id: [11, 12],
      first: [0, 30],
      days: [1, 2],
      dimension: [0, 1],
      confidence: [1, 0.5],
      outlets: [[0, 1], [1]],
    },
    impacts: { event: [0, 1], pole: [1, 0], first: [0, 30], days: [1, 2], points: [8, 2] },
    counts: { event: [0, 1], pole: [1, 0], share: [1, 1] },
  };
}

const FEBRUARY = {
  kernel: "stock",
  points: [{ start: "2024-01-02", end: "2024-02-01", poles: {} }],
};
const TWO = { ...USUAL, halfLife: 30, weights: [1, 1] };
const shares = (settings) => {
  const [{ poles }] = reckoned(two(), FEBRUARY, { ...TWO, ...settings });
  return [poles.russia.share, poles.china.share].map((share) => share && share.toFixed(6));
};

test("an event has faded by half after a half-life, and only days that are over count", () => {
  const [point] = reckoned(two(), FEBRUARY, TWO);
  holds(Math.abs(point.poles.china.cooperation - 4) < 1e-12, "china");
  equal(point.poles.russia.cooperation, 2);
  equal([point.poles.china.events, point.poles.russia.events], [1, 1]);
  equal(point.flags, ["thin"]);
});

test("settings leave out what they say", () => {
  equal(shares({}), ["0.333333", "0.666667"]);
  equal(shares({ floor: 0.5 }), ["0.333333", "0.666667"]);
  equal(shares({ floor: 0.51 }), [0, "1.000000"]);
  equal(shares({ withoutOutlets: [7] }), [0, "1.000000"]);
  equal(shares({ withoutOutlets: [5] }), ["0.333333", "0.666667"]);
  equal(shares({ withoutOutlets: [5, 7] }), [null, null]);
  equal(shares({ withoutEvents: [11] }), ["1.000000", 0]);
  equal(shares({ weights: [0.5, 1] }), ["0.500000", "0.500000"]);
  equal(shares({ weights: [1, 0] }), [0, "1.000000"]);
});

test("a reckoning used again says the same as a fresh one", () => {
  const reckoning = new Reckoning(two(), FEBRUARY);
  const points = structuredClone(FEBRUARY.points);
  for (const settings of [{ floor: 0.9 }, {}, { withoutEvents: [11] }, { halfLife: 90 }]) {
    reckoning.fill(points, { ...TWO, ...settings });
    equal(points, reckoned(two(), FEBRUARY, { ...TWO, ...settings }));
  }
});

import { equal, test } from "/runner.js";
import {
  changesOf,
  headline,
  leaders,
  numberCells,
  shareCells,
} from "/static/js/sentences.js";

const WORDS = {
  names: { russia: "Russia", west: "the West", china: "China" },
  dimensions: { economic: "economic", energy: "energy" },
  listing: "%(first)s and %(last)s",
  sentences: {
    default: "by default %(poles)s: %(share)s",
    together: "together %(poles)s: %(share)s",
    nothing: "nothing",
    other: "%(change)s %(poles)s %(share)s, not %(usual)s %(usual_share)s",
    same: "%(change)s still %(poles)s %(share)s, not %(usual_share)s",
    alike: "%(change)s still %(poles)s %(share)s",
    none: "%(change)s none",
  },
  changes: {
    half_life: "after %(days)s days",
    weight: "%(dimension)s by %(weight)s",
    floor: "from %(floor)s",
    outlet: "without %(outlet)s",
    event: "without “%(title)s”",
    settings: "so",
  },
};
const DEFAULTS = { half_life: 365, kappa: 10, weights: { economic: 1, energy: 1 } };
const USUAL = {
  halfLife: 365,
  weights: [1, 1],
  floor: 0,
  withoutOutlets: [],
  withoutEvents: [],
};
const NAMES = { outlet: (id) => `Outlet ${id}`, event: (id) => `Event ${id}` };

const point = (...shares) => ({
  poles: Object.fromEntries(Object.keys(WORDS.names).map((code, at) => [code, { share: shares[at] }])),
});
const changes = (settings) => changesOf(WORDS, { ...USUAL, ...settings }, DEFAULTS, NAMES);
const said = (now, before, ...found) => headline(WORDS, now, before, found);

test("each setting that differs is named, and only those", () => {
  equal(changes({}), []);
  equal(changes({ halfLife: 90 }), ["after 90 days"]);
  equal(changes({ weights: [1, 0.25] }), ["energy by 0.25"]);
  equal(changes({ floor: 0.6, withoutOutlets: [3], withoutEvents: [7] }), [
    "from 60\u00a0%",
    "without Outlet 3",
    "without “Event 7”",
  ]);
});

test("a headline says who would lead, beside who does", () => {
  const usual = point(0.2, 0.5, 0.3);
  equal(said(usual, usual), "By default the West: 50\u00a0%");
  equal(said(point(0.1, 0.3, 0.6), usual, "x"), "X China 60\u00a0%, not the West 50\u00a0%");
  equal(said(point(0.1, 0.6, 0.3), usual, "x"), "X still the West 60\u00a0%, not 50\u00a0%");
  equal(said(point(0.2, 0.501, 0.299), usual, "x", "y"), "So still the West 50\u00a0%");
  equal(said(point(null, null, null), usual, "x"), "X none");
});

test("poles that are alike lead together", () => {
  const even = point(0.4, 0.2, 0.4 + 1e-12);
  equal(leaders(even), ["russia", "china"]);
  equal(said(even, even), "Together Russia and China: 40\u00a0%");
});

test("without any share there is nothing to lead", () => {
  equal(said(point(1, 0, 0), point(null, null, null), "x"), "nothing");
});

test("cells have the number, the default, and the difference as it is written", () => {
  equal(shareCells(0.344, 0.276), ["34\u00a0%", "28\u00a0%", "+6"]);
  equal(shareCells(0.1, 0.1), ["10\u00a0%", "10\u00a0%", "0"]);
  equal(shareCells(null, 0.1), ["–", "10\u00a0%", "–"]);
  equal(numberCells(3.26, 4.04, (number) => number.toFixed(1)), ["3.3", "4.0", "\u22120.7"]);
});

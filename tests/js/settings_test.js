import { equal, test } from "/runner.js";
import { addressOf, defaultSettings, settingsOf } from "/static/js/settings.js";

const DEFAULTS = { half_life: 365, kappa: 10, weights: { economic: 1, energy: 0.5 } };
const USUAL = {
  halfLife: 365,
  kappa: 10,
  weights: [1, 0.5],
  floor: 0,
  withoutOutlets: [],
  withoutEvents: [],
};

function form(pairs) {
  const data = new FormData();
  for (const [name, value] of pairs) data.append(name, value);
  return data;
}

test("without words of the reader everything is as usual", () => {
  equal(defaultSettings(DEFAULTS), USUAL);
  equal(settingsOf(form([]), DEFAULTS), USUAL);
  equal(addressOf(USUAL, DEFAULTS), "");
});

test("what a form says is what an address has, and only that", () => {
  const settings = settingsOf(
    form([
      ["half_life", "90"],
      ["weight_economic", "1"],
      ["weight_energy", "2.5"],
      ["floor", "0.6"],
      ["without_outlet", "12"],
      ["without_outlet", "3"],
      ["without_event", "126"],
      ["add_event", "nothing"],
    ]),
    DEFAULTS,
  );
  equal(settings, {
    ...USUAL,
    halfLife: 90,
    weights: [1, 2.5],
    floor: 0.6,
    withoutOutlets: [12, 3],
    withoutEvents: [126],
  });
  equal(
    addressOf(settings, DEFAULTS),
    "half_life=90&weight_energy=2.5&floor=0.6&without_outlet=12,3&without_event=126",
  );
});

test("what makes no sense is the default", () => {
  for (const [name, value] of [
    ["half_life", "0"],
    ["half_life", ""],
    ["half_life", "100001"],
    ["weight_energy", "-1"],
    ["weight_energy", "11"],
    ["weight_energy", "much"],
    ["floor", "1.1"],
    ["floor", " "],
  ]) {
    equal([name, value, settingsOf(form([[name, value]]), DEFAULTS)], [name, value, USUAL]);
  }
});

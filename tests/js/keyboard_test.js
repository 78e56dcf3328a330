import { equal, test } from "/runner.js";
import { nextPoint, zoomOf } from "/static/js/keyboard.js";

const SIZE = { points: 30, poles: 2 };
const at = (index, pole = null) => ({ index, pole });

const moves = {
  "right is the next": ["ArrowRight", at(4), at(5)],
  "left is the one before": ["ArrowLeft", at(4), at(3)],
  "right ends at the newest": ["ArrowRight", at(29), at(29)],
  "left ends at the oldest": ["ArrowLeft", at(0), at(0)],
  "the first left shows the newest": ["ArrowLeft", at(null), at(29)],
  "the first right shows the newest": ["ArrowRight", at(null), at(29)],
  "Home is the oldest": ["Home", at(9), at(0)],
  "End is the newest": ["End", at(9), at(29)],
  "a page is twelve": ["PageDown", at(9), at(21)],
  "a page up ends at the oldest": ["PageUp", at(9), at(0)],
  "up is the first pole": ["ArrowUp", at(9), at(9, 0)],
  "up again is the second": ["ArrowUp", at(9, 0), at(9, 1)],
  "after the last come all": ["ArrowUp", at(9, 1), at(9, null)],
  "down is the last pole": ["ArrowDown", at(9), at(9, 1)],
  "below the first are all": ["ArrowDown", at(9, 0), at(9, null)],
  "a pole stays while the point moves": ["ArrowLeft", at(9, 1), at(8, 1)],
  "up without a point takes the newest": ["ArrowUp", at(null), at(29, 0)],
};
for (const [name, [key, from, to]] of Object.entries(moves)) {
  test(name, () => equal(nextPoint(key, from, SIZE), to));
}

test("other keys are not ours", () => equal(nextPoint("Tab", at(4), SIZE), null));

test("an empty chart has no next point", () => {
  equal(nextPoint("End", at(null), { points: 0, poles: 2 }), null);
});

test("a chart of the whole has no poles to choose", () => {
  equal(nextPoint("ArrowUp", at(3), { points: 5, poles: 0 }), at(3));
});

test("plus, minus, nought and arrows with Shift are the zoom's, others are not", () => {
  const shift = true;
  const wishes = [["+"], ["="], ["-"], ["0"], ["ArrowLeft", shift], ["ArrowRight", shift], ["ArrowLeft"], ["a"]];
  equal(
    wishes.map(([key, shiftKey]) => zoomOf({ key, shiftKey })),
    [{ factor: 0.5 }, { factor: 0.5 }, { factor: 2 }, { whole: true }, { by: -1 }, { by: 1 }, null, null],
  );
});

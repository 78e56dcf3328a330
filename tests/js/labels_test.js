import { equal, holds, test } from "/runner.js";
import { labelRoom, spread } from "/static/js/labels.js";

const ROOM = { height: 10, top: 0, bottom: 100 };

test("labels with room stay at their lines", () => equal(spread([50, 20, 90], ROOM), [50, 20, 90]));

test("labels at one height move apart, the later above", () => {
  const heights = spread([50, 50, 50], ROOM);
  equal(heights, [70, 60, 50]);
});

test("labels stay in the plot", () => {
  const heights = spread([98, 99, 100], ROOM);
  equal(heights, [80, 90, 100]);
});

test("labels at the top are pushed down", () => equal(spread([-5, -4], ROOM), [0, 10]));

test("no label covers another, wherever they would like to be", () => {
  const heights = spread([100, 0, 3, 97, 50, 52, 51], ROOM).sort((a, b) => a - b);
  const gaps = heights.slice(1).map((y, index) => y - heights[index]);
  holds(gaps.every((gap) => gap >= 10 - 1e-9), `gaps ${gaps}`);
});

test("charts of poles keep the same room, unless a name needs more", () => {
  const measure = (text) => text.length * 7;
  const room = (...texts) => labelRoom(texts.map((text) => ({ text })), measure);
  equal(room("Iran 1 %", "Russia 2 %"), room("China 16 %", "Turkey 2 %"));
  holds(room("x".repeat(40), "y") > 280, "no room");
});

test("a single label needs no more than itself", () => {
  const measure = (text) => text.length * 7;
  holds(labelRoom([{ text: "4.7" }], measure) < 40, "too much room");
});

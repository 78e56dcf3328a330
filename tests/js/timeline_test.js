import { equal, holds, place, test } from "/runner.js";
import { day, spring } from "/example.js";
import { shifted, Timeline, withSide } from "/static/js/timeline.js";

const PLOT = { left: 48, right: 100 };

function shown(points = spring().points, span = null) {
  const done = [];
  const element = place('<div class="chart__timeline"></div>');
  const reader = {
    hold: () => done.push("hold"),
    slide: (places) => done.push(["slide", ...places]),
    choose: (places) => done.push(["choose", ...places]),
  };
  new Timeline(element, reader).show(points, span, PLOT);
  return { element, done, handles: [...element.querySelectorAll("[role=slider]")] };
}

test("handles say the first and the last period in words", () => {
  const span = { from: day("2024-04-01"), to: day("2024-06-01") };
  const { handles, element } = shown(spring().points, span);
  equal(handles.map((handle) => handle.getAttribute("aria-valuetext")), ["April 2024", "May 2024"]);
  equal(handles.map((handle) => handle.getAttribute("aria-valuenow")), ["1", "2"]);
  holds(element.classList.contains("timeline--zoomed"), "not marked");
});

test("two periods need no line", () => {
  holds(shown(spring().points.slice(0, 2)).element.hidden, "shown");
});

test("keys move a handle, other keys are the page's", () => {
  const { handles, done } = shown();
  for (const key of ["ArrowRight", "Home", "Tab", "a"]) {
    handles[0].dispatchEvent(new KeyboardEvent("keydown", { key }));
  }
  equal(done, [
    ["choose", 1, 2],
    ["choose", 0, 2],
  ]);
});

test("an end never passes the other one", () => {
  equal([withSide([2, 5], 0, 9), withSide([2, 5], 1, 0), withSide([2, 5], 1, 7)], [
    [4, 5],
    [2, 3],
    [2, 7],
  ]);
});

test("a span slides as long as it is", () => {
  equal([shifted([2, 4], -9, 8), shifted([2, 4], 9, 8), shifted([2, 4], 1, 8)], [
    [0, 2],
    [5, 7],
    [3, 5],
  ]);
});

import { equal, test } from "/runner.js";
import { whenNear } from "/static/js/near.js";

const frame = () => new Promise((resolve) => setTimeout(resolve, 100));

function block(top) {
  const made = document.createElement("div");
  made.style.cssText = `position: absolute; top: ${top}px; width: 10px; height: 10px`;
  document.body.append(made);
  return made;
}

test("what is near the screen is acted on at once, what is far waits, and each only once", async () => {
  const [near, far] = [block(10), block(10_000)];
  const seen = [];
  whenNear([near, far], (element) => seen.push(element === near ? "near" : "far"));

  await frame();
  equal(seen, ["near"]);

  far.scrollIntoView();
  await frame();
  near.scrollIntoView();
  await frame();
  equal(seen, ["near", "far"]);
});

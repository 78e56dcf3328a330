import { equal, place, test } from "/runner.js";
import { Chooser } from "/static/js/choosers.js";

function chooser() {
  const element = place(`<div data-chooser="without_outlet" data-most="2">
    <ul class="chips"><li><label><input type="checkbox" name="without_outlet" value="3" checked> <span>Trend</span></label></li></ul>
    <template><li><label><input type="checkbox" name="without_outlet" checked> <span></span></label></li></template>
    <input name="add_outlet"><datalist><option value="12 · Report"></option></datalist><p data-full hidden>No more.</p></div>`);
  const calls = [];
  const made = new Chooser(element, (id) => [3, 12, 40].includes(id), () => calls.push("changed"));
  const boxes = () => [...element.querySelectorAll("li input")].map(({ value }) => value);
  const say = (words) => {
    made.field.value = words;
    made.field.dispatchEvent(new Event("change"));
  };
  const isRefused = () => !element.querySelector("[data-full]").hidden;
  return { made, calls, boxes, say, isRefused };
}

test("what the list offers is left out, once, by its name", () => {
  const { made, calls, boxes, say } = chooser();
  say("12 · Report");
  say("12");
  equal(boxes(), ["3", "12"]);
  equal([made.labelOf(12), made.labelOf(3), made.field.value], ["Report", "Trend", ""]);
  equal(calls.length, 2);
});

test("an id that is not offered is left out by its number", () => {
  const { made, say } = chooser();
  say("40");
  equal(made.labelOf(40), "40");
});

test("words that are no id are marked, and change nothing", () => {
  const { made, calls, boxes, say } = chooser();
  say("Report");
  say("41");
  equal([boxes(), calls, made.field.getAttribute("aria-invalid")], [["3"], [], "true"]);
  say("");
  equal(made.field.getAttribute("aria-invalid"), "false");
});

test("a box that is emptied is gone, and so is everything at once", () => {
  const { made, calls, boxes } = chooser();
  made.box(3).click();
  equal([boxes(), calls, document.activeElement === made.field], [[], ["changed"], true]);
  made.clear();
  equal(boxes(), []);
});

test("one more than an address takes is refused in words, until a box is taken back", () => {
  const { made, calls, boxes, say, isRefused } = chooser();
  say("12");
  equal([boxes(), isRefused()], [["3", "12"], false]);
  say("40");
  equal([boxes(), isRefused(), made.field.getAttribute("aria-invalid")], [["3", "12"], true, "true"]);
  made.box(3).click();
  equal(isRefused(), false);
  say("40");
  equal([boxes(), isRefused(), calls.length], [["12", "40"], false, 3]);
});

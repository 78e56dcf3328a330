import { equal, place, test } from "/runner.js";
import { bindPrinting } from "/static/js/printing.js";

test("all is open on paper, and on the screen as before", () => {
  const box = place("<div><details></details><details open></details></div>");
  const states = () => [...box.children].map(({ open }) => open);
  bindPrinting(document);
  window.dispatchEvent(new Event("beforeprint"));
  const printed = states();
  window.dispatchEvent(new Event("afterprint"));
  equal([printed, states()], [
    [true, true],
    [false, true],
  ]);
});

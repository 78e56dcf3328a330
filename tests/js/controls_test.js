import { equal, holds, place, test } from "/runner.js";
import { bindForms, bindThemeChoices } from "/static/js/controls.js";

const FORM = `
  <form class="controls">
    <select id="step" name="step"><option value="month">month</option><option value="">-</option></select>
    <input id="half_life" name="half_life" type="number" min="1" value="365">
    <button>Show</button>
  </form>`;

/** The form, and what it would have sent. */
function controls() {
  const form = place(FORM);
  const sent = [];
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    sent.push(String(new URLSearchParams(new FormData(form))));
  });
  bindForms(document);
  return { form, sent };
}

const fire = (element, type) => element.dispatchEvent(new Event(type, { bubbles: true }));
const pause = () => new Promise((resolve) => setTimeout(resolve, 10));

test("a choice by pointer is sent at once", () => {
  const { form, sent } = controls();
  fire(form.step, "pointerdown");
  fire(form.step, "change");
  equal(sent, ["step=month&half_life=365"]);
});

test("a choice by keyboard is sent when one moves on", async () => {
  const { form, sent } = controls();
  fire(form.step, "keydown");
  fire(form.step, "change");
  equal(sent, []);
  fire(form.step, "focusout");
  await pause();
  equal(sent.length, 1);
});

test("moving on without a choice sends nothing", async () => {
  const { form, sent } = controls();
  fire(form.step, "keydown");
  fire(form.step, "focusout");
  await pause();
  equal(sent, []);
});

test("what is not chosen is left out of the address", () => {
  const { form, sent } = controls();
  form.step.value = "";
  fire(form.step, "change");
  equal(sent, ["half_life=365"]);
});

test("nonsense is not sent", () => {
  const { form, sent } = controls();
  form.half_life.value = "-3";
  fire(form.half_life, "change");
  equal(sent, []);
});

test("the next page begins at the control that was left", () => {
  const { form } = controls();
  form.half_life.focus();
  fire(form.half_life, "change");
  form.remove();
  const next = controls();
  equal(document.activeElement?.id, "half_life");
  next.form.remove();
  controls();
  holds(document.activeElement === document.body, "remembered more than once");
});

test("colours are chosen and remembered, and the system's come back", () => {
  const root = document.documentElement;
  const options = ["", "light", "dark", "contrast"].map((name) => `<option>${name}</option>`);
  const choice = place(`<select data-theme-choice>${options.join("")}</select>`);
  bindThemeChoices(document);
  const choose = (name) => {
    choice.value = name;
    choice.dispatchEvent(new Event("change"));
    return [root.dataset.theme, localStorage.getItem("theme")];
  };
  equal(["dark", "contrast", ""].map(choose), [
    ["dark", "dark"],
    ["contrast", "contrast"],
    [undefined, ""],
  ]);
});

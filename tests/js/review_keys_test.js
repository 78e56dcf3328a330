import { equal, test } from "/runner.js";
import { isTyping, joined, nameOf } from "/static/js/review_keys.js";

const KNOWN = ["a", "?", "g q", "r", "r 1"];

test("a letter is its name, capital or not", () => {
  equal([nameOf({ key: "a" }), nameOf({ key: "A" }), nameOf({ key: "?" })], ["a", "a", "?"]);
});

test("keys with Ctrl, Alt or Meta are the browser's, as are Tab and space", () => {
  const others = [{ ctrlKey: true }, { altKey: true }, { metaKey: true }];
  equal(others.map((held) => nameOf({ key: "a", ...held })), [null, null, null]);
  equal([nameOf({ key: "Tab" }), nameOf({ key: " " })], [null, null]);
});

test("a known key is a wish, an unknown one is not", () => {
  equal(joined("a", null, KNOWN), { wish: "a", former: null });
  equal(joined("z", null, KNOWN), { wish: null, former: null });
});

test("two keys after each other are one wish", () => {
  equal(joined("g", null, KNOWN), { wish: null, former: "g" });
  equal(joined("q", "g", KNOWN), { wish: "g q", former: null });
});

test("a key may act and begin a pair", () => {
  equal(joined("r", null, KNOWN), { wish: "r", former: "r" });
  equal(joined("1", "r", KNOWN), { wish: "r 1", former: null });
});

test("a key that makes no pair stands for itself, and ends the wait", () => {
  equal(joined("a", "g", KNOWN), { wish: "a", former: null });
  equal(joined("z", "g", KNOWN), { wish: null, former: null });
});

test("letters typed into a field are the field's", () => {
  const made = (html) => {
    const box = document.createElement("div");
    box.innerHTML = html;
    return box.firstElementChild;
  };
  const fields = ["<input>", "<textarea></textarea>", "<select></select>", "<b role=combobox></b>"];
  const others = ["<button></button>", "<input type=checkbox>", "<a href=#></a>"];
  equal(fields.map((html) => isTyping(made(html))), [true, true, true, true]);
  equal(others.map((html) => isTyping(made(html))), [false, false, false]);
});

import { equal, holds, place, test } from "/runner.js";
import { faint, luminance, poleColor, poleDash, themeOf } from "/static/js/colors.js";

const POLE = { color: "#e69f00", color_dark: "#f0b440", dash: "dotted" };

test("the theme follows the page, light and dark", () => {
  const figure = place("<figure></figure>");
  const root = document.documentElement;
  root.dataset.theme = "light";
  const light = themeOf(figure);
  root.dataset.theme = "dark";
  const dark = themeOf(figure);
  delete root.dataset.theme;
  equal([light.dark, dark.dark], [false, true]);
  holds(light.paper !== dark.paper, "the same paper");
});

test("colours are computed ones, as a canvas needs them", () => {
  const theme = themeOf(place("<figure></figure>"));
  for (const name of ["ink", "muted", "rule", "strong", "paper", "accent", "other"]) {
    holds(/^rgb\(\d/.test(theme[name]), `${name} is ${theme[name]}`);
  }
});

test("reading the theme leaves nothing behind", () => {
  const figure = place("<figure></figure>");
  themeOf(figure);
  equal(figure.childElementCount, 0);
});

test("green is brighter than blue", () => {
  holds(luminance("rgb(0, 255, 0)") > luminance("rgb(0, 0, 255)"), "it is not");
});

test("faint keeps the colour", () => equal(faint("rgb(1, 2, 3)", 0.5), "rgba(1, 2, 3, 0.5)"));

test("a pole has a colour for each ground, or one for both, or that of the others", () => {
  equal(
    [
      poleColor(POLE, { dark: false }),
      poleColor(POLE, { dark: true }),
      poleColor({ color: "#e69f00" }, { dark: true }),
      poleColor({}, { dark: false, other: "grey" }),
    ],
    ["#e69f00", "#f0b440", "#e69f00", "grey"],
  );
});

test("every dash differs from the others; an unknown one is solid", () => {
  const dashes = ["solid", "dashed", "dotted", "dash-dot", "long-dash"].map((dash) =>
    String(poleDash({ dash })),
  );
  equal(new Set(dashes).size, 5);
  equal(poleDash({}), []);
});

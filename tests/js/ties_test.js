import { equal, test } from "/runner.js";
import { addressOf, dayOf, replaceParts } from "/static/js/ties.js";

test("the slider begins in January of its first year", () =>
  equal(dayOf(0, 1991, "2026-11-22"), "1991-01-01"));
test("a month is its first day", () => equal(dayOf(402, 1991, "2026-11-22"), "2024-07-01"));
test("the last month is today", () => equal(dayOf(430, 1991, "2026-11-22"), "2026-11-22"));
test("nothing lies beyond today", () => equal(dayOf(500, 1991, "2026-11-22"), "2026-11-22"));

test("the address keeps all but the day", () =>
  equal(
    addressOf("https://x.example/ties/?focus=AZE&on=2020-01-01#matrix", "2024-07-01"),
    "https://x.example/ties/?focus=AZE&on=2024-07-01#matrix",
  ));

test("the parts of another day take the place of this one's, and nothing else does", () => {
  const page = (matrix, says, input) =>
    new DOMParser().parseFromString(
      `<div data-of-the-day="matrix"><b>${matrix}</b></div>
       <p data-day-says>${says}</p><i>${input}</i>`,
      "text/html",
    );
  const here = page("old", "1991: 1 tie", "mine");

  replaceParts(here, page("new", "2024: 9 ties", "theirs"));

  equal(here.querySelector("b").textContent, "new");
  equal(here.querySelector("[data-day-says]").textContent, "2024: 9 ties");
  equal(here.querySelector("i").textContent, "mine");
});

import { equal, place, test } from "/runner.js";
import { cite, withSettings } from "/static/js/citing.js";

const PINNED = "http://site.test/what-if/AZE/?half_life=90&methodology=1.0&as_of=2024-07-10#what-if";

test("settings take the place of others, and what holds the numbers stays", () => {
  equal(
    withSettings(PINNED, "floor=0.6&without_event=1,2"),
    "http://site.test/what-if/AZE/?methodology=1.0&as_of=2024-07-10&floor=0.6&without_event=1,2#what-if",
  );
  equal(
    withSettings(PINNED, ""),
    "http://site.test/what-if/AZE/?methodology=1.0&as_of=2024-07-10#what-if",
  );
});

test("links, texts to copy and the report follow the settings", () => {
  const root = place(`<div>
    <a id="csv" href="/api/what-if/?half_life=90&format=csv">CSV</a>
    <a id="other" href="/methodology/?half_life=90">methodology</a>
    <a class="share__report" href="/report/?about=%2Fold&number=Old">report</a>
    <input data-copies value="${PINNED}">
    <textarea data-copies>Old 5 %. ${PINNED} (2024)</textarea><textarea data-copies>{Old 5 \\%.}</textarea></div>`);
  cite(root, { api: "/api/what-if/", settings: "floor=0.6", before: "Old 5 %.", now: "New 6 %." });
  const next = "http://site.test/what-if/AZE/?methodology=1.0&as_of=2024-07-10&floor=0.6#what-if";
  const href = (selector) => root.querySelector(selector).getAttribute("href");
  equal(new URL(href("#csv")).search, "?format=csv&floor=0.6");
  equal(href("#other"), "/methodology/?half_life=90");
  equal([...root.querySelectorAll("textarea")].map(({ value }) => value), [
    `New 6 %. ${next} (2024)`,
    "{New 6 \\%.}",
  ]);
  const report = new URL(href(".share__report")).searchParams;
  equal([report.get("about"), report.get("number")], [
    "/what-if/AZE/?methodology=1.0&as_of=2024-07-10&floor=0.6#what-if",
    "New 6 %.",
  ]);
});

test("a page without tools has only its links renewed", () => {
  const root = place(`<div><a href="/api/what-if/">JSON</a></div>`);
  cite(root, { api: "/api/what-if/", settings: "floor=0.6", before: "Old", now: "New" });
  equal(new URL(root.querySelector("a").href).search, "?floor=0.6");
});

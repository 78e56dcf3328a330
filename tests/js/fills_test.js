import { equal, place, test } from "/runner.js";
import { fillIn, replaceMarked } from "/static/js/fills.js";

const BOX = `
  <div data-waits-for="/a /b">
    <p>computing</p>
    <p data-when="filled" hidden>there</p>
    <p data-when="failed" hidden>failed</p>
    <p data-when="late" hidden>late</p>
  </div>`;
const FRESH = '<h1 id="title" data-fills-in>China leads</h1>';

const sheet = new CSSStyleSheet();
sheet.replaceSync(".scroll { height: 50px; overflow: auto }");
document.adoptedStyleSheets = [sheet];

const parsed = (html) => new DOMParser().parseFromString(html, "text/html");
const shown = (box) => [...box.children].filter(({ hidden }) => !hidden).map((words) => words.textContent);

/** Wait for /a and /b, which say so; return what became of the page. */
async function outcome(states) {
  const box = place(BOX);
  place('<h1 id="title" data-fills-in>China</h1>');
  const asked = [];
  const fetch = window.fetch;
  window.fetch = async (address) => {
    asked.push(address);
    return new Response(FRESH);
  };
  const wait = async (address) => {
    if (states[address] === "broken") throw new Error("broken");
    return states[address] && { intervals: states[address] };
  };
  const found = await fillIn(document, wait);
  window.fetch = fetch;
  const heading = document.getElementById("title");
  const words = [shown(box), heading.textContent];
  box.remove();
  heading.remove();
  return [found, ...words, asked.length];
}

test("once all is there the page is fetched once and filled in", async () => {
  const states = { "/a": "computed", "/b": "computed" };
  equal(await outcome(states), ["filled", ["there"], "China leads", 1]);
});

test("what failed has its words, and the rest is filled in", async () => {
  const states = { "/a": "computed", "/b": "failed" };
  equal(await outcome(states), ["failed", ["failed"], "China leads", 1]);
});

test("what is late or out of reach has its words as well", async () => {
  equal(await outcome({ "/a": "computed", "/b": null }), ["late", ["late"], "China", 0]);
  equal(await outcome({ "/a": "broken", "/b": "computed" }), ["late", ["late"], "China", 0]);
});

test("a page that waits for nothing is left alone", async () => {
  equal(await fillIn(document), "");
});

test("focus and scrolling stay where they were", () => {
  const rows = Array.from({ length: 50 }, (_, row) => `<p><a href="#${row}">row ${row}</a></p>`).join("");
  const table = (words) => `<div id="table" data-fills-in><div class="scroll">${rows}${words}</div></div>`;
  const old = place(table("old"));
  old.querySelector(".scroll").scrollTop = 120;
  old.querySelectorAll("a")[7].focus({ preventScroll: true });
  replaceMarked(document, parsed(table("new")));
  const now = document.getElementById("table");
  equal([now.textContent.endsWith("new"), document.activeElement.textContent], [true, "row 7"]);
  equal(now.querySelector(".scroll").scrollTop, 120);
});

test("what the fresh page has not stays", () => {
  const old = place('<p id="gone" data-fills-in>old</p>');
  replaceMarked(document, parsed("<p>new</p>"));
  equal(old.isConnected, true);
});

import { equal, test } from "/runner.js";
import { bindViews } from "/static/js/views.js";

const PAGE = `
  <div>
    <form class="controls"><ul class="controls__presets"><li><a href="?from=2020-01">2020</a></li></ul></form>
    <a href="?view=lines" data-view="lines" aria-current="true">Lines</a>
    <a href="?view=layers" data-view="layers">Layers</a>
    <span data-of-view="lines">bands</span><span data-of-view="layers" hidden>table</span>
    <span data-of-view="">bands</span>
  </div>`;

/** Put the links on the page, choose layers, and return the page and what was drawn. */
function chosen(options = {}) {
  const page = document.body.appendChild(document.createElement("div"));
  page.innerHTML = PAGE;
  const looks = [];
  bindViews(document, (view) => looks.push(view));
  const link = page.querySelector("a[data-view=layers]");
  // What the page leaves to the browser goes nowhere in a test.
  page.addEventListener("click", (event) => event.preventDefault());
  link.dispatchEvent(new MouseEvent("click", { bubbles: true, cancelable: true, ...options }));
  const { search } = window.location;
  window.history.replaceState(null, "", "/");
  return { page, looks, search };
}

test("a choice is drawn in place and stands in the address", () => {
  const { looks, search } = chosen();
  equal([looks, search], [["layers"], "?view=layers"]);
});

test("the choice is marked, and the words are its own", () => {
  const { page } = chosen();
  const current = [...page.querySelectorAll("[aria-current]")].map((link) => link.dataset.view);
  const hidden = [...page.querySelectorAll("[data-of-view]")].map((words) => words.hidden);
  equal([current, hidden], [["layers"], [true, false, false]]);
});

test("the next choice of another kind keeps it", () => {
  const { page } = chosen();
  const address = new URL(page.querySelector(".controls__presets a").href);
  const sent = new URLSearchParams(new FormData(page.querySelector("form")));
  equal([address.search, String(sent)], ["?from=2020-01&view=layers", "view=layers"]);
});

test("with Ctrl it opens beside the page, as any link", () => {
  const { looks, search } = chosen({ ctrlKey: true });
  equal([looks, search], [[], ""]);
});

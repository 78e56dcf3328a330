import { equal, place, test } from "/runner.js";
import { bindProgress, leadsAway } from "/static/js/progress.js";

const wait = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Click a link, which then goes nowhere, and say whether it would have led away. */
function clicked(html, options = {}) {
  const link = place(html);
  let found = null;
  const look = (event) => {
    found = leadsAway(event);
    event.preventDefault();
  };
  window.addEventListener("click", look, { once: true });
  link.dispatchEvent(new MouseEvent("click", { bubbles: true, cancelable: true, ...options }));
  return found;
}

test("a link to another page of the site leads away", () => {
  equal(clicked('<a href="/events/?pole=iran">Events</a>'), true);
});

test("files, other sites, other windows and places on the page do not", () => {
  const links = [
    '<a href="/api/v1/events/?format=csv">CSV</a>',
    '<a href="/focus/AZE/shares.png">PNG</a>',
    '<a href="/events/" download>Events</a>',
    '<a href="/events/" target="_blank">Events</a>',
    '<a href="https://example.org/">elsewhere</a>',
    '<a href="#content">down</a>',
  ];
  equal(links.map((link) => clicked(link)), links.map(() => false));
  equal(clicked('<a href="/events/">Events</a>', { ctrlKey: true }), false);
});

test("a form that is sent says so after a moment, until the sign is taken away", async () => {
  const form = place('<form action="/"></form>');
  const end = bindProgress(document);
  form.dispatchEvent(new Event("submit", { bubbles: true }));
  const sign = document.querySelector(".progress");
  equal(sign.textContent, "");
  await wait(350);
  equal(sign.textContent, "Loading …");
  end();
  equal(sign.textContent, "");
});

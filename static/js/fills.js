/** What the server wrote before all was computed, filled in once it is. */

import { settle } from "./answers.js";
import { bindCopies } from "./share.js";

const FOCUSABLE = "a[href], button, summary, input, select, [tabindex]";

/**
 * Wait for what the page waits for, then fetch the page again, once, and fill in its parts.
 *
 * @param {Document} page
 * @param {(address: string) => Promise<object | null>} [wait] - as `settle` of answers.js
 * @returns {Promise<string>} "filled", "failed", "late", or "" when the page waits for nothing
 */
export async function fillIn(page, wait = settle) {
  const box = page.querySelector("[data-waits-for]");
  if (!box) return "";
  const outcome = await outcomeOf(box.dataset.waitsFor.split(" "), wait);
  // The words change where they stand, so that nothing on the page moves.
  if (outcome !== "late") replaceMarked(page, await again(page));
  for (const words of box.children) words.hidden = words.dataset.when !== outcome;
  return outcome;
}

async function outcomeOf(addresses, wait) {
  const answers = await Promise.all(addresses.map((address) => wait(address).catch(() => null)));
  if (answers.includes(null)) return "late";
  return answers.some(({ intervals, state = intervals }) => state === "failed") ? "failed" : "filled";
}

async function again(page) {
  const response = await fetch(page.location.href, { headers: { Accept: "text/html" } });
  return new DOMParser().parseFromString(await response.text(), "text/html");
}

/** Take every [data-fills-in] of the page from the fresh one; focus and scrolling stay. */
export function replaceMarked(page, fresh) {
  for (const old of page.querySelectorAll("[data-fills-in]")) {
    const found = fresh.getElementById(old.id);
    if (!found) continue;
    const next = page.importNode(found, true);
    const focused = [...old.querySelectorAll(FOCUSABLE)].indexOf(page.activeElement);
    const scrolled = old.querySelector(".scroll")?.scrollTop;
    old.replaceWith(next);
    bindCopies(next);
    if (scrolled) next.querySelector(".scroll").scrollTop = scrolled;
    if (focused >= 0) next.querySelectorAll(FOCUSABLE)[focused]?.focus({ preventScroll: true });
  }
}

/** The slider of days on the page of ties: the page of another day, put in this one's place. */

import { bindCopies } from "./share.js";

const WAIT = 150; // Milliseconds that the slider rests before a day is asked for.

/**
 * @param {number} month - months since January of the first year
 * @param {number} first - the slider's first year
 * @param {string} today - the last day there is, YYYY-MM-DD
 * @returns {string} the first day of the month, or today in its own month
 */
export function dayOf(month, first, today) {
  const year = String(first + Math.floor(month / 12));
  const day = `${year}-${String((month % 12) + 1).padStart(2, "0")}-01`;
  return day.slice(0, 7) >= today.slice(0, 7) ? today : day;
}

/** Return the address of the same page on another day. */
export function addressOf(address, day) {
  const there = new URL(address);
  there.searchParams.set("on", day);
  return there.toString();
}

/** Put the parts of another day's page into this page, and say which day it is. */
export function replaceParts(page, other) {
  for (const part of page.querySelectorAll("[data-of-the-day]")) {
    const name = part.dataset.ofTheDay;
    const fresh = other.querySelector(`[data-of-the-day="${name}"]`);
    if (!fresh) continue;
    part.replaceChildren(...page.importNode(fresh, true).childNodes);
    bindCopies(part);
  }
  const said = other.querySelector("[data-day-says]");
  if (said) page.querySelector("[data-day-says]").textContent = said.textContent;
}

/** Let the slider of a form lead from day to day; without one nothing happens. */
export function bindDays(page) {
  const box = page.querySelector("[data-day-slider]");
  if (!box) return;
  const range = box.querySelector("input");
  const { first, today } = box.dataset;
  const day = () => dayOf(Number(range.value), Number(first), today);
  const form = box.closest("form");
  const failed = form.querySelector("[data-day-failed]");
  let waiting;
  let asked;

  async function show() {
    asked?.abort();
    asked = new AbortController();
    const address = addressOf(window.location.href, day());
    try {
      const response = await fetch(address, { signal: asked.signal });
      if (!response.ok) throw new Error(`${response.status} from ${address}`);
      replaceParts(page, new DOMParser().parseFromString(await response.text(), "text/html"));
      window.history.replaceState(null, "", address);
      failed.hidden = true;
    } catch (error) {
      if (error.name === "AbortError") return;
      console.error(error);
      failed.hidden = false;
    }
  }

  box.hidden = false;
  range.setAttribute("aria-valuetext", day());
  range.addEventListener("input", () => {
    range.setAttribute("aria-valuetext", day());
    form.elements.on.value = day();
    clearTimeout(waiting);
    waiting = setTimeout(show, WAIT);
  });
}

if (typeof document !== "undefined") bindDays(document);

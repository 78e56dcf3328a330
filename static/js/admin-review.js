/** The review queue: keys, the sentence in view, the effect of what the form says. */

import { isTyping, joined, nameOf } from "./review_keys.js";

const REST = 500; // Milliseconds of rest before the effect is asked for anew.
const SILENT = "review-keys"; // Under which the browser remembers that letters do nothing.

const page = document.querySelector("[data-review]");
const form = page?.querySelector("[data-review-form]");
const help = document.querySelector("[data-review-help]");

// --- keys ---

const controls = () => [...document.querySelectorAll("[data-key]")].filter((c) => !c.disabled);
const letters = help?.querySelector("[data-review-letters]");

let former = null;

function act(control) {
  if (control.matches("input, select, textarea")) control.focus();
  else control.click();
}

function onKey(event) {
  if (event.defaultPrevented || event.repeat) return;
  if (event.key === "Escape" && isTyping(event.target)) return leave(event.target);
  if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) return accept(event);
  if (isTyping(event.target) || help?.open || letters?.checked === false) return;
  const key = event.key === "Enter" && isFree(event.target) ? "enter" : nameOf(event);
  if (!key) return;
  const all = controls();
  const found = joined(key, former, all.map((control) => control.dataset.key));
  former = found.former;
  if (!found.wish) return;
  event.preventDefault();
  act(all.find((control) => control.dataset.key === found.wish));
}

/** Enter on a link or a button is theirs. */
function isFree(element) {
  return !element.closest("a, button, input, summary, [tabindex]");
}

function leave(field) {
  if (field.closest(".select2-container")) return; // It closes its list first.
  field.blur();
  document.getElementById("said")?.focus({ preventScroll: true });
}

function accept(event) {
  const button = form?.querySelector("[data-review-accept]");
  if (!button || !form.contains(event.target)) return;
  event.preventDefault();
  button.click();
}

function rememberLetters() {
  if (!letters) return;
  letters.checked = localStorage.getItem(SILENT) !== "off";
  letters.addEventListener("change", () => {
    localStorage.setItem(SILENT, letters.checked ? "on" : "off");
  });
}

// --- the sentence ---

/** Scroll the text, and nothing else, until its current sentence is in the middle. */
function showSentence() {
  const said = document.getElementById("said");
  const pane = said?.closest("[data-review-text]");
  if (!pane) return;
  const away = said.getBoundingClientRect().top - pane.getBoundingClientRect().top;
  pane.scrollTop += away - (pane.clientHeight - said.offsetHeight) / 2;
}

// --- the effect ---

const effect = page?.querySelector("[data-effect]");
let resting = null;
let asking = null;

async function ask() {
  asking?.abort();
  asking = new AbortController();
  effect.setAttribute("aria-busy", "true");
  try {
    const { signal } = asking;
    const body = new FormData(form);
    const response = await fetch(effect.dataset.effect, { method: "POST", body, signal });
    if (!response.ok) throw new Error(`${response.status} from ${response.url}`);
    tell(await response.json());
  } catch (error) {
    if (error.name === "AbortError") return;
    tell({ lines: [], says: effect.dataset.failed });
  }
  effect.removeAttribute("aria-busy");
}

function tell({ lines, says }) {
  const list = effect.querySelector("ul");
  list.replaceChildren(
    ...lines.map((line) => Object.assign(document.createElement("li"), { textContent: line })),
  );
  list.hidden = lines.length === 0;
  effect.querySelector("p").textContent = says;
}

function askSoon() {
  clearTimeout(resting);
  resting = setTimeout(ask, REST);
}

// --- one decision at a time ---

let isSent = false;

function sendOnce(event) {
  if (isSent) event.preventDefault();
  isSent = true;
}

function begin() {
  document.addEventListener("keydown", onKey);
  rememberLetters();
  showSentence();
  document.querySelector("[data-review-keys]")?.addEventListener("click", () => help.showModal());
  document.querySelectorAll("[data-review-keys]").forEach((button) => (button.hidden = false));
  page.querySelectorAll("form[method=post]").forEach((f) => f.addEventListener("submit", sendOnce));
  addEventListener("pageshow", () => (isSent = false)); // Back: what is there can be sent again.
  if (!form || !effect) return;
  form.addEventListener("input", askSoon);
  form.addEventListener("change", askSoon);
  document.addEventListener("formset:removed", askSoon);
  // Choosing in a list that looks things up is told by jQuery alone.
  window.django?.jQuery?.(form).on("select2:select select2:clear", askSoon);
}

if (page) begin();

/** Where a point leads: to the reasons for what changed in its period. */

import { DAY_IN_MS, milliseconds } from "./format.js";

const FIRST_DAY = "1900-01-01"; // Before it nothing can be asked.

/**
 * @param {string} base - the page of reasons, with the choices that hold for the whole chart
 * @param {{start: string, date: string}} point - first day in, last day in
 * @param {{code: string} | null} [pole]
 * @returns {string} the address; a period or pole that was in `base` is replaced
 */
export function reasonsAddress(base, point, pole = null) {
  const [path, query = ""] = base.split("?");
  const choices = new URLSearchParams(query);
  if (pole) choices.set("pole", pole.code);
  choices.set("from", dayBefore(point.start));
  choices.set("to", point.date);
  return `${path}?${choices}`;
}

function dayBefore(day) {
  if (day <= FIRST_DAY) return FIRST_DAY;
  return new Date(milliseconds(day) - DAY_IN_MS).toISOString().slice(0, 10);
}

/** Follow an address as a browser would: with Ctrl, Command or Shift it opens beside the page. */
export function follow(address, event) {
  const isFramed = window.parent !== window; // On another site: only a chart may stand there.
  if (isFramed || event?.ctrlKey || event?.metaKey || event?.shiftKey) window.open(address, "_blank");
  else window.location.assign(address);
}

const ADDRESS = /https?:\/\/[^\s"<>]+/;

/**
 * Let the texts that a reader copies from a figure, a link and the code of a frame, and its
 * pictures lead to the figure as it is seen now.
 *
 * @param {HTMLElement} figure
 * @param {(address: string) => string} seen - the address with what the reader has chosen
 */
export function renewCopies(figure, seen) {
  for (const field of figure.querySelectorAll("[data-copies]")) {
    const found = ADDRESS.exec(field.defaultValue);
    const isPlain = found && (found[0] === field.defaultValue || field.defaultValue.startsWith("<"));
    if (isPlain) field.value = field.defaultValue.replace(ADDRESS, () => seen(found[0]));
  }
  for (const link of figure.querySelectorAll("[data-picture]")) link.href = seen(link.href);
}

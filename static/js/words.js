/** Every sentence that the charts say, in one place. */

import { gettext, ngettext } from "./language.js";

/** Why a number is missing: the API's `reason`, in words. */
const REASONS = {
  no_data: gettext("no events"),
  only_conflict: gettext("only conflict, no cooperation to share"),
  no_conflict: gettext("no conflict"),
  one_pole_scheme: gettext("one pole only"),
};

/** @param {string | null | undefined} reason */
export function missing(reason) {
  return REASONS[reason] ?? gettext("no value");
}

export const THIN = gettext("Thin evidence: few or weak events");
export const THIN_KEY = gettext("thin evidence");
export const EFFECTIVE_POLES = gettext("effective poles");
export const CLICK = gettext("Click for the reasons");
export const LOADING = gettext("Loading …");
export const TAP = gettext("Tap again for the reasons");

export const POLES = gettext("Poles");
export const TOGGLE = gettext(
  "Click to hide or show; double click, or click with Shift, to show this one only",
);
export const FIRST_SHOWN = gettext("First period shown");
export const LAST_SHOWN = gettext("Last period shown");
export const FULL_SCREEN = gettext("Full screen");
export const LEAVE_FULL_SCREEN = gettext("Leave the full screen");

/** @param {string} title */
export function instructions(title) {
  return gettext(
    "%(title)s. Left and right arrows move between periods, up and down between poles; " +
      "Enter opens the reasons. Plus and minus zoom, 0 shows the whole period, arrows with Shift move it.",
    { title: title.replace(/\.$/, "") },
  );
}

export const WHOLE = gettext("The whole period, all poles.");

/**
 * @param {string} period - that is seen, in words; "" is all there is
 * @param {string[]} hidden - names of poles that the reader does not want to see
 * @returns {string} what a chart does not show, or ""
 */
export function selectionWords(period, hidden) {
  const zoomed = period && gettext("Zoomed in on %(period)s.", { period });
  const poles = hidden.join(", ");
  const left = poles && gettext("Not drawn: %(poles)s; the numbers are still of all poles.", { poles });
  return [zoomed, left].filter(Boolean).join(" ");
}

/** @param {string} number - of effective poles */
export function equalPartners(number) {
  return gettext("as if %(number)s equal partners", { number });
}

/** @param {string} least - a percentage */
export function under(least) {
  return gettext("under %(least)s", { least });
}

/** @returns {string} "July to September 2024", "−0.58 to −0.03" */
export function fromTo(first, last) {
  return gettext("%(first)s to %(last)s", { first, last });
}

/** @param {number} value - the number as it is written @param {string} number */
export function events(value, number) {
  return ngettext("%(number)s event", "%(number)s events", value, { number });
}

/** @param {string} number */
export function underEvents(number) {
  return gettext("under %(number)s events", { number });
}

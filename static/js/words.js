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
export const TAP = gettext("Tap again for the reasons");

/** @param {string} title */
export function instructions(title) {
  return gettext(
    "%(title)s. Left and right arrows move between periods, up and down between poles; " +
      "Enter opens the reasons.",
    { title: title.replace(/\.$/, "") },
  );
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

/** Every sentence that the charts say, in one place. */

/** Why a number is missing: the API's `reason`, in words. */
const REASONS = {
  no_data: "no events",
  only_conflict: "only conflict, no cooperation to share",
  no_conflict: "no conflict",
  one_pole_scheme: "one pole only",
};

/** @param {string | null | undefined} reason */
export function missing(reason) {
  return REASONS[reason] ?? "no value";
}

export const THIN = "Thin evidence: few or weak events";
export const THIN_KEY = "thin evidence";
export const EFFECTIVE_POLES = "effective poles";
export const CLICK = "Click for the reasons";
export const TAP = "Tap again for the reasons";

/** @param {string} title */
export function instructions(title) {
  return (
    `${title.replace(/\.$/, "")}. Left and right arrows move between periods, up and down between poles; ` +
    "Enter opens the reasons."
  );
}

/** @param {string} number - of effective poles */
export function equalPartners(number) {
  return `as if ${number} equal partners`;
}

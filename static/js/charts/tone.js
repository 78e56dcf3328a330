/** Tone over time: a line per pole between conflict, -1, and cooperation, +1. */

import { valueAxis } from "../axes.js";
import { capital, signed, signedRange } from "../format.js";
import { missing } from "../words.js";
import { poleLines } from "./lines.js";

const NO_EVENTS = missing("no_data"); // A tone is null for this reason only.

/**
 * @param {object} balance - the API's answer
 * @param {import("../frame.js").Setting} setting
 * @returns {object} a Chart.js configuration
 */
export function toneChart(balance, setting) {
  return poleLines(balance, setting, {
    measure: "tone",
    y: axis(setting.theme),
    write: signed,
    range: signedRange,
    reason: (_point, isNull) => (isNull ? NO_EVENTS : ""),
    absent: (_point, poles) => poles.map(({ name }) => `${capital(name)}: ${NO_EVENTS}`),
  });
}

function axis(theme) {
  return valueAxis({
    min: -1,
    max: 1,
    step: 0.5,
    label: (value) => signed(value, 1),
    theme,
    zero: true,
  });
}

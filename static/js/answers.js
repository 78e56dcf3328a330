/** The API's answers, each asked for once however many figures show it. */

import { poleName } from "./language.js";

const PAUSES = [1, 2, 4, 8, 16, 30, 60]; // Seconds: together about two minutes.

const answers = new Map();
const settled = new Map();

/**
 * @param {string} address
 * @returns {Promise<object>} the parsed answer; rejected with the status when there is none
 */
export function answer(address) {
  if (!answers.has(address)) answers.set(address, ask(address));
  return answers.get(address);
}

/**
 * Ask again, less and less often, for an answer that is still being computed.
 *
 * @param {string} address
 * @param {number[]} [pauses] - seconds
 * @returns {Promise<object | null>} the answer as soon as it is final; null: not in time
 */
export function settle(address, pauses = PAUSES) {
  if (!settled.has(address)) settled.set(address, untilFinal(address, pauses));
  return settled.get(address);
}

async function untilFinal(address, pauses) {
  let found = await answer(address);
  for (const seconds of pauses) {
    if (!isPending(found)) return found;
    await new Promise((resolve) => setTimeout(resolve, seconds * 1000));
    // One that fails on the way is no reason to give up.
    found = await ask(address).catch(() => found);
  }
  return isPending(found) ? null : found;
}

/** Intervals are a part of an answer; pivots are all of one. */
function isPending({ intervals, state = intervals }) {
  return state === "pending";
}

async function ask(address) {
  const response = await fetch(address, { headers: { Accept: "application/json" } });
  if (!response.ok) throw new Error(`${response.status} from ${address}`);
  const found = await response.json();
  for (const pole of found.poles ?? []) pole.name = poleName(pole.name);
  return found;
}

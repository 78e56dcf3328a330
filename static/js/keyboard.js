/** A chart by keyboard: which point a key leads to. */

const YEAR_KEYS = { PageUp: -12, PageDown: 12 };

/**
 * @param {string} key - as KeyboardEvent names it
 * @param {{index: number | null, pole: number | null}} at - the active point; no pole is all
 * @param {{points: number, poles: number}} size
 * @returns {{index: number, pole: number | null} | null} the next one; null: not our key
 */
export function nextPoint(key, at, { points, poles }) {
  const last = points - 1;
  const from = at.index ?? last + 1; // A first arrow to the left shows the newest point.
  const within = (index) => Math.min(last, Math.max(0, index));
  const to = (index) => ({ index: within(index), pole: at.pole });
  if (points === 0) return null;
  if (key === "ArrowLeft") return to(from - 1);
  if (key === "ArrowRight") return to(at.index === null ? last : from + 1);
  if (key === "Home") return to(0);
  if (key === "End") return to(last);
  if (key in YEAR_KEYS) return to(within(from) + YEAR_KEYS[key]);
  if (key === "ArrowUp" || key === "ArrowDown") {
    return { index: within(from), pole: nextPole(at.pole, key === "ArrowUp" ? 1 : -1, poles) };
  }
  return null;
}

/**
 * @param {KeyboardEvent | {key: string, shiftKey?: boolean}} event
 * @returns {{by: number} | {factor: number} | {whole: true} | null} strides to the side, closer or
 *          farther, or all there is; null: no key of the zoom
 */
export function zoomOf({ key, shiftKey = false }) {
  if (shiftKey && key === "ArrowLeft") return { by: -1 };
  if (shiftKey && key === "ArrowRight") return { by: 1 };
  if (key === "+" || key === "=") return { factor: 0.5 };
  if (key === "-" || key === "_") return { factor: 2 };
  return key === "0" ? { whole: true } : null;
}

/** Through all poles and then back to none, which stands for all of them. */
function nextPole(pole, step, poles) {
  if (poles === 0) return null;
  const next = (pole ?? (step > 0 ? -1 : poles)) + step;
  return next < 0 || next >= poles ? null : next;
}

/** The review queue by keyboard: which control a key stands for. The controls name their keys. */

const FIELDS = "input:not([type=checkbox], [type=radio], [type=submit], [type=button], [type=hidden])";
const TYPING = `${FIELDS}, textarea, select, [contenteditable=true], [role=combobox]`;

/** Whether what is typed there belongs into a field. @param {Element | null} element */
export function isTyping(element) {
  return Boolean(element?.closest?.(TYPING));
}

/**
 * @param {{key: string, ctrlKey?: boolean, altKey?: boolean, metaKey?: boolean}} event
 * @returns {string | null} the key as the controls name it; null: not for us
 */
export function nameOf({ key, ctrlKey = false, altKey = false, metaKey = false }) {
  if (ctrlKey || altKey || metaKey || key.length !== 1 || key === " ") return null;
  return key.toLowerCase();
}

/**
 * Join a key to the one before it, where some control waits for both.
 *
 * @param {string} key
 * @param {string | null} former - the key before, if it may begin a pair
 * @param {string[]} known - the keys of all controls, such as "a" or "g q"
 * @returns {{wish: string | null, former: string | null}} the control's key; what may begin a pair
 */
export function joined(key, former, known) {
  const pair = former && `${former} ${key}`;
  if (pair && known.includes(pair)) return { wish: pair, former: null };
  const begins = known.some((name) => name.startsWith(`${key} `));
  return { wish: known.includes(key) ? key : null, former: begins ? key : null };
}

/** Where a point leads: the events of its period. */

/**
 * @param {string} base - the list of events, with the choices that hold for the whole chart
 * @param {{start: string, end: string}} point - first day in, first day out
 * @param {{code: string} | null} [pole]
 * @returns {string} the address; a period or pole that was in `base` is replaced
 */
export function eventsAddress(base, point, pole = null) {
  const [path, query = ""] = base.split("?");
  const choices = new URLSearchParams(query);
  choices.set("start", point.start);
  choices.set("end", point.end);
  if (pole) choices.set("pole", pole.code);
  return `${path}?${choices}`;
}

/** Follow an address as a browser would: with Ctrl, Command or Shift it opens beside the page. */
export function follow(address, event) {
  if (event?.ctrlKey || event?.metaKey || event?.shiftKey) window.open(address, "_blank");
  else window.location.assign(address);
}

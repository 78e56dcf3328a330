/** What the reader looks at, for all charts of a page: a span of time, and some of the poles. */

import { readSpan, writeSpan } from "./zoom.js";

const ZOOM = "zoom";
export const HIDE = "hide";
export const ONLY = "only";

/** Listeners are told after every change; the address says it all, so that a link repeats it. */
export class Selection {
  /**
   * @param {Location | URL} location - where the page is
   * @param {() => void} [write] - puts `address` into the address bar, soon
   */
  constructor(location, write = () => {}) {
    const asked = new URL(location.href).searchParams;
    this.location = location;
    this.write = write;
    this.span = readSpan(asked.get(ZOOM));
    this.past = [];
    this.listeners = [];
    this.hide = list(asked.get(HIDE));
    this.only = list(asked.get(ONLY));
  }

  listen(listener) {
    this.listeners.push(listener);
  }

  /** @param {import("./zoom.js").Span | null} span - null: the whole period */
  zoom(span) {
    if (isSame(span, this.span)) return;
    this.past.push(this.span);
    this.span = span;
    this.say();
  }

  /** Zoom on while a hand still moves: where it began is the one step back. */
  slide(span) {
    if (isSame(span, this.span)) return;
    this.span = span;
    this.say();
  }

  /** A hand begins to move: what is seen now is one step back. */
  hold() {
    this.past.push(this.span);
  }

  back() {
    if (this.past.length === 0) return;
    this.span = this.past.pop();
    this.say();
  }

  /** @param {string[]} codes - of a chart's poles @returns {Set<string>} those not to be drawn */
  hiddenOf(codes) {
    const { only, hide } = this;
    const hidden = codes.filter((code) => (only.length > 0 ? !only.includes(code) : hide.includes(code)));
    return new Set(hidden.length < codes.length ? hidden : []); // Nothing at all is no picture.
  }

  /** Hide a pole, or show it again; the last one that is shown brings all back. */
  toggle(code, codes) {
    this.before = { hide: this.hide, only: this.only };
    const hidden = this.hiddenOf(codes);
    if (!hidden.delete(code)) hidden.add(code);
    this.take(hidden, codes);
  }

  /** Show one pole alone; alone already, it brings all back. */
  isolate(code, codes, { isSecondClick = false } = {}) {
    if (isSecondClick) Object.assign(this, this.before); // The first one was not meant.
    const others = codes.filter((other) => other !== code);
    const isAlone = this.hiddenOf(codes).size === others.length && !this.hiddenOf(codes).has(code);
    this.take(new Set(isAlone ? [] : others), codes);
  }

  showAll() {
    this.take(new Set(), []);
  }

  take(hidden, codes) {
    const shown = codes.filter((code) => !hidden.has(code));
    this.only = shown.length === 1 && hidden.size > 1 ? shown : [];
    this.hide = this.only.length > 0 || shown.length === 0 ? [] : [...hidden];
    this.say();
  }

  say() {
    this.write();
    for (const listener of this.listeners) listener();
  }

  /** @param {string} [page] - another page's address @returns {string} it, as this is seen now */
  address(page = this.location.href) {
    const address = new URL(page);
    const parts = {
      [ZOOM]: this.span ? writeSpan(this.span) : "",
      [HIDE]: this.hide.join(","),
      [ONLY]: this.only.join(","),
    };
    for (const [name, value] of Object.entries(parts)) {
      if (value) address.searchParams.set(name, value);
      else address.searchParams.delete(name);
    }
    address.search = address.search.replaceAll("%2C", ","); // As a person would write it.
    return address.href;
  }
}

function list(words) {
  return (words ?? "").split(",").filter(Boolean);
}

function isSame(one, other) {
  return one?.from === other?.from && one?.to === other?.to;
}

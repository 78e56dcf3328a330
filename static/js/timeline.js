/** The whole period as a thin line below a chart, with the part that is seen between two handles. */

import { periodInWords } from "./format.js";
import { placesOf } from "./zoom.js";
import { FIRST_SHOWN, LAST_SHOWN } from "./words.js";

const YEAR_ROOM = 40; // Pixels for the year at either end.
const STEPS = { ArrowLeft: -1, ArrowDown: -1, ArrowRight: 1, ArrowUp: 1, PageUp: -12, PageDown: 12 };

export class Timeline {
  /**
   * @param {HTMLElement} element - where it goes
   * @param {{hold: () => void, slide: (places: [number, number]) => void,
   *          choose: (places: [number, number]) => void}} reader - is told the first and the last
   *        point: while a hand moves, after `hold`, or at once
   */
  constructor(element, reader) {
    this.element = element;
    this.reader = reader;
    this.years = [make("span", "timeline__year"), make("span", "timeline__year")];
    this.track = make("div", "timeline__track");
    this.span = make("div", "timeline__span");
    this.handles = [handle(FIRST_SHOWN), handle(LAST_SHOWN)];
    this.track.append(this.span, ...this.handles);
    element.replaceChildren(...this.years, this.track);
    this.listen();
  }

  /**
   * @param {object[]} points - of the whole period
   * @param {import("./zoom.js").Span | null} span - the part that is seen
   * @param {{left: number, right: number}} plot - pixels left and right of the plot
   */
  show(points, span, { left, right }) {
    this.points = points;
    this.places = placesOf(points, span);
    this.element.hidden = points.length < 3;
    if (this.element.hidden) return;
    const { track } = this;
    track.style.left = `${Math.max(left, YEAR_ROOM)}px`;
    track.style.right = `${Math.max(right, YEAR_ROOM)}px`;
    this.years[1].style.left = `calc(100% - ${Math.max(right, YEAR_ROOM) - 8}px)`;
    this.years[0].textContent = points[0].start.slice(0, 4);
    this.years[1].textContent = points.at(-1).date.slice(0, 4);
    this.element.classList.toggle("timeline--zoomed", span !== null);
    const [from, to] = this.places;
    this.span.style.left = percent(from, points.length);
    this.span.style.width = percent(to + 1 - from, points.length);
    this.handles.forEach((one, side) => this.showHandle(one, side));
  }

  showHandle(one, side) {
    const { points, places } = this;
    const point = points[places[side]];
    one.style.left = percent(places[side] + side, points.length);
    one.setAttribute("aria-valuemin", "0");
    one.setAttribute("aria-valuemax", String(points.length - 1));
    one.setAttribute("aria-valuenow", String(places[side]));
    one.setAttribute("aria-valuetext", periodInWords(point.start, point.end));
  }

  listen() {
    this.handles.forEach((one, side) => {
      one.addEventListener("keydown", (event) => this.press(event, side));
    });
    this.track.addEventListener("pointerdown", (event) => this.take(event));
    this.track.addEventListener("pointermove", (event) => this.drag(event));
    for (const gone of ["pointerup", "pointercancel", "lostpointercapture"]) {
      this.track.addEventListener(gone, () => (this.taken = null));
    }
  }

  press(event, side) {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const last = this.points.length - 1;
    const to = { Home: 0, End: last }[event.key] ?? this.places[side] + (STEPS[event.key] ?? NaN);
    if (Number.isNaN(to)) return;
    event.preventDefault();
    this.reader.choose(withSide(this.places, side, Math.max(0, Math.min(last, to))));
  }

  /** Take a handle, the span between both, or call the nearer handle to where one pressed. */
  take(event) {
    if (event.button !== 0) return;
    const at = this.placeAt(event.clientX);
    const side = this.handles.indexOf(event.target);
    const isSpan = event.target === this.span && this.element.classList.contains("timeline--zoomed");
    this.track.setPointerCapture(event.pointerId);
    this.taken = { side: side < 0 ? this.nearer(at) : side, isSpan, at, places: this.places };
    this.reader.hold();
    if (side < 0 && !isSpan) this.drag(event);
    this.handles[this.taken.side].focus({ preventScroll: true });
    event.preventDefault();
  }

  drag(event) {
    if (!this.taken) return;
    const { side, isSpan, at, places } = this.taken;
    const now = this.placeAt(event.clientX);
    this.reader.slide(isSpan ? shifted(places, now - at, this.points.length) : withSide(places, side, now));
  }

  placeAt(clientX) {
    const { left, width } = this.track.getBoundingClientRect();
    const place = Math.floor(((clientX - left) / width) * this.points.length);
    return Math.max(0, Math.min(this.points.length - 1, place));
  }

  nearer(at) {
    return Math.abs(at - this.places[0]) <= Math.abs(at - this.places[1]) ? 0 : 1;
  }
}

/** @returns {[number, number]} with one end elsewhere, and never past the other one */
export function withSide([first, last], side, at) {
  return side === 0 ? [Math.min(at, last - 1), last] : [first, Math.max(at, first + 1)];
}

/** @returns {[number, number]} as long as before, as far as there are points */
export function shifted([first, last], by, count) {
  const within = Math.max(-first, Math.min(count - 1 - last, by));
  return [first + within, last + within];
}

function percent(place, count) {
  return `${(100 * place) / count}%`;
}

function make(tag, name) {
  const element = document.createElement(tag);
  element.className = name;
  return element;
}

function handle(name) {
  const button = make("button", "timeline__handle");
  button.type = "button";
  button.setAttribute("role", "slider");
  button.setAttribute("aria-label", name);
  return button;
}

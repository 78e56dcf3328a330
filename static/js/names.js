/** The poles' names beside a chart or below it, as buttons that hide, show and single out. */

import { POLES, TOGGLE } from "./words.js";

const SVG = "http://www.w3.org/2000/svg";
const TWICE = 400; // Milliseconds between two clicks that are one double click.

export class Names {
  /**
   * @param {HTMLElement} frame - of the chart
   * @param {{toggle: (code: string) => void,
   *          isolate: (code: string, isSecondClick: boolean) => void,
   *          point: (code: string | null) => void}} reader - is told of clicks, and of the name
   *        that a pointer or the focus is on
   */
  constructor(frame, reader) {
    this.reader = reader;
    this.list = document.createElement("ul");
    this.list.className = "chart__labels";
    this.list.setAttribute("aria-label", POLES);
    this.clicked = { code: null, at: -Infinity };
    frame.append(this.list);
  }

  /**
   * @param {object[]} labels - as labels.js takes them
   * @param {boolean} isWide - at the ends of the lines, or in rows below
   * @returns {number} the pixels that the rows need below the chart
   */
  show(labels, isWide) {
    const shown = isWide || labels.length > 1 ? labels : [];
    const codes = shown.map(({ code, filled }) => `${code} ${filled}`).join();
    if (codes !== this.codes) this.list.replaceChildren(...shown.map((label) => this.item(label)));
    this.codes = codes;
    this.list.hidden = shown.length === 0;
    this.list.className = `chart__labels chart__labels--${isWide ? "beside" : "below"}`;
    this.list.style.left = "";
    shown.forEach((label, index) => fill(this.list.children[index], label, isWide));
    return isWide || shown.length === 0 ? 0 : this.list.offsetHeight + 4;
  }

  /** @param {number[]} heights - of the labels' middles @param {number} left - in pixels */
  place(heights, left) {
    this.list.style.left = `${left}px`;
    heights.forEach((height, index) => {
      const item = this.list.children[index];
      if (item) item.style.top = `${Math.round(height)}px`;
    });
  }

  item({ code, filled }) {
    const item = document.createElement("li");
    const name = document.createElement(code ? "button" : "span");
    name.className = "chart__label";
    if (code) {
      name.type = "button";
      name.title = TOGGLE;
      name.append(sample(code, filled));
      this.listen(name, code);
    }
    name.append(document.createElement("span"));
    item.append(name);
    return item;
  }

  listen(name, code) {
    name.addEventListener("click", (event) => this.click(event, code));
    for (const on of ["pointerenter", "focus"]) {
      name.addEventListener(on, () => this.reader.point(code));
    }
    for (const off of ["pointerleave", "blur"]) {
      name.addEventListener(off, () => this.reader.point(null));
    }
  }

  /** The name may have moved after the first click of two; the second is for the same pole. */
  click(event, code) {
    const { clicked } = this;
    const isByHand = event.detail > 0;
    const isTwice = isByHand && event.timeStamp - clicked.at < TWICE;
    this.clicked = isTwice || !isByHand ? { code: null, at: -Infinity } : { code, at: event.timeStamp };
    if (isTwice) {
      this.reader.isolate(clicked.code, true);
    } else if (event.shiftKey) {
      this.reader.isolate(code, false);
    } else {
      this.reader.toggle(code);
    }
  }
}

function fill(item, { text, code, isHidden }, isWide) {
  const name = item.firstElementChild;
  name.lastElementChild.textContent = text;
  if (code) name.setAttribute("aria-pressed", String(!isHidden));
  if (!isWide) item.style.top = "";
}

/** A piece of the line or of the band, in the pole's own colour and dash. */
function sample(code, filled) {
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("class", `chart__sample pole--${code}`);
  svg.setAttribute("aria-hidden", "true");
  const mark = document.createElementNS(SVG, filled ? "rect" : "line");
  const place = filled ? { x: 6, width: 10, height: 10 } : { x2: 22, y1: 5, y2: 5 };
  for (const [name, value] of Object.entries(place)) mark.setAttribute(name, value);
  svg.append(mark);
  return svg;
}

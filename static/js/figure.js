/** One <figure data-chart> of the page: what it draws, and the words around it. */

import { answer, settle } from "./answers.js";
import { effectivePolesChart } from "./charts/effective_poles.js";
import { sharesChart } from "./charts/shares.js";
import { toneChart } from "./charts/tone.js";
import { themeOf } from "./colors.js";
import { periodInWords } from "./format.js";
import { change } from "./kept.js";
import { follow, renewCopies } from "./links.js";
import { Reading } from "./reading.js";
import { polesOf } from "./series.js";
import { bindTools } from "./tools.js";
import { selectionWords } from "./words.js";
import { zoomed } from "./zoom.js";
import { Zooming } from "./zooming.js";

const KINDS = { shares: sharesChart, tone: toneChart, effective_poles: effectivePolesChart };
const still = window.matchMedia("(prefers-reduced-motion: reduce)");

/** Small letters of the reader's own size: as large on a canvas as beside it. */
function letterSize() {
  return 0.8125 * parseFloat(getComputedStyle(document.documentElement).fontSize);
}

export class Figure {
  /**
   * @param {HTMLElement} element - the figure
   * @param {import("./selection.js").Selection} selection - what the reader looks at
   */
  constructor(element, selection) {
    this.element = element;
    this.selection = selection;
    this.frame = element.querySelector(".chart__frame");
    this.canvas = element.querySelector("canvas");
    this.chart = null;
    this.title = element.querySelector(".chart__title")?.textContent.trim() ?? "";
  }

  /** Fetch and draw; where that fails, the picture made by the server stays, with a word. */
  async start() {
    try {
      this.balance = await answer(this.element.dataset.url);
      this.show();
      this.reading = new Reading(this);
      this.zooming = new Zooming(this);
      this.draw();
      bindTools(this.element, this.selection, this.codes());
    } catch (error) {
      this.fail(error);
      return;
    }
    if (this.balance.intervals === "pending") await this.addIntervals();
  }

  /** Draw again once the intervals are there; without them the chart stays as it is. */
  async addIntervals() {
    const settled = await settle(this.element.dataset.url).catch(() => null);
    if (settled?.intervals !== "computed") return;
    this.balance = settled;
    this.draw();
  }

  /** Draw lines or layers, where the chart has both. */
  look(view) {
    if (!this.element.dataset.view) return;
    this.element.dataset.view = view;
    if (this.chart) this.draw();
  }

  /** Take over what the page has filled in: the title, and the pivots. */
  renew() {
    this.rename();
    if (!this.chart) return;
    if (this.element.querySelector(".chart__pivots")) this.draw();
    else this.saySelection();
  }

  rename() {
    const title = this.element.querySelector(".chart__title")?.textContent.trim();
    if (!title || title === this.title) return;
    for (const named of [this.canvas, this.frame]) {
      const label = named.getAttribute("aria-label");
      if (label) named.setAttribute("aria-label", label.replace(this.title, () => title));
    }
    this.title = title;
  }

  show() {
    for (const picture of this.frame.querySelectorAll(":scope > :not(canvas)")) {
      picture.style.display = "none";
    }
    this.canvas.hidden = false;
    this.element.classList.add("chart--drawn");
  }

  fail(error) {
    const failed = this.element.querySelector(".chart__failed");
    if (failed) failed.hidden = false;
    console.error(error);
  }

  /** Draw, or change what is drawn: another theme, width, span of time, or other poles. */
  draw() {
    this.width = this.frame.clientWidth;
    const pointed = this.reading.pointed();
    this.shown = zoomed(this.balance, this.selection.span);
    const { dataset } = this.element;
    const config = KINDS[dataset.chart](this.shown, this.setting());
    this.page = config.page;
    this.reading.prepare(config);
    Object.assign(window.Chart.defaults.font, config.options.font);
    if (this.chart) change(this.chart, config, this.frame);
    else this.chart = new window.Chart(this.canvas, config);
    this.zooming.show();
    this.reading.pointAgain(pointed);
    this.saySelection();
    renewCopies(this.element, (address) => this.addressOf(address));
    if (this.page.isNumbered) this.showMoments();
  }

  /** An address of this figure, as it is seen now. */
  addressOf(address) {
    const seen = new URL(this.selection.address(address));
    const { view } = this.element.dataset;
    if (view) seen.searchParams.set("view", view);
    return seen.href;
  }

  /** The codes of the poles that a reader may hide: of a figure about one pole, none. */
  codes() {
    const { chart, pole } = this.element.dataset;
    if (pole || chart === "effective_poles") return [];
    return polesOf(this.balance).map(({ code }) => code);
  }

  /** What is not seen is said where the unit and the period stand. */
  saySelection() {
    const { points } = this.shown;
    const isZoomed = points.length < this.balance.points.length;
    const period = isZoomed ? periodInWords(points[0].start, points.at(-1).end) : "";
    const hidden = this.selection.hiddenOf(this.codes());
    const names = this.balance.poles.filter(({ code }) => hidden.has(code)).map(({ name }) => name);
    const words = selectionWords(period, names);
    const subtitle = this.element.querySelector(".chart__subtitle");
    let said = subtitle.querySelector(".chart__selection");
    if (!said && words) {
      said = document.createElement("span");
      said.className = "chart__selection";
      subtitle.append(" ", said);
    }
    if (said) said.textContent = words;
    this.reading.say(words);
  }

  /** Numbers on the chart say nothing without the list that they stand for. */
  showMoments() {
    const moments = this.element.querySelector(".chart__moments");
    if (moments) moments.open = true;
  }

  setting() {
    const theme = themeOf(this.element);
    const pen = this.canvas.getContext("2d");
    const size = letterSize();
    return {
      theme,
      size,
      width: this.width,
      measure: (text) => {
        pen.font = `${size}px ${theme.font}`;
        return pen.measureText(text).width;
      },
      pins: this.data(".chart__pins"),
      pivots: this.data(".chart__pivots"),
      only: this.element.dataset.pole,
      view: this.element.dataset.view,
      hidden: this.selection.hiddenOf(this.codes()),
      still: still.matches || this.chart !== null,
      touch: window.matchMedia("(pointer: coarse)").matches,
      open: (url, event) => {
        this.reading.followed = event.native;
        follow(url, event.native);
      },
    };
  }

  data(block) {
    return JSON.parse(this.element.querySelector(block)?.textContent || "[]");
  }

  /** Draw again when the room has changed; the height follows by itself. */
  resize() {
    if (this.chart && this.frame.clientWidth !== this.width) this.draw();
  }
}

/** One <figure data-chart> of the page: its canvas, its words, its pointer and keys. */

import { answer, settle } from "./answers.js";
import { emphasize } from "./bands.js";
import { effectivePolesChart } from "./charts/effective_poles.js";
import { sharesChart } from "./charts/shares.js";
import { toneChart } from "./charts/tone.js";
import { themeOf } from "./colors.js";
import { nextPoint } from "./keyboard.js";
import { follow, reasonsAddress } from "./links.js";
import { instructions } from "./words.js";

const KINDS = { shares: sharesChart, tone: toneChart, effective_poles: effectivePolesChart };
const still = window.matchMedia("(prefers-reduced-motion: reduce)");

export class Figure {
  /** @param {HTMLElement} element - the figure */
  constructor(element) {
    this.element = element;
    this.frame = element.querySelector(".chart__frame");
    this.canvas = element.querySelector("canvas");
    this.active = { index: null, pole: null };
    this.chart = null;
    this.title = element.querySelector(".chart__title")?.textContent.trim() ?? "";
  }

  /** Fetch and draw; where that fails, the picture made by the server stays, with a word. */
  async start() {
    try {
      this.balance = await answer(this.element.dataset.url);
      this.show();
      this.draw();
      this.listen();
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
    if (document.activeElement === this.frame && this.active.index !== null) {
      this.activate(this.active);
    }
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
    if (this.chart && this.element.querySelector(".chart__pivots")) this.draw();
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

  /** Draw, or draw again in another theme or width. */
  draw() {
    const animate = this.chart === null;
    this.chart?.destroy();
    this.width = this.frame.clientWidth;
    const config = KINDS[this.element.dataset.chart](this.balance, this.setting(animate));
    config.options.onClick = (event, elements) => this.click(event, elements);
    config.options.onHover = ({ native }, elements) => this.hover(native, elements);
    this.page = config.page;
    Object.assign(window.Chart.defaults.font, config.options.font);
    this.chart = new window.Chart(this.canvas, config);
    if (this.page.isNumbered) this.showMoments();
  }

  /** Numbers on the chart say nothing without the list that they stand for. */
  showMoments() {
    const moments = this.element.querySelector(".chart__moments");
    if (moments) moments.open = true;
  }

  setting(animate) {
    const theme = themeOf(this.element);
    const pen = this.canvas.getContext("2d");
    return {
      theme,
      width: this.width,
      measure: (text) => {
        pen.font = `13px ${theme.font}`;
        return pen.measureText(text).width;
      },
      pins: this.data(".chart__pins"),
      pivots: this.data(".chart__pivots"),
      only: this.element.dataset.pole,
      view: this.element.dataset.view,
      still: still.matches || !animate,
      touch: window.matchMedia("(pointer: coarse)").matches,
      open: (url, event) => {
        this.followed = event.native;
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

  // --- pointer ---

  hover(event, elements) {
    if (elements.length > 0) this.active = { index: elements[0].index, pole: null };
    if (!event) return;
    this.canvas.style.cursor = elements.length > 0 ? "pointer" : "";
    const [nearest] = elements;
    emphasize(this.chart, (nearest && this.poleAt(nearest.index, event.offsetY)?.code) ?? null);
  }

  click(event, elements) {
    // A label of a pivot lies on points of the chart; a click on it is for the label.
    if (elements.length === 0 || event.native === this.followed) return;
    const { index } = elements[0];
    // The first tap of a finger is what hovering is to a mouse.
    const isFirstTap = event.native.pointerType === "touch" && this.tapped !== index;
    this.tapped = index;
    if (!isFirstTap) this.open(index, this.poleAt(index, event.y), event.native);
  }

  poleAt(index, y) {
    const only = this.balance.poles.find(({ code }) => code === this.element.dataset.pole);
    return only ?? this.page.hit(this.chart, index, y);
  }

  open(index, pole, event) {
    const base = this.element.dataset.whyUrl;
    if (base) follow(reasonsAddress(base, this.balance.points[index], pole), event);
  }

  // --- keys ---

  listen() {
    const title = this.canvas.getAttribute("aria-label") ?? "";
    this.frame.tabIndex = 0;
    this.frame.setAttribute("role", "application");
    this.frame.setAttribute("aria-label", instructions(title));
    this.spoken = document.createElement("p");
    this.spoken.className = "visually-hidden";
    this.spoken.setAttribute("aria-live", "polite");
    this.element.append(this.spoken);
    this.frame.addEventListener("keydown", (event) => this.press(event));
    for (const gone of ["pointerleave", "blur"]) {
      this.frame.addEventListener(gone, () => emphasize(this.chart, null));
    }
  }

  press(event) {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    if (event.key === "Enter" && this.active.index !== null) {
      this.open(this.active.index, this.activePole(), event);
    } else {
      const size = { points: this.balance.points.length, poles: this.poleDatasets().length };
      const next = nextPoint(event.key, this.active, size);
      if (!next) return;
      this.activate(next);
    }
    event.preventDefault();
  }

  poleDatasets() {
    return this.chart.data.datasets.filter(({ pole }) => pole);
  }

  activePole() {
    return this.poleDatasets()[this.active.pole]?.pole ?? null;
  }

  /** Show a point as if the pointer were on it, and say it. */
  activate(next) {
    this.active = next;
    const elements = this.chart.data.datasets
      .map(({ data, pole, isGap }, datasetIndex) => ({ datasetIndex, data, pole, isGap }))
      .filter(({ data }) => data[next.index].y !== null)
      .filter(({ pole, isGap }) => isGap || !this.activePole() || pole === this.activePole())
      .map(({ datasetIndex }) => ({ datasetIndex, index: next.index }));
    this.chart.setActiveElements(elements);
    this.chart.tooltip.setActiveElements(elements, this.chart.chartArea);
    this.chart.update("none");
    emphasize(this.chart, this.activePole()?.code ?? null);
    this.spoken.textContent = this.page.describe(next.index, this.activePole());
  }
}

/** How a reader goes through a chart: by pointer, by keys, and by the poles' names. */

import { emphasize } from "./bands.js";
import { nextPoint } from "./keyboard.js";
import { follow, reasonsAddress } from "./links.js";
import { Names } from "./names.js";
import { instructions, WHOLE } from "./words.js";

export class Reading {
  /** @param {object} figure - a Figure of figure.js */
  constructor(figure) {
    this.figure = figure;
    this.active = { index: null, pole: null };
    this.said = "";
    const { selection, frame } = figure;
    this.names = new Names(frame, {
      toggle: (code) => selection.toggle(code, figure.codes()),
      isolate: (code, isSecondClick) => selection.isolate(code, figure.codes(), { isSecondClick }),
      point: (code) => emphasize(figure.chart, code),
    });
    this.listen();
  }

  /** Bind a configuration to the pointer, and make room for the names. */
  prepare({ options, page }) {
    options.onClick = (event, elements) => this.click(event, elements);
    options.onHover = ({ native }, elements) => this.hover(native, elements);
    options.layout.padding.bottom = this.names.show(page.labels, page.isWide);
    const place = (heights, left) => page.isWide && this.names.place(heights, left);
    options.plugins.endLabels.place = place;
  }

  /** @returns {string | null} the day of the point that is pointed at */
  pointed() {
    return this.figure.shown?.points[this.active.index]?.date ?? null;
  }

  /** Another picture, the same point: if it is still there, and somebody reads by keys. */
  pointAgain(day) {
    const index = this.figure.shown.points.findIndex(({ date }) => date === day);
    const pole = this.poleDatasets()[this.active.pole] ? this.active.pole : null;
    this.active = { index: index < 0 ? null : index, pole };
    if (index >= 0 && document.activeElement === this.figure.frame) this.activate(this.active);
  }

  hover(event, elements) {
    if (elements.length > 0) this.active = { index: elements[0].index, pole: null };
    if (!event) return;
    this.figure.canvas.style.cursor = elements.length > 0 ? "pointer" : "";
    const [nearest] = elements;
    emphasize(this.figure.chart, (nearest && this.poleAt(nearest.index, event.offsetY)?.code) ?? null);
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
    const only = this.figure.balance.poles.find(({ code }) => code === this.figure.element.dataset.pole);
    return only ?? this.figure.page.hit(this.figure.chart, index, y);
  }

  open(index, pole, event) {
    const base = this.figure.element.dataset.whyUrl;
    if (base) follow(reasonsAddress(base, this.figure.shown.points[index], pole), event);
  }

  listen() {
    const title = this.figure.canvas.getAttribute("aria-label") ?? "";
    this.figure.frame.tabIndex = 0;
    this.figure.frame.setAttribute("role", "application");
    this.figure.frame.setAttribute("aria-label", instructions(title));
    this.spoken = document.createElement("p");
    this.spoken.className = "visually-hidden";
    this.spoken.setAttribute("aria-live", "polite");
    this.figure.element.append(this.spoken);
    this.figure.frame.addEventListener("keydown", (event) => this.press(event));
    for (const gone of ["pointerleave", "blur"]) {
      this.figure.frame.addEventListener(gone, () => emphasize(this.figure.chart, null));
    }
  }

  press(event) {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    if (event.target !== this.figure.frame) return; // A name among the chart's own has its own keys.
    if (this.figure.zooming.press(event)) {
      event.preventDefault();
      return;
    }
    if (event.key === "Enter" && this.active.index !== null) {
      this.open(this.active.index, this.activePole(), event);
    } else {
      const size = { points: this.figure.shown.points.length, poles: this.poleDatasets().length };
      const next = nextPoint(event.key, this.active, size);
      if (!next) return;
      this.activate(next);
    }
    event.preventDefault();
  }

  poleDatasets() {
    return this.figure.chart.data.datasets.filter(({ pole }) => pole);
  }

  activePole() {
    return this.poleDatasets()[this.active.pole]?.pole ?? null;
  }

  /** Show a point as if the pointer were on it, and say it. */
  activate(next) {
    this.active = next;
    const elements = this.figure.chart.data.datasets
      .map(({ data, pole, isGap }, datasetIndex) => ({ datasetIndex, data, pole, isGap }))
      .filter(({ data }) => data[next.index].y !== null)
      .filter(({ pole, isGap }) => isGap || !this.activePole() || pole === this.activePole())
      .map(({ datasetIndex }) => ({ datasetIndex, index: next.index }));
    this.figure.chart.setActiveElements(elements);
    this.figure.chart.tooltip.setActiveElements(elements, this.figure.chart.chartArea);
    this.figure.chart.update("none");
    emphasize(this.figure.chart, this.activePole()?.code ?? null);
    this.spoken.textContent = this.figure.page.describe(next.index, this.activePole());
  }

  /** Say what has changed about the picture, to whoever changed it here. */
  say(words) {
    if (words !== this.said && this.figure.element.contains(document.activeElement)) {
      this.spoken.textContent = words || WHOLE;
    }
    this.said = words;
  }
}

/** The page of what-if: sliders, and the numbers that follow them. */

import "../vendor/chart.umd.min.js";
import { answer } from "./answers.js";
import { renew, whatIfChart } from "./charts/what_if.js";
import { Chooser } from "./choosers.js";
import { cite, withSettings } from "./citing.js";
import { themeOf } from "./colors.js";
import { evidence } from "./evidence.js";
import { capital, oneDecimal, periodInWords } from "./format.js";
import { nextPoint } from "./keyboard.js";
import { Reckoning } from "./method/reckoning.js";
import { fill } from "./language.js";
import { changesOf, headline, numberCells, shareCell, shareCells } from "./sentences.js";
import { addressOf, defaultSettings, settingsOf } from "./settings.js";

const PAUSE = 250; // Milliseconds after the last step, for what need not follow at once.

class Page {
  constructor(root) {
    this.root = root;
    this.words = JSON.parse(root.querySelector(".what-if__data").textContent);
    this.form = root.querySelector("form");
    this.figure = root.querySelector("[data-figure]");
    this.frame = root.querySelector(".chart__frame");
    this.canvas = root.querySelector("canvas");
    this.spoken = root.querySelector("[data-spoken]");
    this.headline = document.querySelector("#headline");
    this.said = this.headline.textContent;
    this.active = { index: null, pole: null };
  }

  choosers() {
    const known = {
      without_outlet: new Set(this.impacts.outlets.map(({ id }) => id)),
      without_event: new Set(this.impacts.events.id),
    };
    const found = [...this.root.querySelectorAll("[data-chooser]")].map((element) => {
      const { chooser: name } = element.dataset;
      return [name, new Chooser(element, (id) => known[name].has(id), () => this.follow())];
    });
    return Object.fromEntries(found);
  }

  async start() {
    const { impacts, balance } = this.words;
    const [events, usual] = await Promise.all([answer(impacts), answer(balance)]);
    this.impacts = events;
    this.usual = usual.points;
    this.balance = { ...usual, points: structuredClone(usual.points) };
    this.reckoning = new Reckoning(events, usual);
    this.lists = this.choosers();
    this.read();
    this.draw();
    this.listen();
    this.watch();
  }

  // --- numbers ---

  /** Reckon what the form says. */
  read() {
    this.settings = settingsOf(new FormData(this.form), this.words.defaults);
    this.reckoning.fill(this.balance.points, this.settings);
  }

  /** Once a picture of the screen, however fast the hand is. */
  follow() {
    if (this.isDue) return;
    this.isDue = true;
    requestAnimationFrame(() => {
      this.isDue = false;
      this.read();
      renew(this.chart, this.balance);
      this.say();
      clearTimeout(this.waiting);
      this.waiting = setTimeout(() => this.rest(), PAUSE);
    });
  }

  // --- words ---

  say() {
    const [point, usual] = [this.balance.points.at(-1), this.usual.at(-1)];
    const changes = changesOf(this.words, this.settings, this.words.defaults, {
      outlet: (id) => this.lists.without_outlet.labelOf(id),
      event: (id) => this.lists.without_event.labelOf(id).replace(/ \(\d{4}\)$/, ""),
    });
    put(this.headline, headline(this.words, point, usual, changes));
    for (const { code } of this.balance.poles) {
      const cells = shareCells(point.poles[code].share, usual.poles[code].share);
      this.write(`tr[data-row="${code}"]`, cells);
    }
    const pair = [point.effective_poles, usual.effective_poles];
    this.write('tr[data-row=""]', numberCells(...pair, oneDecimal));
    const counted = this.reckoning.mask.reduce((sum, counts) => sum + counts, 0);
    const words = { counted, all: this.reckoning.mask.length };
    put(this.root.querySelector("[data-counted]"), fill(this.words.counted, words));
  }

  write(row, cells) {
    const own = this.root.querySelector(row).querySelectorAll("td");
    cells.forEach((text, at) => put(own[at], text));
  }

  /** What a hand that rests wants to find: the address, the links, the long table. */
  rest() {
    const settings = addressOf(this.settings, this.words.defaults);
    const now = this.headline.textContent;
    window.history.replaceState(null, "", withSettings(window.location.href, settings));
    document.title = [now, ...document.title.split(" · ").slice(-1)].join(" · ");
    cite(this.root, { api: this.words.what_if, settings, before: this.said, now });
    this.said = now;
    const whole = this.root.querySelector('#what-if-table a[href*="rows=all"]');
    if (whole) whole.href = withSettings(whole.href, `${settings}${settings && "&"}rows=all`);
    const rows = this.root.querySelectorAll("#what-if-table tbody tr");
    const newest = this.balance.points.length - 1;
    rows.forEach((row, at) => this.writePeriod(row, newest - at));
    this.spoken.textContent = now;
  }

  writePeriod(row, at) {
    const cells = row.querySelectorAll("td");
    this.balance.poles.forEach(({ code }, pole) => {
      put(cells[2 * pole], shareCell(this.balance.points[at].poles[code].share));
    });
  }

  // --- chart ---

  draw() {
    const theme = themeOf(this.figure);
    const pen = this.canvas.getContext("2d");
    this.chart?.destroy();
    this.canvas.hidden = false;
    this.frame.querySelector(".picture").style.display = "none";
    this.figure.classList.add("chart--drawn");
    this.width = this.frame.clientWidth;
    const config = whatIfChart(this.balance, this.usual, {
      theme,
      width: this.width,
      label: (pole, point, usual) => this.label(pole, point, usual),
      measure: (text) => {
        pen.font = `13px ${theme.font}`;
        return pen.measureText(text).width;
      },
    });
    config.plugins.push(evidence);
    this.chart = new window.Chart(this.canvas, config);
  }

  label({ code, name }, point, usual) {
    return fill(this.words.label, {
      pole: capital(name),
      share: shareCell(point.poles[code].share),
      usual: shareCell(usual.poles[code].share),
    });
  }

  watch() {
    const redraw = () => this.draw();
    window.matchMedia("(prefers-color-scheme: dark)").addEventListener("change", redraw);
    new MutationObserver(redraw).observe(document.documentElement, {
      attributeFilter: ["data-theme"],
    });
    new ResizeObserver(() => {
      if (this.frame.clientWidth !== this.width) this.draw();
    }).observe(this.frame);
  }

  // --- hands ---

  listen() {
    const { form } = this;
    form.addEventListener("input", ({ target }) => {
      if (target.type !== "range" && target.type !== "number") return;
      this.pair(target);
      this.follow();
    });
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      for (const list of Object.values(this.lists)) list.add();
    });
    form.querySelector("[data-reset]").addEventListener("click", (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      this.reset();
    });
    const copy = form.querySelector("[data-copy]");
    copy.addEventListener("click", () => this.copy(copy));
    this.frame.tabIndex = 0;
    this.frame.setAttribute("role", "application");
    this.frame.setAttribute("aria-label", this.canvas.getAttribute("aria-label"));
    this.frame.addEventListener("keydown", (event) => this.press(event));
  }

  /** A slider moves its number, and a number its slider. */
  pair(target) {
    const { slides } = target.dataset;
    if (slides) this.form.elements[slides].value = target.value;
    const range = this.form.querySelector(`[data-slides="${target.name}"]`);
    if (range && target.value) range.value = target.value;
    const number = this.form.elements[slides ?? target.name];
    number.setAttribute("aria-invalid", String(!number.value || !number.validity.valid));
  }

  reset() {
    const usual = defaultSettings(this.words.defaults);
    const values = { half_life: usual.halfLife, floor: 0 };
    Object.keys(this.words.defaults.weights).forEach((name, at) => {
      values[`weight_${name}`] = usual.weights[at];
    });
    for (const [name, value] of Object.entries(values)) {
      this.form.elements[name].value = value;
      this.pair(this.form.elements[name]);
    }
    for (const list of Object.values(this.lists)) list.clear();
    this.follow();
  }

  async copy(button) {
    this.rest();
    await navigator.clipboard.writeText(window.location.href);
    this.spoken.textContent = button.dataset.copied;
    const words = button.textContent;
    button.textContent = button.dataset.copied;
    setTimeout(() => (button.textContent = words), 2000);
  }

  /** The point that an arrow leads to, shown and said. */
  press(event) {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const { points } = this.balance;
    const next = nextPoint(event.key, this.active, { points: points.length, poles: 0 });
    if (!next) return;
    event.preventDefault();
    this.active = next;
    const { index } = next;
    const elements = this.balance.poles
      .map((_pole, datasetIndex) => ({ datasetIndex, index }))
      .filter(({ datasetIndex }) => this.chart.data.datasets[datasetIndex].data[index].y !== null);
    this.chart.setActiveElements(elements);
    this.chart.tooltip.setActiveElements(elements, { x: 0, y: 0 });
    this.chart.update("none");
    const labels = this.balance.poles.map((pole) => this.label(pole, points[index], this.usual[index]));
    this.spoken.textContent = `${periodInWords(points[index].start, points[index].end)}: ${labels.join("; ")}.`;
  }
}

/** Words that stay the same cost nothing: the page is not laid out anew. */
function put(element, text) {
  if (element.textContent !== text) element.textContent = text;
}

const root = document.querySelector("[data-what-if]");
const page = new Page(root);
page.start().catch((error) => {
  root.querySelector(".chart__failed").hidden = false;
  console.error(error);
});

/** A chart's span of time in the reader's hands: on the plot, on the line below it, by keys. */

import { VALUE_AXIS_WIDTH } from "./axes.js";
import { bindBrush } from "./brush.js";
import { milliseconds } from "./format.js";
import { zoomOf } from "./keyboard.js";
import { Timeline } from "./timeline.js";
import { moved, scaled, snapped, spanBetween, stride } from "./zoom.js";

export class Zooming {
  /** @param {object} figure - a Figure of figure.js */
  constructor(figure) {
    this.figure = figure;
    this.selection = figure.selection;
    const { selection } = this;
    const place = figure.element.querySelector("[data-timeline]");
    if (place) {
      this.timeline = new Timeline(place, {
        hold: () => selection.hold(),
        slide: (places) => selection.slide(spanBetween(this.points(), places)),
        choose: (places) => selection.zoom(spanBetween(this.points(), places)),
      });
    }
    bindBrush(figure.frame, figure.canvas, this.brush());
  }

  points() {
    return this.figure.balance.points;
  }

  show() {
    const { left, right } = this.figure.chart.chartArea;
    const plot = { left: left ?? VALUE_AXIS_WIDTH, right: this.figure.width - right };
    this.timeline?.show(this.points(), this.selection.span, plot);
  }

  brush() {
    const { figure, selection } = this;
    return {
      area: () => figure.chart.chartArea,
      isAwake: () => document.activeElement === figure.frame || Boolean(document.fullscreenElement),
      pick: (one, other) => {
        const [from, to] = [this.timeAt(Math.min(one, other)), this.timeAt(Math.max(one, other))];
        selection.zoom(snapped(this.points(), { from, to }));
      },
      scale: (factor, x) => this.scale(factor, this.timeAt(x)),
      begin: () => {
        selection.hold();
        this.pinched = selection.span;
      },
      pinch: (factor, x) => {
        if (factor === 1) return;
        selection.slide(scaled(this.points(), this.pinched, factor, this.timeAt(x)));
      },
    };
  }

  timeAt(x) {
    return this.figure.chart.scales.x.getValueForPixel(x);
  }

  scale(factor, at) {
    if (this.points().length < 3) return;
    this.selection.zoom(scaled(this.points(), this.selection.span, factor, at));
  }

  /** @returns {boolean} was it a key of ours? */
  press(event) {
    const { figure, selection } = this;
    const wish = zoomOf(event);
    if (!wish) return false;
    if (wish.whole) selection.zoom(null);
    else if (wish.factor) this.scale(wish.factor, this.middle());
    else if (selection.span) {
      const by = wish.by * stride(this.points(), selection.span);
      selection.zoom(moved(this.points(), selection.span, by));
    }
    figure.frame.focus({ preventScroll: true });
    return true;
  }

  /** The point that is pointed at, or the middle of what is seen. */
  middle() {
    const { points } = this.figure.shown;
    const pointed = this.figure.reading.pointed();
    if (pointed) return milliseconds(pointed);
    return milliseconds(points[Math.floor((points.length - 1) / 2)].date);
  }
}

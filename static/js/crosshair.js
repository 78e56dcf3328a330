/** A hairline through the active point, to read its day off the axis. */

/** A Chart.js plugin. Its option: `color`. */
export const crosshair = {
  id: "crosshair",
  afterDatasetsDraw(chart, _arguments, { color }) {
    const [active] = chart.tooltip?.getActiveElements() ?? [];
    if (!active) return;
    const { ctx, chartArea } = chart;
    const x = Math.round(active.element.x) + 0.5;
    ctx.save();
    ctx.strokeStyle = color;
    ctx.beginPath();
    ctx.moveTo(x, chartArea.top);
    ctx.lineTo(x, chartArea.bottom);
    ctx.stroke();
    ctx.restore();
  },
};

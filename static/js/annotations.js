/** Lines and labels at moments of time: what pins.js and pivots.js describe, drawn. */

const LINE_HEIGHT = 1.2;

/** By chart: where its labels stand, with what a click on each does. */
const standing = new WeakMap();

/**
 * A Chart.js plugin. Its option: `annotations`, by name. A line `{type: "line", value, borderColor,
 * borderWidth, borderDash, above}` crosses the plot, and goes on `above` it for so many pixels,
 * without its dashes. A label `{type: "label", xValue, content, font, color, backgroundColor,
 * borderRadius, padding, position, xAdjust, yAdjust, click}` stands by the upper edge of the plot:
 * its box begins, is centred or ends at its moment, and hangs from the edge or stands on it.
 */
export const annotation = {
  id: "annotation",
  afterDatasetsDraw(chart, _arguments, { annotations = {} }) {
    const all = Object.values(annotations);
    for (const line of all) if (line.type === "line") drawLine(chart, line);
    const labels = all.filter(({ type }) => type === "label");
    standing.set(
      chart,
      labels.map((label) => ({ label, box: drawLabel(chart, label) })),
    );
  },
  beforeEvent(chart, { event }) {
    if (event.type === "click") labelAt(chart, event)?.click({ chart }, event);
  },
  afterEvent(chart, { event }) {
    if (labelAt(chart, event)) chart.canvas.style.cursor = "pointer";
  },
};

function labelAt(chart, { x, y }) {
  const isOn = (box) => x >= box.x && x <= box.x + box.width && y >= box.y && y <= box.y + box.height;
  // The later lies on top.
  return standing.get(chart)?.findLast(({ label, box }) => label.click && isOn(box))?.label;
}

function drawLine({ ctx, chartArea, scales }, line) {
  const x = scales.x.getPixelForValue(line.value);
  ctx.save();
  ctx.strokeStyle = line.borderColor;
  ctx.lineWidth = line.borderWidth;
  ctx.beginPath();
  ctx.setLineDash(line.borderDash);
  ctx.moveTo(x, chartArea.top);
  ctx.lineTo(x, chartArea.bottom);
  ctx.stroke();
  ctx.beginPath();
  ctx.setLineDash([]);
  ctx.moveTo(x, chartArea.top);
  ctx.lineTo(x, chartArea.top - (line.above ?? 0));
  ctx.stroke();
  ctx.restore();
}

function drawLabel({ ctx, chartArea, scales, options }, label) {
  const { padding } = label;
  ctx.save();
  ctx.font = `${label.font.size}px ${options.font.family}`;
  const box = {
    width: ctx.measureText(label.content).width + padding.left + padding.right,
    height: label.font.size * LINE_HEIGHT + padding.top + padding.bottom,
  };
  const [x, y] = [scales.x.getPixelForValue(label.xValue), chartArea.top];
  box.x = x + (label.xAdjust ?? 0) - box.width * PARTS[label.position.x];
  box.y = y + (label.yAdjust ?? 0) - box.height * PARTS[label.position.y];
  ctx.fillStyle = label.backgroundColor;
  ctx.beginPath();
  ctx.roundRect(box.x, box.y, box.width, box.height, label.borderRadius ?? 0);
  ctx.fill();
  ctx.fillStyle = label.color;
  ctx.textBaseline = "middle";
  ctx.fillText(label.content, box.x + padding.left, box.y + box.height / 2);
  ctx.restore();
  return box;
}

/** How much of a box lies before its moment, or above the edge. */
const PARTS = { start: 0, center: 0.5, end: 1 };

/** How sure a chart is of itself: hatched where evidence is thin, a word where there is none. */

import { THIN_KEY } from "./words.js";

const STEP = 6; // Pixels between two lines of the hatching.

/**
 * A Chart.js plugin. Its options: `thin`, spans `{from, to}` in milliseconds; `gaps`, spans with
 * `text`; `hatch`, `ink` and `paper`, colours; `isOver`: hatch over what is drawn, not under it.
 */
export const evidence = {
  id: "evidence",
  beforeDatasetsDraw(chart, _arguments, { thin = [], hatch, isOver }) {
    if (!isOver) for (const span of thin) hatchSpan(chart, span, hatch);
  },
  afterDatasetsDraw(chart, _arguments, { thin = [], gaps = [], hatch, isOver, ink, paper }) {
    const { ctx } = chart;
    if (isOver) for (const span of thin) hatchSpan(chart, span, hatch);
    ctx.save();
    ctx.font = `italic ${chart.options.font.size - 1}px ${chart.options.font.family}`;
    ctx.textAlign = "center";
    ctx.textBaseline = "bottom";
    writeInWidest(chart, thin, THIN_KEY, { ink, paper });
    for (const span of gaps) writeIn(chart, span, span.text, { ink, paper });
    ctx.restore();
  },
};

function pixels({ scales, chartArea }, { from, to }) {
  const left = Math.max(scales.x.getPixelForValue(from), chartArea.left);
  const right = Math.min(scales.x.getPixelForValue(to), chartArea.right);
  return { left, right, width: right - left };
}

function hatchSpan(chart, span, color) {
  const { ctx, chartArea } = chart;
  const { left, right, width } = pixels(chart, span);
  const { top, bottom } = chartArea;
  ctx.save();
  ctx.beginPath();
  ctx.rect(left, top, width, bottom - top);
  ctx.clip();
  ctx.beginPath();
  const tall = bottom - top;
  // From a common origin, so that neighbouring spans hatch as one.
  const first = chartArea.left + Math.floor((left - tall - chartArea.left) / STEP) * STEP;
  for (let x = first; x < right; x += STEP) {
    ctx.moveTo(x, bottom);
    ctx.lineTo(x + tall, top);
  }
  ctx.strokeStyle = color;
  ctx.lineWidth = 1.5;
  ctx.stroke();
  ctx.restore();
}

/** One word is enough for all hatching of a chart. */
function writeInWidest(chart, spans, text, colors) {
  const byWidth = [...spans].sort((a, b) => b.to - b.from - (a.to - a.from));
  if (byWidth.length > 0) writeIn(chart, byWidth[0], text, colors);
}

function writeIn(chart, span, text, { ink, paper }) {
  const { ctx, chartArea } = chart;
  const { left, right, width } = pixels(chart, span);
  const needed = ctx.measureText(text).width + 8;
  if (width < needed) return;
  const middle = (left + right) / 2;
  const bottom = chartArea.bottom - 6;
  ctx.fillStyle = paper;
  ctx.fillRect(middle - needed / 2, bottom - 16, needed, 18);
  ctx.fillStyle = ink;
  ctx.fillText(text, middle, bottom);
}

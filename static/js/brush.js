/** A span of time chosen on a chart itself: dragged, turned with the wheel, or pinched. */

const LEAST = 8; // Pixels: less is a click with an unsteady hand.
const TURN = 40; // Of a wheel: less is a trackpad's tremble.

/**
 * @typedef {object} Chosen - what a chart lets be done with it
 * @property {() => {left: number, right: number, top: number, bottom: number}} area - the plot
 * @property {() => boolean} isAwake - may wheel and fingers be the chart's, not the page's?
 * @property {(from: number, to: number) => void} pick - a span, in pixels of the canvas
 * @property {(factor: number, at: number) => void} scale - closer or farther, round a pixel
 * @property {() => void} begin - two fingers lie on the chart
 * @property {(factor: number, at: number) => void} pinch - since they began
 */

/**
 * @param {HTMLElement} frame - around the canvas
 * @param {HTMLCanvasElement} canvas
 * @param {Chosen} chart
 */
export function bindBrush(frame, canvas, chart) {
  bindDrag(frame, canvas, chart);
  bindWheel(canvas, chart);
  bindPinch(canvas, chart);
}

function bindDrag(frame, canvas, chart) {
  const box = document.createElement("div");
  box.className = "chart__brush";
  box.hidden = true;
  frame.append(box);
  let start = null;
  let isDragged = false;
  const within = (x) => Math.min(chart.area().right, Math.max(chart.area().left, x));
  const stop = () => {
    start = null;
    box.hidden = true;
  };
  canvas.addEventListener("pointerdown", (event) => {
    isDragged = false;
    const { left, right, top, bottom } = chart.area();
    const { offsetX: x, offsetY: y } = event;
    const isInside = x >= left && x <= right && y >= top && y <= bottom;
    if (event.button === 0 && event.pointerType !== "touch" && isInside) start = x;
  });
  canvas.addEventListener("pointermove", (event) => {
    if (start === null || (!isDragged && Math.abs(event.offsetX - start) < LEAST)) return;
    isDragged = true;
    canvas.setPointerCapture(event.pointerId);
    show(box, chart.area(), start, within(event.offsetX));
  });
  canvas.addEventListener("pointerup", (event) => {
    const from = start;
    stop();
    if (from !== null && isDragged) chart.pick(from, within(event.offsetX));
    setTimeout(() => (isDragged = false));
  });
  canvas.addEventListener("pointercancel", stop);
  document.addEventListener("keydown", ({ key }) => key === "Escape" && stop());
  // The click at the end of a drag is no click on a point.
  frame.addEventListener("click", (event) => isDragged && event.stopPropagation(), true);
}

function show(box, { top, bottom }, from, to) {
  box.hidden = false;
  Object.assign(box.style, {
    top: `${top}px`,
    height: `${bottom - top}px`,
    left: `${Math.min(from, to)}px`,
    width: `${Math.abs(to - from)}px`,
  });
}

function bindWheel(canvas, chart) {
  let turned = 0;
  canvas.addEventListener(
    "wheel",
    (event) => {
      if (!event.ctrlKey && !event.metaKey && !chart.isAwake()) return; // The page scrolls.
      event.preventDefault();
      turned += event.deltaY;
      if (Math.abs(turned) < TURN) return;
      chart.scale(turned < 0 ? 0.8 : 1.25, event.offsetX);
      turned = 0;
    },
    { passive: false },
  );
}

function bindPinch(canvas, chart) {
  const fingers = new Map();
  let apart = 0;
  const distance = () => {
    const [one, other] = fingers.values();
    return Math.max(1, Math.hypot(one.x - other.x, one.y - other.y));
  };
  const leave = ({ pointerId }) => fingers.delete(pointerId);
  canvas.addEventListener("pointerdown", (event) => {
    if (event.pointerType !== "touch" || !chart.isAwake()) return;
    fingers.set(event.pointerId, { x: event.offsetX, y: event.offsetY });
    if (fingers.size !== 2) return;
    apart = distance();
    chart.begin();
  });
  canvas.addEventListener("pointermove", (event) => {
    if (!fingers.has(event.pointerId)) return;
    fingers.set(event.pointerId, { x: event.offsetX, y: event.offsetY });
    if (fingers.size !== 2) return;
    const [one, other] = fingers.values();
    chart.pinch(apart / distance(), (one.x + other.x) / 2);
  });
  for (const gone of ["pointerup", "pointercancel", "lostpointercapture"]) {
    canvas.addEventListener(gone, leave);
  }
}

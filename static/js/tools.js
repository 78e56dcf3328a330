/** The buttons below a chart: back to all that there is, and the whole screen. */

import { FULL_SCREEN, LEAVE_FULL_SCREEN } from "./words.js";

/**
 * @param {HTMLElement} figure
 * @param {import("./selection.js").Selection} selection
 * @param {string[]} codes - of the poles that can be hidden
 */
export function bindTools(figure, selection, codes) {
  const buttons = Object.fromEntries(
    [...figure.querySelectorAll("[data-tool]")].map((button) => [button.dataset.tool, button]),
  );
  const actions = {
    whole: () => selection.zoom(null),
    back: () => selection.back(),
    poles: () => selection.showAll(),
    full: () => toggleFullScreen(figure),
  };
  for (const [name, button] of Object.entries(buttons)) {
    button.addEventListener("click", () => {
      actions[name]();
      // What has just gone cannot keep the focus.
      if (button.disabled) figure.querySelector(".chart__frame").focus({ preventScroll: true });
    });
  }
  const show = () => {
    if (buttons.whole) buttons.whole.disabled = selection.span === null;
    if (buttons.back) buttons.back.disabled = selection.past.length === 0;
    if (buttons.poles) buttons.poles.disabled = selection.hiddenOf(codes).size === 0;
  };
  selection.listen(show);
  show();
  if (buttons.full) bindFullScreen(figure, buttons.full);
}

function bindFullScreen(figure, button) {
  button.disabled = !document.fullscreenEnabled;
  figure.addEventListener("fullscreenchange", () => {
    button.textContent = document.fullscreenElement === figure ? LEAVE_FULL_SCREEN : FULL_SCREEN;
  });
}

function toggleFullScreen(figure) {
  const change = document.fullscreenElement ? document.exitFullscreen() : figure.requestFullscreen();
  change.catch(console.error);
}

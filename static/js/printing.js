/** What is folded on the screen lies open on paper, and is folded again afterwards. */

/** @param {Document} page */
export function bindPrinting(page) {
  let opened = [];
  page.defaultView.addEventListener("beforeprint", () => {
    opened = [...page.querySelectorAll("details:not([open])")];
    for (const part of opened) part.open = true;
  });
  page.defaultView.addEventListener("afterprint", () => {
    for (const part of opened) part.open = false;
    opened = [];
  });
}

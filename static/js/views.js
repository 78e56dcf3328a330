/** Lines or layers: the reader's choice of how shares are drawn. It stands in the address. */

/**
 * @param {Document} page
 * @param {(view: string) => void} look - draws the charts so
 */
export function bindViews(page, look) {
  for (const link of page.querySelectorAll("a[data-view]")) {
    link.addEventListener("click", (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      const { view } = link.dataset;
      page.defaultView.history.replaceState(null, "", addressOf(page, view));
      mark(page, view);
      keep(page, "view", view);
      look(view);
    });
  }
}

/** Of this page as it is now: what else has been chosen since it came stays. */
function addressOf(page, view) {
  const address = new URL(page.defaultView.location.href);
  address.searchParams.set("view", view);
  return address.href;
}

function mark(page, view) {
  for (const link of page.querySelectorAll("a[data-view]")) {
    if (link.dataset.view === view) link.setAttribute("aria-current", "true");
    else link.removeAttribute("aria-current");
  }
  for (const words of page.querySelectorAll("[data-of-view]:not([data-of-view=''])")) {
    words.hidden = words.dataset.ofView !== view;
  }
}

/** The next choice of another kind keeps this one; "" is none. */
export function keep(page, name, value) {
  for (const link of page.querySelectorAll(".controls__presets a")) {
    const address = new URL(link.href);
    if (value) address.searchParams.set(name, value);
    else address.searchParams.delete(name);
    link.href = address.href;
  }
  for (const form of page.querySelectorAll("form.controls")) {
    const field = form.elements[name] ?? form.appendChild(hiddenField(page, name));
    field.value = value; // An empty one has no place in the address: see controls.js.
  }
}

function hiddenField(page, name) {
  const field = page.createElement("input");
  field.type = "hidden";
  field.name = name;
  return field;
}

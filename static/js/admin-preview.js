/** Keeps the preview of a dashboard in step with its form; without it the button "Preview" does. */

const PAUSE = 700; // Milliseconds of rest before the form is shown anew.

const pane = document.querySelector("[data-preview-pane]");
const button = document.querySelector("[data-preview]");
const says = pane?.querySelector("[data-preview-says]");

let waiting = null;
let made = 0;
let latest = null;

/** Show the form in a frame of its own, which takes the place of the last one once it is there. */
function show() {
  const old = pane.querySelector("iframe:not([hidden])");
  const frame = old.cloneNode();
  // A new frame leaves the history of the tab alone, and the old picture stays until it is drawn.
  frame.name = `${button.dataset.preview || "preview"}-${(made += 1)}`;
  frame.removeAttribute("src");
  frame.hidden = true;
  latest?.remove();
  latest = frame;
  pane.append(frame);
  says.textContent = says.dataset.waits;
  frame.addEventListener("load", () => settle(frame, old));
  button.formTarget = frame.name;
  button.form.requestSubmit(button);
}

function settle(frame, old) {
  if (frame !== latest || frame.contentWindow.location.href === "about:blank") return;
  const isPage = frame.contentDocument?.querySelector("#content");
  says.textContent = isPage ? "" : says.dataset.failed;
  const { scrollY } = old.contentWindow ?? { scrollY: 0 };
  frame.hidden = false;
  latest = null;
  old.remove();
  frame.contentWindow.scrollTo(0, scrollY);
}

/** Show the form after a rest; each change puts it off. */
export function soon() {
  clearTimeout(waiting);
  waiting = setTimeout(show, PAUSE);
}

if (pane && button) {
  const { form } = button;
  form.addEventListener("input", soon);
  form.addEventListener("change", soon);
  form.addEventListener("panels:moved", soon);
  document.addEventListener("formset:removed", soon);
  // Choosing in a list that looks things up is told by jQuery alone.
  window.django?.jQuery?.(form).on("select2:select select2:clear", soon);
  button.addEventListener("click", (event) => {
    if (!event.isTrusted) return;
    event.preventDefault();
    show();
  });
  soon();
}

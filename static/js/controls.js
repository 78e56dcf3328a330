/** The page's choices: a form that sends itself, and the one of colours. */

const THEME = "theme"; // Also read by theme.js, before the first paint.
const FOCUS = "focus";

/** Send every form.controls when one of its choices has changed. */
export function bindForms(root) {
  for (const form of root.querySelectorAll("form.controls")) bindForm(form);
}

function bindForm(form) {
  let byKeyboard = false;
  let changed = false;
  const send = () => {
    changed = false;
    if (form.reportValidity()) form.requestSubmit();
  };
  form.addEventListener("keydown", () => (byKeyboard = true));
  form.addEventListener("pointerdown", () => (byKeyboard = false));
  form.addEventListener("change", () => {
    changed = true;
    // By keyboard a choice is passed on the way to another: it counts when one moves on.
    if (!byKeyboard) send();
  });
  form.addEventListener("focusout", () => setTimeout(() => changed && send()));
  form.addEventListener("submit", () => remember(form));
  form.addEventListener("formdata", ({ formData }) => leaveOutEmpty(formData));
  restore(form);
}

/** A choice that was not made has no place in the address. */
function leaveOutEmpty(formData) {
  for (const [name, value] of [...formData]) if (value === "") formData.delete(name);
}

function remember(form) {
  const { activeElement } = document;
  if (!form.contains(activeElement) || !activeElement.id) return;
  store("sessionStorage", FOCUS, JSON.stringify({ id: activeElement.id, top: window.scrollY }));
}

/** The next page begins where the last one was left: same control, same place. */
function restore(form) {
  const left = JSON.parse(read("sessionStorage", FOCUS) ?? "null");
  const control = left && form.querySelector(`#${CSS.escape(left.id)}`);
  if (!control) return;
  window.sessionStorage.removeItem(FOCUS);
  control.focus({ preventScroll: true });
  window.scrollTo({ top: left.top, behavior: "instant" });
}

/** Let every select[data-theme-choice] choose the colours, and remember it; "" is the system's. */
export function bindThemeChoices(root) {
  const { dataset } = document.documentElement;
  for (const choice of root.querySelectorAll("[data-theme-choice]")) {
    choice.value = dataset.theme ?? "";
    choice.addEventListener("change", () => {
      if (choice.value) dataset.theme = choice.value;
      else delete dataset.theme;
      store("localStorage", THEME, choice.value);
    });
  }
}

/** Storage may be forbidden or full; then nothing is remembered, and all else works. */
function store(storage, key, value) {
  try {
    window[storage].setItem(key, value);
  } catch (error) {
    console.info(error);
  }
}

function read(storage, key) {
  try {
    return window[storage].getItem(key);
  } catch {
    return null;
  }
}

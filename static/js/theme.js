/* The reader's choice of light or dark, before the first paint: in <head>, not a module. */

(() => {
  try {
    const theme = localStorage.getItem("theme");
    if (theme === "light" || theme === "dark") document.documentElement.dataset.theme = theme;
  } catch {
    // Storage is forbidden: the system's choice holds.
  }
})();

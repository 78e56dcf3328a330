/* The reader's choice of light, dark or high contrast, before the first paint: in <head>, not a module. */

(() => {
  try {
    const theme = localStorage.getItem("theme");
    if (["light", "dark", "contrast"].includes(theme)) document.documentElement.dataset.theme = theme;
  } catch {
    // Storage is forbidden: the system's choice holds.
  }
})();

/** "/" leads to the search over all tables, wherever one is not writing. */

const box = document.querySelector("[data-desk-search]");
const isWriting = (element) =>
  element.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(element.tagName);

document.addEventListener("keydown", (event) => {
  const isOther = event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented;
  if (event.key !== "/" || isOther || isWriting(event.target)) return;
  event.preventDefault();
  box.focus();
  box.select();
});

/** Buttons that copy a link, a citation or a code; without scripts the texts stand there to select. */

/** @param {ParentNode} root */
export function bindCopies(root) {
  for (const field of root.querySelectorAll("[data-copies]")) {
    const status = field.closest(".share__panel").querySelector("[role=status]");
    field.after(button(field, status));
  }
}

function button(field, status) {
  const element = document.createElement("button");
  element.type = "button";
  element.className = "share__copy";
  element.textContent = status.dataset.copy;
  element.setAttribute("aria-describedby", field.id);
  element.addEventListener("click", async () => {
    field.select();
    status.textContent = "";
    status.textContent = (await copied(field.value)) ? status.dataset.copied : status.dataset.notCopied;
  });
  return element;
}

/** Say whether the text is on the clipboard now. */
async function copied(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return document.execCommand?.("copy") ?? false; // Where a page without HTTPS may not write.
  }
}

/** Gives boxes that are searched as one types a name: the label's words, and what is chosen. */

const label = (select) => select.labels[0]?.textContent.trim().replace(/:$/, "") ?? "";

function name(select) {
  const shown = select.parentElement.querySelector(".select2-selection__rendered");
  if (!shown) return;
  const chosen = select.selectedOptions[0]?.textContent.trim();
  shown.setAttribute("aria-label", chosen ? `${label(select)}: ${chosen}` : label(select));
}

function nameAll(part) {
  part.querySelectorAll("select.admin-autocomplete").forEach((select) => {
    name(select);
    window.django.jQuery(select).on("change", () => name(select));
  });
}

window.django.jQuery(() => nameAll(document));
document.addEventListener("formset:added", (event) => nameAll(event.target));

/** What is left out: a list of boxes, and a field that adds to it from the page's list. */

export class Chooser {
  /**
   * @param {HTMLElement} element - with the name of its boxes in data-chooser
   * @param {(id: number) => boolean} isKnown - whether there is such an outlet or event
   * @param {() => void} changed - called when a box comes or goes
   */
  constructor(element, isKnown, changed) {
    this.element = element;
    this.name = element.dataset.chooser;
    this.field = element.querySelector("[name^=add_]");
    this.chips = element.querySelector(".chips");
    this.full = element.querySelector("[data-full]");
    this.isKnown = isKnown;
    this.changed = changed;
    this.field.addEventListener("change", () => this.add());
    this.chips.addEventListener("change", ({ target }) => this.remove(target));
  }

  /** Take over what the field says, "12 · Report" or "12"; anything else is marked as wrong. */
  add() {
    const id = Number.parseInt(this.field.value, 10);
    const isHere = this.isKnown(id);
    this.full.hidden = !isHere || Boolean(this.box(id)) || this.hasRoom();
    const isTaken = isHere && this.full.hidden;
    this.field.setAttribute("aria-invalid", String(Boolean(this.field.value.trim()) && !isTaken));
    if (!isTaken) return;
    if (!this.box(id)) this.chips.append(this.chip(id));
    this.field.value = "";
    this.changed();
  }

  /** The server refuses an address that leaves out more. */
  hasRoom() {
    return this.chips.childElementCount < Number(this.element.dataset.most);
  }

  remove(box) {
    box.closest("li").remove();
    this.full.hidden = true;
    this.field.focus();
    this.changed();
  }

  clear() {
    this.chips.replaceChildren();
    this.full.hidden = true;
  }

  /** @returns {string} the words beside the box of an id */
  labelOf(id) {
    return this.box(id)?.closest("label").querySelector("span").textContent ?? String(id);
  }

  box(id) {
    return this.chips.querySelector(`input[value="${id}"]`);
  }

  chip(id) {
    const item = this.element.querySelector("template").content.cloneNode(true);
    item.querySelector("input").value = id;
    item.querySelector("span").textContent = this.offered(id);
    return item;
  }

  /** The words of the list; of what it does not offer, the id. */
  offered(id) {
    const { options } = this.element.querySelector("datalist");
    const option = [...options].find(({ value }) => Number.parseInt(value, 10) === id);
    return option ? option.value.replace(/^\d+ · /, "") : String(id);
  }
}

/** Moves the panels of a dashboard in the admin; without it an editor types positions. */

import { gettext } from "./language.js";

const GROUP = "#panels-group";
const ROW = ".inline-related:not(.empty-form)";

const rows = () => [...document.querySelectorAll(`${GROUP} ${ROW}`)];

/** Number the panels in the order in which they stand, a new one included. */
export function renumber(panels) {
  panels.forEach((row, index) => {
    row.querySelector("input[name$='-position']").value = index + 1;
  });
  panels[0]?.dispatchEvent(new Event("panels:moved", { bubbles: true }));
}

/** Put the row one place up (-1) or down (+1), and keep the focus on the button. */
export function move(row, step) {
  const all = rows();
  const other = all[all.indexOf(row) + step];
  if (!other) return;
  if (step < 0) other.before(row);
  else other.after(row);
  renumber(rows());
}

function button(words, act) {
  const made = document.createElement("button");
  made.type = "button";
  made.className = "panel-move";
  made.textContent = words;
  made.addEventListener("click", () => {
    act();
    made.focus();
  });
  return made;
}

/** A grip that moves the row with a mouse or a finger; the buttons do the same by keyboard. */
function handle(row) {
  const grip = document.createElement("span");
  grip.className = "panel-grip";
  grip.textContent = "⠿";
  grip.setAttribute("aria-hidden", "true");
  grip.addEventListener("pointerdown", (event) => {
    event.preventDefault();
    drag(row);
  });
  return grip;
}

function drag(row) {
  const group = row.closest(GROUP);
  const follow = ({ clientY }) => place(row, clientY);
  const drop = () => {
    document.removeEventListener("pointermove", follow);
    document.removeEventListener("pointerup", drop);
    document.removeEventListener("pointercancel", drop);
    group.classList.remove("is-sorting");
    row.classList.remove("is-dragged");
    row.scrollIntoView({ block: "nearest" });
    renumber(rows());
  };
  group.classList.add("is-sorting"); // Rows without their fields are short enough to see many.
  row.classList.add("is-dragged");
  row.scrollIntoView({ block: "center" });
  document.addEventListener("pointermove", follow);
  document.addEventListener("pointerup", drop);
  document.addEventListener("pointercancel", drop);
}

/** Put the row above or below the one that the pointer is on. */
function place(row, y) {
  for (const other of rows()) {
    const { top, bottom } = other.getBoundingClientRect();
    if (other === row || y < top || y > bottom) continue;
    if (y < (top + bottom) / 2) other.before(row);
    else other.after(row);
    return;
  }
}

function equip(row) {
  const head = row.querySelector("h3");
  if (!head || head.querySelector(".panel-move")) return;
  head.prepend(handle(row));
  head.append(
    button(gettext("Move up"), () => move(row, -1)),
    button(gettext("Move down"), () => move(row, +1)),
  );
  explain(row);
}

// --- kinds of panels, explained ---

const KINDS = JSON.parse(document.getElementById("panel-kinds")?.textContent ?? "[]");

/** Say below the choice of a kind what it shows. */
function explain(row) {
  const select = row.querySelector("select[name$='-kind']");
  if (!select || KINDS.length === 0) return;
  const words = document.createElement("p");
  words.className = "panel-kind-says";
  words.id = `${select.id}-says`;
  select.setAttribute("aria-describedby", words.id);
  const tell = () => {
    words.textContent = KINDS.find(({ kind }) => kind === select.value)?.says ?? "";
  };
  select.addEventListener("change", tell);
  tell();
  (select.closest(".form-row") ?? select.parentElement).append(words);
}

/** Put a panel of the kind at the end, and begin with its title. */
function add(kind) {
  document.querySelector(`${GROUP} .add-row a, ${GROUP} a.add-row`)?.click();
  const row = rows().at(-1);
  const select = row.querySelector("select[name$='-kind']");
  select.value = kind;
  select.dispatchEvent(new Event("change", { bubbles: true }));
  row.scrollIntoView({ block: "nearest" });
  row.querySelector("input[name$='-title']")?.focus();
}

/** Offer all kinds, each with a line on what it shows. */
function chooser() {
  const made = document.createElement("details");
  made.className = "panel-chooser";
  made.innerHTML = "<summary></summary><ul class='panel-chooser__kinds'></ul>";
  made.querySelector("summary").textContent = gettext("Add a panel: choose what it shows");
  for (const { kind, name, says } of KINDS) {
    const choice = document.createElement("button");
    choice.type = "button";
    choice.className = "panel-chooser__kind";
    choice.append(document.createElement("strong"), document.createElement("span"));
    choice.firstChild.textContent = name[0].toUpperCase() + name.slice(1);
    choice.lastChild.textContent = says;
    choice.addEventListener("click", () => {
      made.open = false;
      add(kind);
    });
    const item = document.createElement("li");
    item.append(choice);
    made.querySelector("ul").append(item);
  }
  return made;
}

function begin() {
  rows().forEach(equip);
  const group = document.querySelector(GROUP);
  if (group && KINDS.length > 0) group.append(chooser());
}

begin();
document.addEventListener("formset:added", (event) => {
  if (!event.target.closest(GROUP)) return;
  equip(event.target);
  renumber(rows());
});

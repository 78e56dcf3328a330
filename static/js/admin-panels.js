/** Moves the panels of a dashboard in the admin; without it an editor types positions. */

const GROUP = "#panels-group";
const ROW = ".inline-related:not(.empty-form)";
const say = window.gettext ?? ((words) => words);

let dragged = null;

const rows = () => [...document.querySelectorAll(`${GROUP} ${ROW}`)];

/** Number the panels in the order in which they stand, a new one included. */
export function renumber(panels) {
  panels.forEach((row, index) => {
    row.querySelector("input[name$='-position']").value = index + 1;
  });
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

function handle(row) {
  const grip = document.createElement("span");
  grip.className = "panel-grip";
  grip.textContent = "⠿";
  grip.setAttribute("aria-hidden", "true");
  grip.addEventListener("pointerdown", () => { row.draggable = true; });
  row.addEventListener("dragstart", () => { dragged = row; });
  row.addEventListener("dragend", () => {
    row.draggable = false;
    dragged = null;
    renumber(rows());
  });
  row.addEventListener("dragover", (event) => {
    if (!dragged || dragged === row) return;
    event.preventDefault();
    const box = row.getBoundingClientRect();
    const isAbove = event.clientY < box.top + box.height / 2;
    if (isAbove) row.before(dragged);
    else row.after(dragged);
  });
  return grip;
}

function equip(row) {
  const head = row.querySelector("h3");
  if (!head || head.querySelector(".panel-move")) return;
  head.prepend(handle(row));
  head.append(
    button(say("Move up"), () => move(row, -1)),
    button(say("Move down"), () => move(row, +1)),
  );
}

rows().forEach(equip);
document.addEventListener("formset:added", (event) => {
  if (!event.target.closest(GROUP)) return;
  equip(event.target);
  renumber(rows());
});

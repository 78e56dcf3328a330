/** Follows a job without a reload, and refuses a file that is too large before it is sent. */

const PAUSE = 1500; // Milliseconds between two looks.

/** Put the job's newest state in place of the one that is shown, until it is over. */
async function look() {
  const shown = document.querySelector("#job[data-pending]");
  if (!shown) return;
  try {
    const response = await fetch(window.location.href, { headers: { Accept: "text/html" } });
    const page = new DOMParser().parseFromString(await response.text(), "text/html");
    const fresh = page.querySelector("#job");
    if (fresh && !shown.contains(document.activeElement)) shown.replaceWith(fresh);
    else if (fresh && !fresh.hasAttribute("data-pending")) shown.replaceWith(fresh);
  } catch {
    // The next look may find the server again; the link "Look again" stays.
  }
  setTimeout(look, PAUSE);
}

function checkSize({ target }) {
  const most = Number(target.dataset.mostBytes);
  const [file] = target.files;
  target.setCustomValidity(file && file.size > most ? target.dataset.tooLarge : "");
  target.reportValidity();
}

function refuse(event) {
  if (event.target.querySelector("input[type=file]:invalid")) {
    event.target.querySelector("input[type=file]").reportValidity();
    event.preventDefault();
  }
}

for (const input of document.querySelectorAll("input[type=file][data-most-bytes]")) {
  input.addEventListener("change", checkSize);
  input.form.addEventListener("submit", refuse);
}
setTimeout(look, PAUSE);

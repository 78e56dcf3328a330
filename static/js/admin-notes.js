/** Notes beside a record are sent without leaving its page, whose form may be half filled in. */

async function send(form, submitter) {
  const response = await fetch(form.action, {
    method: "POST",
    body: new FormData(form, submitter),
    headers: { "X-Requested-With": "XMLHttpRequest" },
  });
  if (!response.ok || response.redirected) throw new Error(`${response.status} from ${form.action}`);
  return new DOMParser().parseFromString(await response.text(), "text/html");
}

document.addEventListener("submit", async (event) => {
  const section = event.target.closest("[data-notes]");
  if (!section) return;
  event.preventDefault();
  if (section.ariaBusy === "true") return; // A double click sends one note.
  section.ariaBusy = "true";
  try {
    const answer = (await send(event.target, event.submitter)).querySelector("[data-notes]");
    section.replaceWith(answer);
    answer.querySelector("textarea, button")?.focus();
  } catch (error) {
    section.ariaBusy = "false";
    section.querySelector("[data-notes-failed]").hidden = false;
    console.error(error);
  }
});

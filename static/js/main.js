/** What every page does with scripts; the charts come when a reader comes near one. */

import { bindForms, bindThemeChoices } from "./controls.js";
import { fillIn } from "./fills.js";
import { whenNear } from "./near.js";
import { bindPrinting } from "./printing.js";
import { bindProgress } from "./progress.js";
import { bindCopies } from "./share.js";
import { bindViews } from "./views.js";

const CHARTS = "figure[data-chart]";
let charts = null;

/** The charts' own modules, and the library that draws them, loaded once. */
function load() {
  charts ??= import("./figures.js");
  return charts;
}

function fail(element, error) {
  element.querySelector(".chart__failed")?.removeAttribute("hidden");
  console.error(error);
}

bindForms(document);
bindThemeChoices(document);
bindPrinting(document);
bindProgress(document);
bindCopies(document);
bindViews(document, async (view) => (await charts)?.look(view));

whenNear(document.querySelectorAll(CHARTS), (element) => {
  load().then(({ draw }) => draw(element), (error) => fail(element, error));
});

fillIn(document).then(async (outcome) => {
  if (outcome && outcome !== "late") (await charts)?.renew();
}, console.error);

/** Says that the next page is on its way, when it takes longer than a moment. */

import { LOADING } from "./words.js";

const A_MOMENT = 300; // Milliseconds.
const TOO_LONG = 30_000; // By then it came as a file, or does not come.

/**
 * Watch links and forms that lead to another page of the site.
 *
 * @param {Document} page
 * @returns {() => void} takes the sign away
 */
export function bindProgress(page) {
  const sign = page.body.appendChild(page.createElement("p"));
  sign.className = "progress";
  sign.setAttribute("role", "status");
  let timers = [];
  const end = () => {
    timers.forEach(clearTimeout);
    sign.textContent = "";
  };
  const begin = () => {
    end();
    timers = [setTimeout(() => { sign.textContent = LOADING; }, A_MOMENT), setTimeout(end, TOO_LONG)];
  };
  // After all other listeners: what they prevent does not lead away.
  page.defaultView.addEventListener("click", (event) => leadsAway(event) && begin());
  page.defaultView.addEventListener("submit", (event) => event.defaultPrevented || begin());
  page.defaultView.addEventListener("pageshow", end);
  return end;
}

/** @returns {boolean} whether a click opens another page of the site in this window */
export function leadsAway(event) {
  const link = event.target.closest?.("a[href]");
  if (!link || event.defaultPrevented || event.button !== 0) return false;
  if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return false;
  if (link.target || link.hasAttribute("download") || link.origin !== window.location.origin) return false;
  const isHere = link.pathname === window.location.pathname && link.search === window.location.search;
  return !isHere && !isFile(link);
}

function isFile({ pathname, search }) {
  return pathname.startsWith("/api/") || /\.(svg|png|csv|json|xml)$/.test(pathname) || /format=/.test(search);
}

/** What a reader cites of a page whose numbers change without a new page. */

/**
 * @param {string} address - whole, with what holds its numbers fast
 * @param {string} settings - as an address has them
 * @returns {string} the address with these settings in the place of its own
 */
export function withSettings(address, settings) {
  const url = new URL(address);
  for (const name of [...url.searchParams.keys()]) {
    if (/^(half_life|floor|weight_|without_|add_|rows)/.test(name)) url.searchParams.delete(name);
  }
  url.search = [url.searchParams.toString(), settings].filter(Boolean).join("&");
  return url.href;
}

/**
 * Let every link and every text to copy name the numbers that are now on the page.
 *
 * @param {Element} root
 * @param {{api: string, settings: string, before: string, now: string}} change - the path of the
 *        numbers' own address; the settings; the page's headline before, and now
 */
export function cite(root, { api, settings, before, now }) {
  const link = root.querySelector("input[data-copies]");
  const [old, next] = link ? [link.value, withSettings(link.value, settings)] : ["", ""];
  const [said, says] = [before, now].map((sentence) => sentence.replace(/\.$/, ""));
  for (const field of root.querySelectorAll("[data-copies]")) {
    field.value = field.value
      .replaceAll(old, () => next)
      .replaceAll(said, () => says)
      .replaceAll(forBibtex(said), () => forBibtex(says));
  }
  for (const anchor of root.querySelectorAll("a[href]")) {
    if (anchor.pathname === api) anchor.href = withSettings(anchor.href, settings);
  }
  const report = root.querySelector(".share__report");
  if (!report) return;
  const { pathname, search, hash } = new URL(next);
  const url = new URL(report.href);
  url.searchParams.set("about", pathname + search + hash);
  url.searchParams.set("number", now);
  report.href = url.href;
}

function forBibtex(sentence) {
  return sentence.replaceAll("%", "\\%");
}

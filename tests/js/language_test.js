import { equal, test } from "/runner.js";

const CATALOGUE = {
  words: {
    "no events": "событий нет",
    "%(number)s event": ["%(number)s событие", "%(number)s события", "%(number)s событий"],
  },
  names: { "the West": "Запад" },
};

/** A module as a page of that language has it: each address is a module of its own. */
async function on(lang, module, catalogue) {
  const { documentElement } = document;
  const [before, block] = [documentElement.lang, document.createElement("script")];
  block.type = "application/json";
  block.className = "words";
  block.textContent = JSON.stringify(catalogue);
  document.body.append(block);
  documentElement.lang = lang;
  try {
    return await import(`/static/js/${module}.js?${lang}`);
  } finally {
    documentElement.lang = before;
    block.remove();
  }
}

const russian = await on("ru", "language", CATALOGUE);
const english = await import("/static/js/language.js");

test("a sentence is said in the page's language", () => equal(russian.gettext("no events"), "событий нет"));

test("what is not translated is said in English", () => {
  equal(russian.gettext("as if %(number)s partners", { number: "2,3" }), "as if 2,3 partners");
});

test("Russian has a form for 1, for 2, for 5, for 21 and for a fraction", () => {
  const events = (number, written = number) =>
    russian.ngettext("%(number)s event", "%(number)s events", number, { number: written });
  equal(
    [1, 2, 5, 11, 21, 22].map((number) => events(number)),
    ["1 событие", "2 события", "5 событий", "11 событий", "21 событие", "22 события"],
  );
  equal(events(2.5, "2,5"), "2,5 события");
});

test("English has two forms", () => {
  const events = (number) => english.ngettext("%(number)s event", "%(number)s events", number, { number });
  equal([1, 2, 0.5].map(events), ["1 event", "2 events", "0.5 events"]);
});

test("a pole is called as the page calls it", () => {
  equal(["the West", "Iran"].map(russian.poleName), ["Запад", "Iran"]);
  equal(english.poleName("the West"), "the West");
});

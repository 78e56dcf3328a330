/** The page's language: its words, which the server wrote into the page, and its plurals. */

const page = globalThis.document;

export const LANGUAGE = page?.documentElement.lang || "en-GB";

/** For Intl: browsers know no Azerbaijani, and its numbers and dates are written as Turkish ones. */
export const LOCALE = LANGUAGE === "az" ? "tr" : LANGUAGE;

/** Which of a catalogue's forms a number takes: the forms stand in the order of the .po files. */
const FORMS = { ru: { one: 0, few: 1, many: 2, other: 1 } };
const forms = FORMS[LANGUAGE.slice(0, 2)] ?? { one: 0, other: 1 };
const plurals = new Intl.PluralRules(LOCALE);

const block = page?.querySelector("script.words");
const { words = {}, names = {} } = block ? JSON.parse(block.textContent) : {};

/** @param {Record<string, string | number>} values - what stands for each %(name)s */
export function fill(sentence, values) {
  return sentence.replace(/%\((\w+)\)s/g, (_match, name) => values[name]);
}

/** @param {string} english @returns {string} the sentence in the page's language */
export function gettext(english, values = {}) {
  return fill(words[english] ?? english, values);
}

/** As gettext, by a number that decides between the forms. */
export function ngettext(one, several, number, values = {}) {
  const form = forms[plurals.select(number)] ?? forms.other;
  return fill(words[one]?.[form] ?? (number === 1 ? one : several), values);
}

/** @param {string} english - the name of a pole */
export function poleName(english) {
  return names[english] ?? english;
}

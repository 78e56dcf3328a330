import { equal, test } from "/runner.js";
import { day } from "/example.js";
import { Selection } from "/static/js/selection.js";

const CODES = ["russia", "china", "iran"];
const at = (query) => new Selection(new URL(`https://balance.test/${query}`));
const queryOf = (selection) => new URL(selection.address()).search;
const shown = (selection) => CODES.filter((code) => !selection.hiddenOf(CODES).has(code));
const SPAN = { from: day("2020-01-01"), to: day("2021-01-01") };

test("an address is read and written the same, and keeps what is not ours", () => {
  const query = "?from=2015-01&zoom=2020-01-01..2020-12-31&hide=russia,iran";
  equal(queryOf(at(query)), query);
  equal(shown(at(query)), ["china"]);
  equal(at(query).span, SPAN);
});

test("only leaves one, and what nobody has leaves all", () => {
  equal(shown(at("?only=iran")), ["iran"]);
  equal(shown(at("?only=atlantis")), CODES);
  equal(shown(at("?hide=russia,china,iran")), CODES);
});

test("a pole is hidden, and shown again", () => {
  const selection = at("");
  selection.toggle("china", CODES);
  equal([shown(selection), queryOf(selection)], [["russia", "iran"], "?hide=china"]);
  selection.toggle("china", CODES);
  equal([shown(selection), queryOf(selection)], [CODES, ""]);
});

test("hiding the last one brings all back", () => {
  const selection = at("?only=iran");
  selection.toggle("iran", CODES);
  equal(shown(selection), CODES);
});

test("one is singled out, and a second time all are back", () => {
  const selection = at("?hide=iran");
  selection.isolate("iran", CODES);
  equal([shown(selection), queryOf(selection)], [["iran"], "?only=iran"]);
  selection.isolate("iran", CODES);
  equal(shown(selection), CODES);
});

test("of two clicks the first was not meant", () => {
  for (const [query, wanted] of [["", ["iran"]], ["?only=iran", CODES], ["?hide=russia,china", CODES]]) {
    const selection = at(query);
    selection.toggle("iran", CODES);
    selection.isolate("iran", CODES, { isSecondClick: true });
    equal(shown(selection), wanted);
  }
});

test("back goes one zoom back; a hand that moves is one", () => {
  const selection = at("");
  selection.zoom(SPAN);
  selection.hold();
  for (const month of ["02", "03"]) selection.slide({ ...SPAN, from: day(`2020-${month}-01`) });
  equal(queryOf(selection), "?zoom=2020-03-01..2020-12-31");
  selection.back();
  equal(selection.span, SPAN);
  selection.back();
  equal([selection.span, queryOf(selection)], [null, ""]);
  selection.back();
  equal(selection.span, null);
});

test("the same again is no change", () => {
  const selection = at("?zoom=2020-01-01..2020-12-31");
  let heard = 0;
  selection.listen(() => (heard += 1));
  selection.zoom({ ...SPAN });
  selection.slide({ ...SPAN });
  equal([heard, selection.past.length], [0, 0]);
  selection.zoom(null);
  equal(heard, 1);
});

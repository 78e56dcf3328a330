import { equal, test } from "/runner.js";
import * as format from "/static/js/format.js";

const periods = {
  "a day": ["2024-07-03", "2024-07-04", "3 July 2024"],
  "a week": ["2024-07-01", "2024-07-08", "1 to 7 July 2024"],
  "a week over two months": ["2024-07-29", "2024-08-05", "29 July to 4 August 2024"],
  "a week over two years": ["2024-12-30", "2025-01-06", "30 December 2024 to 5 January 2025"],
  "a month": ["2024-07-01", "2024-08-01", "July 2024"],
  "a February of a leap year": ["2024-02-01", "2024-03-01", "February 2024"],
  "a month that is cut": ["2026-03-01", "2026-03-14", "1 to 13 March 2026"],
  "a quarter": ["2024-07-01", "2024-10-01", "July to September 2024"],
  "a winter": ["2024-12-01", "2025-03-01", "December 2024 to February 2025"],
  "a year": ["2024-01-01", "2025-01-01", "2024"],
  "two years": ["2024-01-01", "2026-01-01", "2024 to 2025"],
};
for (const [name, [start, end, words]] of Object.entries(periods)) {
  test(`${name} is "${words}"`, () => equal(format.periodInWords(start, end), words));
}

test("a share is a whole percentage", () => equal(format.percent(0.256), "26\u00a0%"));
test("a trace is not nothing", () => equal(format.percent(0.004), "under 1\u00a0%"));
test("nothing is nothing", () => equal(format.percent(0), "0\u00a0%"));

test("a tone has its sign", () => {
  equal([0.481, -0.2, 0].map((tone) => format.signed(tone)), ["+0.48", "\u22120.20", "0.00"]);
});
test("what rounds to zero has no sign", () => equal(format.signed(-0.001), "0.00"));
test("one decimal", () => equal(format.oneDecimal(4.74), "4.7"));

test("events are counted in tenths", () => {
  equal([1, 12, 2.25, 0, 0.04].map(format.eventCount), [
    "1 event",
    "12 events",
    "2.3 events",
    "0 events",
    "under 0.1 events",
  ]);
});

test("a name begins a line with a capital", () => equal(format.capital("the West"), "The West"));

test("days are days of UTC", () => {
  equal(format.periodInWords("2024-07-03", "2024-07-04"), "3 July 2024");
});

test("intervals are written like their numbers", () => {
  equal(format.percentRange([0.154, 0.376]), "15–38\u00a0%");
  equal(format.percentRange([0, 0.004]), "under 1\u00a0%");
  equal(format.signedRange([-0.58, 0.03]), "\u22120.58 to +0.03");
  equal(format.decimalRange([4.34, 5]), "4.3–5.0");
});

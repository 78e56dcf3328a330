import { equal, place, test } from "/runner.js";
import { reasonsAddress, renewCopies } from "/static/js/links.js";

const JULY = { start: "2024-07-01", date: "2024-07-31" };

test("a point leads from the day before its period to its last day", () => {
  equal(
    reasonsAddress("/why/AZE/?dimension=energy", JULY, { code: "china" }),
    "/why/AZE/?dimension=energy&pole=china&from=2024-06-30&to=2024-07-31",
  );
});

test("no pole was hit: that of the figure stays", () => {
  equal(
    reasonsAddress("/why/AZE/?pole=iran", JULY, null),
    "/why/AZE/?pole=iran&from=2024-06-30&to=2024-07-31",
  );
});

test("an address without choices gets them, and March follows February", () => {
  equal(
    reasonsAddress("/why/AZE/", { start: "2024-03-01", date: "2024-03-31" }),
    "/why/AZE/?from=2024-02-29&to=2024-03-31",
  );
});

test("before the first day there is none", () => {
  equal(
    reasonsAddress("/why/AZE/", { start: "1900-01-01", date: "1900-01-31" }),
    "/why/AZE/?from=1900-01-01&to=1900-01-31",
  );
});

test("what is copied leads to the figure as it is seen, citations stay", () => {
  const figure = place("<figure></figure>");
  const texts = [
    "https://balance.test/?as_of=2024-07-03",
    '<iframe src="https://balance.test/embed/" title="A"></iframe>',
    "Balance, 2024, https://balance.test/",
  ];
  for (const text of texts) {
    const field = figure.appendChild(document.createElement("textarea"));
    field.dataset.copies = "";
    field.defaultValue = text;
  }
  const copied = (query) => {
    renewCopies(figure, (address) => address + query);
    return [...figure.children].map(({ value }) => value);
  };
  equal(copied("#x"), [`${texts[0]}#x`, texts[1].replace("/embed/", "/embed/#x"), texts[2]]);
  equal(copied(""), texts);
});

test("a picture is downloaded as it is seen", () => {
  const figure = place('<div><a href="https://one.example/shares.png" data-picture>PNG</a></div>');
  renewCopies(figure, (address) => `${address}?hide=iran`);
  equal(figure.querySelector("a").href, "https://one.example/shares.png?hide=iran");
});

import { equal, holds, test } from "/runner.js";
import { day, LIGHT } from "/example.js";
import { arrangePins, pinAnnotations, pinRoom } from "/static/js/pins.js";

/** A decade on 1,000 pixels: 100 pixels are about a year. */
const SPACE = {
  min: day("2010-01-01"),
  max: day("2020-01-01"),
  left: 0,
  right: 1000,
  edge: 1100,
  measure: (text) => text.length * 10,
};

const pin = (date, title = "0123456789") => ({ date, title, url: `/events/${date}/` });
const rows = (arranged) => arranged.pins.map(({ row }) => row);

test("flags with room share a row", () => {
  const arranged = arrangePins([pin("2011-01-01"), pin("2015-01-01")], SPACE);
  equal([rows(arranged), arranged.numbered], [[0, 0], false]);
});

test("a flag that would cover the next staff stands above it", () => {
  const arranged = arrangePins([pin("2011-01-01"), pin("2011-06-01"), pin("2016-01-01")], SPACE);
  equal(rows(arranged), [1, 0, 0]);
});

test("pins come in any order and stand in time's", () => {
  const arranged = arrangePins([pin("2015-01-01", "b"), pin("2011-01-01", "a")], SPACE);
  equal(
    arranged.pins.map(({ text }) => text),
    ["a", "b"],
  );
});

test("what lies outside the period is left out", () => {
  equal(arrangePins([pin("2009-12-31"), pin("2020-01-01")], SPACE).pins, []);
});

test("a flag at the right edge is moved back onto the canvas", () => {
  const { pins } = arrangePins([pin("2019-12-31", "x".repeat(20))], SPACE);
  holds(pins[0].shift > 90 && pins[0].shift < 110, `moved by ${pins[0].shift}`);
});

test("no two flags of a row touch", () => {
  const many = ["2011-01-01", "2011-03-01", "2012-06-01", "2013-01-01", "2014-09-01"].map((date) =>
    pin(date),
  );
  const { pins } = arrangePins(many, SPACE);
  for (const a of pins) {
    for (const b of pins) {
      if (a === b || a.row !== b.row) continue;
      holds(Math.abs(a.staff - b.staff) >= 100, `${a.date} and ${b.date}`);
    }
  }
});

test("too many flags become numbers, as the page lists them", () => {
  const many = [7, 6, 5, 4, 3, 2, 1].map((month) => pin(`2015-0${month}-01`));
  const arranged = arrangePins(many, SPACE);
  equal(
    [arranged.numbered, arranged.pins.map(({ text }) => text)],
    [true, ["7", "6", "5", "4", "3", "2", "1"]],
  );
});

test("numbers pass each other in two rows where flags would climb", () => {
  const close = ["2015-01-01", "2015-02-25", "2015-04-20", "2015-06-15"].map((date) => pin(date));
  equal(rows(arrangePins(close, { ...SPACE, isNarrow: true })), [1, 0, 1, 0]);
});

test("on a phone pins are numbers", () => {
  const arranged = arrangePins([pin("2015-01-01")], { ...SPACE, isNarrow: true });
  equal([arranged.numbered, arranged.pins[0].text], [true, "1"]);
});

test("a number is the place in the list, also when others are outside the period", () => {
  const arranged = arrangePins([pin("2001-01-01"), pin("2015-01-01")], {
    ...SPACE,
    isNarrow: true,
  });
  equal(arranged.pins[0].text, "2");
});

test("no pins take no room", () => {
  holds(pinRoom(arrangePins([], SPACE)) < pinRoom(arrangePins([pin("2015-01-01")], SPACE)), "room");
});

test("each pin is a staff and a flag, and a click opens it", () => {
  const opened = [];
  const arranged = arrangePins([pin("2015-01-01")], SPACE);
  const annotations = pinAnnotations(arranged, LIGHT, (url) => opened.push(url));
  equal(Object.keys(annotations), ["staff1", "flag1"]);
  annotations.flag1.click({}, {});
  equal(opened, ["/events/2015-01-01/"]);
});

test("a pin without an event opens nothing", () => {
  const opened = [];
  const arranged = arrangePins([{ date: "2015-01-01", title: "a", url: "" }], SPACE);
  const { flag1 } = pinAnnotations(arranged, LIGHT, (url) => opened.push(url));
  equal([flag1.click, opened], [undefined, []]);
});

import { equal, test } from "/runner.js";
import { eventsAddress } from "/static/js/links.js";

const JULY = { start: "2024-07-01", end: "2024-08-01" };

test("the period and the pole are added to the chart's own choices", () => {
  equal(
    eventsAddress("/events/?focus=AZE&dimension=energy", JULY, { code: "china" }),
    "/events/?focus=AZE&dimension=energy&start=2024-07-01&end=2024-08-01&pole=china",
  );
});

test("a period in the address gives way to the point's", () => {
  equal(
    eventsAddress("/events/?start=2010-01-01&end=2027-01-01", JULY),
    "/events/?start=2024-07-01&end=2024-08-01",
  );
});

test("no pole was hit: that of the figure stays", () => {
  equal(
    eventsAddress("/events/?pole=iran", JULY, null),
    "/events/?pole=iran&start=2024-07-01&end=2024-08-01",
  );
});

test("an address without choices gets them", () => {
  equal(eventsAddress("/events/", JULY), "/events/?start=2024-07-01&end=2024-08-01");
});

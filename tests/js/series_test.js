import { equal, test } from "/runner.js";
import { day, LIGHT, spring } from "/example.js";
import * as series from "/static/js/series.js";

test("stock stands on the last day of its period, flow in the middle", () => {
  const [march] = spring().points;
  equal(series.position(march, "stock"), day("2024-03-31"));
  equal(series.position(march, "flow"), day("2024-03-16") + 12 * 3600 * 1000);
});

test("a pole's series keeps its nulls", () => {
  equal(
    series.poleSeries(spring(), "russia", "share").map(({ y }) => y),
    [0.75, null, 0.5],
  );
});

test("a pole that a point does not know is null there", () => {
  equal(
    series.poleSeries(spring(), "iran", "share").map(({ y }) => y),
    [null, null, null],
  );
});

test("the whole's series keeps its nulls", () => {
  equal(
    series.wholeSeries(spring(), "effective_poles").map(({ y }) => y),
    [1.8, null, 2],
  );
});

test("gaps have a mark of their own, where no other has one", () => {
  const data = series.poleSeries(spring(), "china", "tone");
  const gap = series.gapDataset([{ data }], -1);
  equal(
    gap.data.map(({ y }) => y),
    [null, -1, null],
  );
});

test("without points there are no gaps", () => equal(series.gapDataset([{ data: [] }], 0).data, []));

test("a mark between two gaps is alone", () => {
  const marks = [{ y: 1 }, { y: null }, { y: 2 }, { y: 3 }];
  equal([0, 1, 2, 3].map(series.isAlone(marks)), [true, false, false, false]);
});

test("points of flow all stand out, those of stock only when alone", () => {
  const marks = [{ y: 1 }, { y: 2 }, { y: null }, { y: 3 }];
  const radii = (kernel) => {
    const { pointRadius } = series.lineStyle({ kernel }, marks, LIGHT);
    return [0, 1, 3].map((dataIndex) => pointRadius({ dataIndex }));
  };
  equal([radii("stock"), radii("flow")], [
    [0, 0, 3],
    [3, 3, 3],
  ]);
});

test("stretches are as long as they go", () => {
  equal(series.stretches(spring(), series.isThin), [
    { from: day("2024-04-01"), to: day("2024-06-01") },
  ]);
});

test("two stretches with a point between them stay two", () => {
  const balance = spring();
  balance.points[0].flags = ["thin"];
  balance.points[1].flags = [];
  equal(series.stretches(balance, series.isThin).length, 2);
});

test("a point without flags is not thin", () => equal(series.isThin({}), false));

test("the span is from the first day in to the first day out", () => {
  equal(series.spanOf(spring()), { min: day("2024-03-01"), max: day("2024-06-01") });
});

test("a figure about one pole shows that one", () => {
  const codes = (only) => series.shownPoles(spring(), { only }).map(({ code }) => code);
  equal([codes(""), codes("china")], [["russia", "china"], ["china"]]);
});

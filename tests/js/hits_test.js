import { equal, test } from "/runner.js";
import { bandAt, lineAt } from "/static/js/hits.js";

const RUSSIA = { code: "russia" };
const CHINA = { code: "china" };

/** Two marks at the heights given, in a plot from 0 to 100, and a gap that is no pole. */
function chart(russia, china) {
  const heights = [russia, china, null];
  return {
    chartArea: { top: 0, bottom: 100 },
    data: {
      datasets: [
        { pole: RUSSIA, data: [{ y: russia }] },
        { pole: CHINA, data: [{ y: china }] },
        { isGap: true, data: [{ y: null }] },
      ],
    },
    getDatasetMeta: (index) => ({ data: [{ y: heights[index] }] }),
  };
}

test("a height is in the band whose top lies above it", () => {
  const bands = chart(40, 0);
  equal(
    [90, 41, 39, 1].map((y) => bandAt(bands, 0, y)?.code),
    ["russia", "russia", "china", "china"],
  );
});

test("above and below the plot there is no band", () => {
  equal([bandAt(chart(40, 0), 0, 101), bandAt(chart(40, 0), 0, -1)], [null, null]);
});

test("the nearest line is hit, when it is near", () => {
  const lines = chart(40, 50);
  equal([lineAt(lines, 0, 43)?.code, lineAt(lines, 0, 48)?.code], ["russia", "china"]);
  equal(lineAt(lines, 0, 90), null);
});

test("a pole without a value is not hit", () => {
  equal(lineAt(chart(null, 50), 0, 49)?.code, "china");
  equal(bandAt(chart(null, null), 0, 49), null);
});

/** Engagement shares over time: lines with intervals, or layers that fill the plot to 100 %. */

import { valueAxis } from "../axes.js";
import { layerColors, poleColor } from "../colors.js";
import { capital, percent, percentRange } from "../format.js";
import { overTime } from "../frame.js";
import { bandAt } from "../hits.js";
import { gapDataset, isAlone, labelsOf, poleSeries, shownPoles } from "../series.js";
import { poleWords, reasonOf, withRange } from "../tooltip.js";
import { poleLines } from "./lines.js";

/**
 * Lines show how sure a share is, layers that the shares add up. Layers of stock are bands; of
 * flow they are columns, because between two periods there is nothing.
 *
 * @param {object} balance - the API's answer
 * @param {import("../frame.js").Setting} setting
 * @returns {object} a Chart.js configuration
 */
export function sharesChart(balance, setting) {
  const y = valueAxis({ min: 0, max: 1, step: 0.25, label: percent, theme: setting.theme });
  return setting.view === "layers" ? layers(balance, setting, y) : lines(balance, setting, y);
}

function lines(balance, setting, y) {
  const options = { measure: "share", y, write: percent, range: percentRange, reason: reasonOf };
  return poleLines(balance, setting, options);
}

function layers(balance, setting, y) {
  const poles = shownPoles(balance, setting);
  const draw = balance.kernel === "flow" ? column : band;
  const bands = poles.map((pole, index) => draw(balance, pole, index, setting.theme));
  return overTime(balance, setting, {
    datasets: [...bands, gapDataset(bands, 0)],
    labels: labelsOf(balance, setting, { valueOf: shareOf, write: percent, filled: true }),
    y,
    mark: "rect",
    isFilled: true,
    hit: bandAt,
    value: (point, pole) => {
      const { share, intervals, events } = point.poles[pole.code];
      const words = withRange(percent(share), intervals?.share, percentRange);
      return poleWords(pole, words, events);
    },
    reason: (point) => reasonOf(point, poles.every(({ code }) => shareOf(point, code) === null)),
  });
}

function shareOf(point, code) {
  return point.poles[code]?.share ?? null;
}

function common(balance, pole, index, theme) {
  return {
    label: capital(pole.name),
    pole,
    data: poleSeries(balance, pole.code, "share"),
    backgroundColor: layerColors(pole, theme).fill,
    borderColor: layerColors(pole, theme).edge,
    stack: "shares",
    under: index === 0 ? null : index - 1, // See labels.js.
  };
}

function band(balance, pole, index, theme) {
  const shared = common(balance, pole, index, theme);
  const alone = isAlone(shared.data);
  return {
    ...shared,
    type: "line",
    fill: index === 0 ? "origin" : "-1",
    borderWidth: 1.5,
    borderJoinStyle: "round",
    pointRadius: (context) => (alone(context.dataIndex) ? 3 : 0),
    pointBackgroundColor: poleColor(pole, theme),
    pointHoverRadius: 4,
    pointHoverBackgroundColor: poleColor(pole, theme),
    pointHoverBorderColor: theme.paper,
    pointHitRadius: 0,
  };
}

function column(balance, pole, index, theme) {
  return {
    ...common(balance, pole, index, theme),
    type: "bar",
    borderWidth: theme.forced ? 1 : 0,
    barPercentage: 1,
    categoryPercentage: balance.points.length > 60 ? 1 : 0.92,
  };
}

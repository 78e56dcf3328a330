/** One measure of the poles over time: a line for each, with its interval around it. */

import { poleColor, poleDash } from "../colors.js";
import { capital } from "../format.js";
import { overTime } from "../frame.js";
import { lineAt } from "../hits.js";
import { bandSeries, gapDataset, labelsOf, lineStyle, poleSeries, shownPoles } from "../series.js";
import { poleWords, withRange } from "../tooltip.js";

/**
 * @typedef {object} Measured
 * @property {"share" | "tone"} measure
 * @property {object} y - the value axis
 * @property {(value: number) => string} write
 * @property {(ends: [number, number]) => string} range
 * @property {(point: object, isNull: boolean) => string} reason - why all values are missing, or ""
 * @property {(point: object, nulls: object[]) => string[]} [absent] - words for poles without one
 */

/**
 * @param {object} balance - the API's answer
 * @param {import("../frame.js").Setting} setting
 * @param {Measured} measured
 * @returns {object} a Chart.js configuration
 */
export function poleLines(balance, setting, { measure, y, write, range, reason, absent }) {
  const poles = shownPoles(balance, setting);
  const lines = poles.map((pole) => line(balance, pole, measure, setting.theme));
  const valueOf = (point, code) => point.poles[code]?.[measure] ?? null;
  const nulls = (point) => poles.filter((pole) => valueOf(point, pole.code) === null);
  return overTime(balance, setting, {
    datasets: [...lines, gapDataset(lines, 0)],
    labels: labelsOf(balance, setting, { valueOf, write }),
    y,
    mark: "line",
    hit: lineAt,
    value: (point, pole) => {
      const { [measure]: value, intervals, events } = point.poles[pole.code];
      return poleWords(pole, withRange(write(value), intervals?.[measure], range), events);
    },
    reason: (point) => reason(point, nulls(point).length === poles.length),
    absent: absent && ((point) => absent(point, nulls(point))),
  });
}

function line(balance, pole, measure, theme) {
  const data = poleSeries(balance, pole.code, measure);
  const color = poleColor(pole, theme);
  return {
    type: "line",
    label: capital(pole.name),
    pole,
    data,
    band: bandSeries(balance, (point) => point.poles[pole.code]?.intervals?.[measure]),
    isBars: balance.kernel === "flow",
    borderColor: color,
    backgroundColor: color,
    borderDash: poleDash(pole),
    ...lineStyle(balance, data, theme),
  };
}

/** Effective poles over time: as if there were so many equal partners. */

import { valueAxis } from "../axes.js";
import { decimalRange, eventCount, oneDecimal } from "../format.js";
import { overTime } from "../frame.js";
import { bandSeries, gapDataset, lineStyle, wholeSeries } from "../series.js";
import { reasonOf, withRange } from "../tooltip.js";
import { EFFECTIVE_POLES, equalPartners } from "../words.js";

/**
 * @param {object} balance - the API's answer
 * @param {import("../frame.js").Setting} setting
 * @returns {object} a Chart.js configuration
 */
export function effectivePolesChart(balance, setting) {
  const { theme } = setting;
  const line = lineOf(balance, theme);
  const last = line.data.at(-1)?.y ?? null;
  const text = last === null ? "" : oneDecimal(last);
  return overTime(balance, setting, {
    datasets: [line, gapDataset([line], 1)],
    labels: [{ dataset: 0, text, color: theme.ink }],
    y: valueAxis({ min: 1, max: Math.max(2, balance.poles.length), step: 1, label: String, theme }),
    mark: "line",
    value: (point) => {
      const number = oneDecimal(point.effective_poles);
      const ends = point.intervals?.effective_poles;
      return `${equalPartners(withRange(number, ends, decimalRange))}, ${eventCount(events(point))}`;
    },
    reason: (point) => reasonOf(point, (point.effective_poles ?? null) === null),
  });
}

function lineOf(balance, theme) {
  const data = wholeSeries(balance, "effective_poles");
  return {
    type: "line",
    label: EFFECTIVE_POLES,
    data,
    band: bandSeries(balance, (point) => point.intervals?.effective_poles),
    isBars: balance.kernel === "flow",
    borderColor: theme.ink,
    backgroundColor: theme.ink,
    ...lineStyle(balance, data, theme),
  };
}

function events({ poles }) {
  return Object.values(poles).reduce((sum, { events: counted }) => sum + counted, 0);
}

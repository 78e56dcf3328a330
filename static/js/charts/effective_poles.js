/** Effective poles over time: as if there were so many equal partners. */

import { valueAxis } from "../axes.js";
import { oneDecimal } from "../format.js";
import { overTime } from "../frame.js";
import { gapDataset, isAlone, wholeSeries } from "../series.js";
import { reasonOf } from "../tooltip.js";
import { EFFECTIVE_POLES, equalPartners } from "../words.js";

/**
 * @param {object} balance - the API's answer
 * @param {import("../frame.js").Setting} setting
 * @returns {object} a Chart.js configuration
 */
export function effectivePolesChart(balance, setting) {
  const { theme } = setting;
  const line = lineOf(balance, theme);
  const last = line.data.findLast(({ y }) => y !== null);
  const text = last ? oneDecimal(last.y) : "";
  return overTime(balance, setting, {
    datasets: [line, gapDataset([line], 1)],
    labels: [{ dataset: 0, text, color: theme.ink, dash: [] }],
    y: valueAxis({ min: 1, max: Math.max(2, balance.poles.length), step: 1, label: String, theme }),
    mark: "line",
    value: (point) => equalPartners(oneDecimal(point.effective_poles)),
    reason: (point) => reasonOf(point, (point.effective_poles ?? null) === null),
  });
}

function lineOf(balance, theme) {
  const data = wholeSeries(balance, "effective_poles");
  const alone = isAlone(data);
  return {
    type: "line",
    label: EFFECTIVE_POLES,
    data,
    borderColor: theme.ink,
    backgroundColor: theme.ink,
    borderWidth: 2.25,
    pointRadius: (context) => (alone(context.dataIndex) ? 3 : 0),
    pointHoverRadius: 4,
    pointHoverBorderColor: theme.paper,
  };
}

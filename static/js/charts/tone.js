/** Tone over time: a line per pole between conflict, -1, and cooperation, +1. */

import { valueAxis } from "../axes.js";
import { poleColor, poleDash } from "../colors.js";
import { capital, signed } from "../format.js";
import { overTime } from "../frame.js";
import { lineAt } from "../hits.js";
import { gapDataset, lineStyle, poleSeries, shownPoles } from "../series.js";
import { poleWords } from "../tooltip.js";
import { missing } from "../words.js";

const NO_EVENTS = missing("no_data"); // A tone is null for this reason only.

/**
 * @param {object} balance - the API's answer
 * @param {import("../frame.js").Setting} setting
 * @returns {object} a Chart.js configuration
 */
export function toneChart(balance, setting) {
  const poles = shownPoles(balance, setting.only);
  const lines = poles.map((pole) => line(balance, pole, setting.theme));
  return overTime(balance, setting, {
    datasets: [...lines, gapDataset(lines, 0)],
    labels: endLabelsOf(balance, poles, setting.theme),
    y: axis(setting.theme),
    mark: "line",
    hit: lineAt,
    value: (point, pole) => {
      const { tone, events } = point.poles[pole.code];
      return poleWords(pole, signed(tone), events);
    },
    reason: (point) => (poles.every(({ code }) => toneOf(point, code) === null) ? NO_EVENTS : ""),
    absent: (point) =>
      poles
        .filter(({ code }) => toneOf(point, code) === null)
        .map((pole) => `${capital(pole.name)}: ${NO_EVENTS}`),
  });
}

function axis(theme) {
  return valueAxis({
    min: -1,
    max: 1,
    step: 0.5,
    label: (value) => signed(value, 1),
    theme,
    zero: true,
  });
}

function toneOf(point, code) {
  return point.poles[code]?.tone ?? null;
}

function line(balance, pole, theme) {
  const data = poleSeries(balance, pole.code, "tone");
  const color = poleColor(pole, theme);
  return {
    type: "line",
    label: capital(pole.name),
    pole,
    data,
    borderColor: color,
    backgroundColor: color,
    borderDash: poleDash(pole),
    ...lineStyle(balance, data, theme),
  };
}

function endLabelsOf(balance, poles, theme) {
  return poles.map((pole, dataset) => {
    const last = toneOf(balance.points.at(-1) ?? { poles: {} }, pole.code);
    const text = capital(pole.name) + (last === null ? "" : ` ${signed(last)}`);
    return { dataset, text, color: poleColor(pole, theme), dash: poleDash(pole) };
  });
}

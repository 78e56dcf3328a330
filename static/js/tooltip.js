/** What a chart says about one point: in its tooltip, and to those who hear it. */

import { capital, eventCount, periodInWords } from "./format.js";
import { isThin } from "./series.js";
import { CLICK, missing, TAP, THIN } from "./words.js";

/** @returns {object} the tooltip plugin's options; for `parts` see frame.js */
export function tooltip(balance, { theme, touch }, { mark, value, reason, absent = () => [] }) {
  const pointOf = ({ dataIndex }) => balance.points[dataIndex];
  return {
    ...look(theme),
    // The top one first, as they lie.
    itemSort: (a, b) => b.datasetIndex - a.datasetIndex,
    callbacks: {
      title: ([item]) => titleOf(pointOf(item)),
      label: (item) =>
        item.dataset.isGap ? reason(pointOf(item)) : value(pointOf(item), item.dataset.pole),
      labelColor: ({ dataset }) => swatch(dataset, theme),
      labelPointStyle: () => ({ pointStyle: mark, rotation: 0 }),
      afterBody: ([item]) => (item.dataset.isGap ? [] : absent(pointOf(item))),
      footer: ([item]) => [...(isThin(pointOf(item)) ? [THIN] : []), touch ? TAP : CLICK],
    },
  };
}

function look(theme) {
  return {
    backgroundColor: theme.paper,
    borderColor: theme.strong,
    borderWidth: 1,
    cornerRadius: 2,
    padding: 10,
    caretSize: 0,
    caretPadding: 12,
    titleColor: theme.ink,
    titleFont: { size: 14, weight: "bold" },
    bodyColor: theme.ink,
    bodySpacing: 3,
    footerColor: theme.muted,
    footerFont: { size: 12, weight: "normal", style: "italic" },
    footerMarginTop: 8,
    boxWidth: 10,
    boxHeight: 10,
    boxPadding: 6,
    usePointStyle: true,
  };
}

function swatch({ isGap, backgroundColor }, theme) {
  const color = isGap ? theme.paper : backgroundColor;
  return { backgroundColor: color, borderColor: color, borderWidth: 2 };
}

/**
 * @returns {string} "July 2024: China 26 %, 12 events; Iran 3 %, 1 event. Thin evidence: …"
 */
export function describe(balance, { datasets, value, reason, absent = () => [] }, index, pole) {
  const point = balance.points[index];
  const values = datasets
    .filter((dataset) => !dataset.isGap && (!pole || dataset.pole === pole))
    .filter((dataset) => dataset.data[index].y !== null)
    .map((dataset) => value(point, dataset.pole));
  const others = absent(point).filter((words) => !pole || words.startsWith(capital(pole.name)));
  const words = reason(point) || [...values, ...others].join("; ");
  return `${titleOf(point)}: ${words}.${isThin(point) ? ` ${THIN}.` : ""}`;
}

function titleOf(point) {
  return periodInWords(point.start, point.end);
}

/** @returns {string} "China 26 %, 12 events" */
export function poleWords(pole, words, events) {
  const counted = events === undefined || events === null ? "" : `, ${eventCount(events)}`;
  return `${capital(pole.name)} ${words}${counted}`;
}

/**
 * @param {string} words
 * @param {[number, number] | null | undefined} ends - of the interval, if there is one
 * @param {(ends: [number, number]) => string} range
 * @returns {string} "26 % (15–38 %)"
 */
export function withRange(words, ends, range) {
  return ends ? `${words} (${range(ends)})` : words;
}

/** @returns {string} why the shares of a point are missing, or "" when they are not */
export function reasonOf(point, isNull) {
  return isNull ? missing(point.reason) : "";
}

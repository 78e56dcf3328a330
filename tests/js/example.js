/** A balance as the API answers it, small enough to do in the head. */

const POLES = [
  { code: "russia", name: "Russia", color: "#d55e00", color_dark: "#e8833a", dash: "solid" },
  { code: "china", name: "China", color: "#e69f00", color_dark: "#f0b440", dash: "dotted" },
];

function pole(share, tone, events) {
  return { share, friction: null, tone, cooperation: 1, conflict: 0, events };
}

function point(start, end, date, parts) {
  return { start, end, date, balance: 0.9, reason: null, flags: [], ...parts };
}

const SPRING = {
  march: point("2024-03-01", "2024-04-01", "2024-03-31", {
    effective_poles: 1.8,
    poles: { russia: pole(0.75, -0.2, 3), china: pole(0.25, 0.5, 1.5) },
  }),
  april: point("2024-04-01", "2024-05-01", "2024-04-30", {
    effective_poles: null,
    reason: "only_conflict",
    flags: ["thin"],
    poles: { russia: pole(null, -0.4, 1), china: pole(null, null, 0) },
  }),
  may: point("2024-05-01", "2024-06-01", "2024-05-31", {
    effective_poles: 2,
    flags: ["thin"],
    poles: { russia: pole(0.5, 0, 2), china: pole(0.5, 0.25, 2) },
  }),
};

/** March has shares, April has none, May has; April and May are thin. */
export function spring(parts = {}) {
  return structuredClone({
    focus: "AZE",
    step: "month",
    kernel: "stock",
    poles: POLES,
    points: Object.values(SPRING),
    ...parts,
  });
}

export const LIGHT = {
  ink: "rgb(0, 0, 0)",
  muted: "rgb(90, 90, 90)",
  rule: "rgb(220, 220, 220)",
  strong: "rgb(140, 140, 140)",
  paper: "rgb(255, 255, 255)",
  accent: "rgb(125, 31, 63)",
  other: "rgb(127, 123, 115)",
  dark: false,
  font: "sans-serif",
};

/** A wide chart; a letter is 7 pixels. */
export function setting(parts = {}) {
  return { theme: LIGHT, width: 1000, measure: (text) => text.length * 7, still: true, ...parts };
}

export const day = (iso) => Date.parse(`${iso}T00:00:00Z`);

/** The same, with intervals where there is a number, and who leads. */
export function sureSpring(parts = {}) {
  const balance = spring({ intervals: "computed", ...parts });
  const [march, , may] = balance.points;
  for (const [point, by] of [[march, 0.1], [may, 0.2]]) {
    point.intervals = { effective_poles: [point.effective_poles - by, point.effective_poles] };
    for (const pole of Object.values(point.poles)) {
      pole.intervals = { share: [pole.share - by, pole.share + by], tone: [pole.tone - by, pole.tone + by] };
    }
  }
  return balance;
}

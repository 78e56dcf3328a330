/** Colours as a canvas can use them: computed ones, since it cannot read custom properties. */

const TOKENS = {
  ink: "--ink",
  muted: "--ink-2",
  rule: "--rule",
  strong: "--rule-strong",
  paper: "--paper",
  accent: "--accent",
  other: "--other",
};

/**
 * @param {Element} figure - whose surroundings count
 * @returns {{ink: string, muted: string, rule: string, strong: string, paper: string,
 *            accent: string, other: string, dark: boolean, forced: boolean, font: string}} -
 *          forced: the reader's system allows its own few colours only
 */
export function themeOf(figure) {
  const probe = document.createElement("span");
  probe.hidden = true;
  probe.style.forcedColorAdjust = "none"; // Else all would read as the system's one colour of text.
  figure.append(probe);
  const computed = getComputedStyle(probe);
  const read = (token) => {
    probe.style.color = `var(${token})`; // An unknown one leaves the inherited colour.
    return computed.color;
  };
  const theme = Object.fromEntries(Object.entries(TOKENS).map(([name, at]) => [name, read(at)]));
  theme.font = computed.fontFamily;
  probe.remove();
  theme.forced = window.matchMedia("(forced-colors: active)").matches;
  return { ...theme, dark: luminance(theme.paper) < luminance(theme.ink) };
}

/** @param {string} color - as computed: "rgb(251, 249, 244)" @returns {number} 0 to 255 */
export function luminance(color) {
  const [red, green, blue] = color.match(/[\d.]+/g).map(Number);
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** @param {string} color - as computed @param {number} alpha - 0 to 1 */
export function faint(color, alpha) {
  return `rgba(${color.match(/[\d.]+/g).slice(0, 3).join(", ")}, ${alpha})`;
}

/** @returns {string} a pole's colour on this ground */
export function poleColor(pole, theme) {
  if (theme.forced) return theme.ink;
  return (theme.dark && pole.color_dark) || pole.color || theme.other;
}

/** @returns {{fill: string, edge: string}} of a pole's layer: colours, or outlines where forced */
export function layerColors(pole, theme) {
  if (theme.forced) return { fill: theme.paper, edge: theme.ink };
  return { fill: poleColor(pole, theme), edge: theme.paper };
}

/** The second cue of a pole, beside its colour: how its line is broken. */
const DASHES = {
  solid: [],
  dashed: [7, 4],
  dotted: [2.5, 2.5],
  "dash-dot": [9, 3, 2, 3],
  "long-dash": [14, 4],
};

/** @returns {number[]} as the canvas takes it */
export function poleDash(pole) {
  return DASHES[pole.dash] ?? [];
}

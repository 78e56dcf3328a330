/**
 * The worked cases of the methodology as the API would answer them: who stands for whom and for
 * which poles, day by day, as simply as it can be said.
 */

const DIMENSIONS = ["diplomatic", "economic", "security", "energy", "transport", "cultural"];
const FIRST = "2018-01-01";
const DAYS = 8 * 366;
const MS = 86_400_000;

const place = (day) => Math.round((Date.parse(day) - Date.parse(FIRST)) / MS);
const iso = (at) => new Date(Date.parse(FIRST) + at * MS).toISOString().slice(0, 10);
const isOn = (day, start, end) => (start ?? "0000") <= day && day < (end ?? "9999");

/** @returns {object} what impacts/ would answer */
export function impactsOf(golden, world) {
  const { focus, poles } = golden;
  const events = { id: [], first: [], days: [], dimension: [], confidence: [], outlets: [] };
  const impacts = { event: [], pole: [], first: [], days: [], points: [] };
  const counts = { event: [], pole: [], share: [] };
  world.events.forEach((record, number) => {
    const [first, stop] = [place(record.date), place(endOf(record))];
    for (const [name, value] of Object.entries({
      id: number,
      first,
      days: stop - first,
      dimension: number % DIMENSIONS.length,
      confidence: record.confidence,
      outlets: [],
    })) {
      events[name].push(value);
    }
    const points = (record.confidence * record.intensity) / (stop - first);
    for (const [partner, part] of partners(record, world, focus)) {
      for (let at = first; at < stop; at += 1) {
        for (const [pole, weight] of attribution(partner, iso(at), world, poles)) {
          push(impacts, { event: number, pole, first: at, days: 1, points: points * part * weight });
          if (at === first) push(counts, { event: number, pole, share: part * weight });
        }
      }
    }
  });
  return {
    first_day: FIRST,
    days: DAYS,
    dimensions: DIMENSIONS,
    poles: poles.map((code) => ({ code })),
    outlets: [],
    events,
    impacts,
    counts,
  };
}

function push(columns, row) {
  if (row.points === 0) return;
  for (const [name, value] of Object.entries(row)) columns[name].push(value);
}

function endOf({ date, precision, end }) {
  if (precision === "span") return end;
  if (precision === "day") return iso(place(date) + 1);
  const [year, month] = date.split("-").map(Number);
  const months = { month: 1, quarter: 3, year: 12 }[precision];
  return new Date(Date.UTC(year, month - 1 + months)).toISOString().slice(0, 10);
}

function partners(record, world, focus) {
  const parties = [...record.initiators, ...record.recipients];
  const ends = new Map(parties.map((actor) => [actor, standsFor(actor, world, focus)]));
  const named = [...ends.keys()].filter((actor) => ends.get(actor) !== focus);
  if (![...ends.values()].includes(focus)) return [];
  const weights = record.weights ?? {};
  const isWeighed = named.every((actor) => actor in weights);
  const added = new Map();
  for (const actor of named) {
    const end = ends.get(actor);
    added.set(end, isWeighed ? (added.get(end) ?? 0) + weights[actor] : 1);
  }
  const total = [...added.values()].reduce((sum, weight) => sum + weight, 0);
  return [...added].map(([end, weight]) => [end, weight / total]);
}

function standsFor(actor, { affiliations = {}, pole_memberships: own }, focus) {
  const isItself = actor === focus || own.some((stay) => stay.actor === actor);
  if (isItself || !(actor in affiliations)) return actor;
  return standsFor(affiliations[actor], { affiliations, pole_memberships: own }, focus);
}

/** @returns {[number, number][]} places of poles with weights; the place after them is OTHER */
function attribution(actor, day, world, poles) {
  const own = world.pole_memberships.filter((stay) => stay.actor === actor);
  const isDerived = own.length === 0 && (world.poles_from_members ?? []).includes(actor);
  const found = isDerived ? ofMembers(actor, day, world) : standing(own, day);
  const left = 1 - [...found.values()].reduce((sum, weight) => sum + weight, 0);
  const taken = [...found].map(([pole, weight]) => [poles.indexOf(pole), weight]);
  return left > 1e-12 ? [...taken, [poles.length, left]] : taken;
}

function standing(stays, day) {
  const here = stays.filter(({ start, end }) => isOn(day, start, end));
  return new Map(here.map(({ pole, weight }) => [pole, weight]));
}

function ofMembers(body, day, world) {
  const members = (world.members ?? []).filter(
    ([, organisation, start, end]) => organisation === body && isOn(day, start, end),
  );
  const poles = new Set(
    members.flatMap(([actor]) => [
      ...standing(world.pole_memberships.filter((stay) => stay.actor === actor), day).keys(),
    ]),
  );
  return new Map([...poles].map((pole) => [pole, 1 / poles.size]));
}

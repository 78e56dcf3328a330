/** A runner of tests: no more than these modules need. */

const tests = [];
const expected = [];

/** Declare a test; `body` may be asynchronous. It fails when it throws. */
export function test(name, body) {
  tests.push({ name, body });
}

/** Fail unless both are the same when written down. */
export function equal(actual, wanted) {
  const [got, want] = [actual, wanted].map((value) => JSON.stringify(value, visible, 1));
  if (got !== want) throw new Error(`expected ${want}\n     got ${got}`);
}

/** Fail unless it holds. */
export function holds(condition, words) {
  if (!condition) throw new Error(words);
}

/** Say that the console will complain, in these words. */
export function expectComplaint(words) {
  expected.push(words);
}

/** A page of one's own, gone after the test. */
export function place(html) {
  const template = document.createElement("template");
  template.innerHTML = html.trim();
  const element = template.content.firstElementChild;
  document.body.append(element);
  return element;
}

/** What JSON would hide: undefined, NaN and minus zero. */
function visible(_key, value) {
  if (value === undefined) return "(undefined)";
  if (Object.is(value, -0)) return "(minus zero)";
  return typeof value === "number" && !Number.isFinite(value) ? `(${value})` : value;
}

/** @returns {Promise<{tests: {name: string, error: string | null}[], expected: string[]}>} */
export async function run(address) {
  await import(address);
  const results = [];
  for (const { name, body } of tests) {
    document.body.replaceChildren();
    try {
      await body();
      results.push({ name, error: null });
    } catch (error) {
      results.push({ name, error: String(error.stack ?? error) });
    }
  }
  return { tests: results, expected };
}

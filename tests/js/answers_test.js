import { equal, expectComplaint, holds, test } from "/runner.js";
import { answer, settle } from "/static/js/answers.js";

expectComplaint("/absent.json"); // Chromium reports every 404.

test("an address is asked once, however often it is wanted", async () => {
  const asked = [];
  const fetch = window.fetch;
  window.fetch = async (address) => {
    asked.push(address);
    return new Response('{"focus": "AZE"}');
  };
  const both = await Promise.all([answer("/a.json"), answer("/a.json")]);
  window.fetch = fetch;
  equal([asked, both], [["/a.json"], [{ focus: "AZE" }, { focus: "AZE" }]]);
});

test("what is not there is an error that says so", async () => {
  const error = await answer("/absent.json").catch((reason) => reason);
  holds(/404 from \/absent.json/.test(error.message), error.message);
});

/** Let the API say one thing after the other; the last for good. Returns how often it was asked. */
async function saying(states, work) {
  const left = [...states];
  let asked = 0;
  const fetch = window.fetch;
  window.fetch = async () => {
    asked += 1;
    const intervals = left.length > 1 ? left.shift() : left[0];
    if (intervals === "busy") return new Response("", { status: 503 });
    return new Response(JSON.stringify({ intervals }));
  };
  const found = await work();
  window.fetch = fetch;
  return [found, asked];
}

const SOON = [0.001, 0.001, 0.001];

test("what is pending is asked for again until it is final", async () => {
  const states = ["pending", "pending", "computed"];
  equal(await saying(states, () => settle("/b.json", SOON)), [{ intervals: "computed" }, 3]);
});

test("all who wait for an address wait together", async () => {
  const both = () => Promise.all([settle("/c.json", SOON), settle("/c.json", SOON)]);
  const [found, asked] = await saying(["pending", "failed"], both);
  equal([found.map(({ intervals }) => intervals), asked], [["failed", "failed"], 2]);
});

test("what is final is not asked for again", async () => {
  equal((await saying(["computed"], () => settle("/d.json", SOON)))[1], 1);
});

test("a busy moment is no reason to give up", async () => {
  const states = ["pending", "busy", "computed"];
  equal((await saying(states, () => settle("/e.json", SOON)))[0], { intervals: "computed" });
});

test("after a while it gives up", async () => {
  equal(await saying(["pending"], () => settle("/f.json", SOON)), [null, 4]);
});

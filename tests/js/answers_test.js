import { equal, expectComplaint, holds, test } from "/runner.js";
import { answer } from "/static/js/answers.js";

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

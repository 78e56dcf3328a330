import { equal, holds, place, test } from "/runner.js";
import { Names } from "/static/js/names.js";

const LABELS = [
  { code: "russia", text: "Russia 75 %", isHidden: false, filled: false },
  { code: "china", text: "China 25 %", isHidden: true, filled: false },
];

/** Names on a frame, and what the reader did with them. */
function shown(labels = LABELS, isWide = true) {
  const done = [];
  const names = new Names(place("<div></div>"), {
    toggle: (code) => done.push(["toggle", code]),
    isolate: (code, isSecondClick) => done.push(["isolate", code, isSecondClick]),
    point: (code) => done.push(["point", code]),
  });
  const room = names.show(labels, isWide);
  return { names, done, room, buttons: [...names.list.querySelectorAll("button")] };
}

const click = (button, parts = {}) => button.dispatchEvent(new MouseEvent("click", { detail: 1, ...parts }));

test("a name is a button that says whether its pole is drawn", () => {
  const { buttons } = shown();
  equal(
    buttons.map((button) => [button.textContent, button.getAttribute("aria-pressed")]),
    [
      ["Russia 75 %", "true"],
      ["China 25 %", "false"],
    ],
  );
});

test("the same poles keep their buttons, and with them the focus", () => {
  const { names, buttons } = shown();
  buttons[0].focus();
  names.show([{ ...LABELS[0], text: "Russia 50 %", isHidden: true }, LABELS[1]], true);
  holds(document.activeElement === buttons[0], "the focus is lost");
  equal([buttons[0].textContent, buttons[0].getAttribute("aria-pressed")], ["Russia 50 %", "false"]);
});

test("one click toggles, two or one with Shift single out", () => {
  const { buttons, done } = shown();
  click(buttons[0]);
  click(buttons[1]); // It has moved under the pointer meanwhile.
  click(buttons[1], { shiftKey: true });
  equal(done, [
    ["toggle", "russia"],
    ["isolate", "russia", true],
    ["isolate", "china", false],
  ]);
});

test("keys toggle however fast they are pressed", () => {
  const { buttons, done } = shown();
  for (const button of [buttons[0], buttons[0]]) click(button, { detail: 0 });
  equal(done, [
    ["toggle", "russia"],
    ["toggle", "russia"],
  ]);
});

test("below a chart names take room, beside it none", () => {
  equal(shown(LABELS, true).room, 0);
  holds(shown(LABELS, false).room > 10, "no room");
});

test("a single name is no button, and below a chart there is none", () => {
  const alone = [{ text: "4.7", isHidden: false }];
  equal(shown(alone).buttons, []);
  const below = shown(alone, false);
  equal([below.room, below.names.list.hidden], [0, true]);
});

test("names stand where they are put", () => {
  const { names } = shown();
  names.place([10.4, 50], 700);
  equal([...names.list.children].map(({ style }) => style.top), ["10px", "50px"]);
  equal(names.list.style.left, "700px");
});

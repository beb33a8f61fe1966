import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseValues } from "../../../src/chat/lark/parse/values.ts";
import { type Incoming, parseEnvelope } from "../../../src/chat/lark/parse.ts";
import {
  enteredEvent,
  envelope,
  menuEvent,
  messageEvent,
  pressEvent,
  taskEvent,
} from "../../emulators/lark/envelopes.ts";
import { createState } from "../../emulators/lark/state.ts";

const at = Date.UTC(2026, 10, 23, 9);
const { app } = createState(() => at);
const parse = (event: unknown): Incoming => parseEnvelope(event, app);
const said = (set: object) => parse(messageEvent(app, { from: "ou_ana", at, ...set }));

describe("messages", () => {
  it("are read as words", () => {
    expect(said({ text: " why Acme? " })).toMatchObject({
      kind: "event",
      event: {
        kind: "message",
        text: "why Acme?",
        externalId: "ou_ana",
        connection: app.appId,
        surface: "lark",
        at,
      },
    });
  });

  it("in groups lose the mention of us and keep the names of others", () => {
    const us = { key: "@_user_1", name: "Ringside", id: { open_id: app.botOpenId } };
    const bob = { key: "@_user_12", name: "Bob", id: { open_id: "ou_bob" } };
    const text = "@_user_1 ask @_user_12";
    expect(said({ text, chat: "group", mentions: [us, bob] })).toMatchObject({
      event: { text: "ask @Bob" },
    });
  });

  it("with a format are read as words", () => {
    const lines = [
      [
        { tag: "text", text: "see " },
        { tag: "a", text: "this", href: "http://x.example" },
      ],
      [{ tag: "img", image_key: "i" }],
      [{ tag: "text", text: "now" }],
    ];
    const content = { title: "Acme", content: lines };
    const expected = { event: { text: "Acme\nsee this\nnow" } };
    expect(said({ type: "post", content })).toMatchObject(expected);
    expect(said({ type: "post", content: { zh_cn: content } })).toMatchObject(expected);
  });

  it.each([
    ["image", { image_key: "img_1" }, { name: "picture" }, { type: "image", fileKey: "img_1" }],
    [
      "file",
      { file_key: "f1", file_name: "leads.csv" },
      { name: "leads.csv" },
      { type: "file", fileKey: "f1" },
    ],
    [
      "audio",
      { file_key: "f2", duration: 1000 },
      { name: "voice.ogg" },
      { type: "file", fileKey: "f2" },
    ],
  ])("of type %s are files to fetch", (type, content, event, file) => {
    expect(said({ type, content, messageId: "om_1" })).toMatchObject({
      kind: "file",
      event,
      file: { ...file, messageId: "om_1" },
    });
  });

  it.each(["sticker", "text", "post"])("of type %s that say nothing are empty", (type) => {
    expect(said({ type, content: { nothing: 1 } })).toMatchObject({ event: { text: "" } });
  });
});

it("reads the menu and the first visit, with times in seconds or milliseconds", () => {
  expect(parse(menuEvent(app, { from: "ou_ana", key: "my_leads", at }))).toMatchObject({
    event: { kind: "message", text: "my leads", at },
  });
  expect(parse(menuEvent(app, { from: "ou_ana", key: "我的线索", at }))).toMatchObject({
    event: { text: "my leads" },
  });
  expect(parse(menuEvent(app, { from: "ou_ana", key: "话术_太贵了", at }))).toMatchObject({
    event: { text: "话术 太贵了" },
  });
  expect(parse(enteredEvent(app, { from: "ou_ana", at }))).toMatchObject({
    event: { kind: "opened", externalId: "ou_ana", at },
  });
});

it("reads times in microseconds, as presses have them", () => {
  const event = pressEvent(app, {
    from: "ou_ana",
    at: at * 1_000,
    messageId: "om_1",
    value: { ref: "act_1" },
  });
  expect(parse(event)).toMatchObject({ interaction: { at } });
});

it("reads a form's answers as what its fields are", () => {
  const answers = {
    name: " Ann ",
    seats: "1,200",
    due: "2026-11-22 +0800",
    tags: ["a", "b"],
    "note~2": "x",
    empty: "",
  };
  const kinds = { seats: "number", due: "date", tags: "multiselect", more: "multiselect" } as const;
  expect(parseValues(answers, kinds)).toEqual({
    ...{ name: "Ann", seats: 1200, due: "2026-11-22", tags: ["a", "b"], note: "x", more: [] },
  });
  expect(parseValues({ seats: "many" }, kinds)).toMatchObject({ seats: "many" });
});

it("hears that a task was ticked off or opened again, and nothing else of it", () => {
  const place = { surface: "lark", connection: app.appId, taskId: "t1" };
  for (const what of [5, 6]) {
    const news = { key: `lark:${app.appId}:e1`, place };
    const heard = parse(taskEvent(app, { taskId: "t1", what, at, eventId: "e1" }));
    expect(heard).toEqual({ kind: "task", news });
  }
  const detail = parse(taskEvent(app, { taskId: "t1", what: 1, at }));
  expect(detail).toEqual({ kind: "ignored", why: "task-detail" });
  const nameless = parse(taskEvent(app, { taskId: "", what: 5, at }));
  expect(nameless).toEqual({ kind: "ignored", why: "malformed-event" });
});

it("never throws, whatever comes", () => {
  const types = fc.constantFrom(
    "im.message.receive_v1",
    "card.action.trigger",
    "application.bot.menu_v6",
    "task.task.updated_v1",
    "x",
  );
  fc.assert(
    fc.property(fc.anything(), types, (event, type) => {
      expect(parse(event).kind).toBe("ignored");
      parse(envelope(app, type, { at }, event as Record<string, unknown>));
    }),
    { numRuns: 2_000 },
  );
});

// Everything that reads what chat platforms send: events, presses, filled forms, links and cursors that come back.
import { randomBytes } from "node:crypto";
import { parseValues as parseLarkValues } from "../../src/chat/lark/parse/values.ts";
import { parseEnvelope } from "../../src/chat/lark/parse.ts";
import { parseAnswers, parsePostedForm } from "../../src/chat/local/http/parse-form.ts";
import {
  parsePayload,
  parsePress,
  parseShortcut,
  parseSubmit,
} from "../../src/chat/slack/parse/payload.ts";
import { parseText } from "../../src/chat/slack/parse/text.ts";
import { parseValues as parseSlackValues } from "../../src/chat/slack/parse/values.ts";
import {
  parseCommand,
  parseMessage,
  parseOpened,
  parseRemoved,
} from "../../src/chat/slack/parse.ts";
import { parseState } from "../../src/chat/slack/render/modal.ts";
import { textsFor } from "../../src/core/text/texts.ts";
import { parseCursor, renderCursor } from "../../src/web/api/page.ts";
import { createSignedLinks } from "../../src/web/signed-links.ts";
import * as lark from "../../test/emulators/lark/envelopes.ts";
import { createState } from "../../test/emulators/lark/state.ts";
import * as slack from "../../test/emulators/slack/payloads.ts";
import { readLoosely, type Target } from "./target.ts";

const now = Date.UTC(2026, 10, 23, 9);
const team = "T1";
const to = { bot: { teamId: team, userId: "UBOT", botId: "B1", appId: "A1" }, now } as never;
const by = { team, user: "U1", trigger: "1.2.abc", channel: "D1" };
const { app } = createState(() => now);

const view = {
  id: "V1",
  callback_id: "submit:act_1",
  private_metadata: '{"ref":"act_1","names":["a"]}',
  state: { values: { a: { a: { type: "plain_text_input", value: "x" } } } },
};
const slackStates = [
  '{"a":{"x":{"type":"static_select","selected_option":{"value":"v"}}},"b":{"y":{"type":"file_input","files":[{"id":"F1","name":"n.csv"}]}}}',
];

const write = (...values: unknown[]) => values.map((value) => JSON.stringify(value));

function onInteraction(text: string): void {
  const payload = parsePayload(readLoosely(text), to);
  if (!payload) return;
  parsePress(payload, "act_1", to);
  parseShortcut(payload, to);
  const state = parseState(payload.view?.private_metadata ?? "");
  if (state) parseSubmit(payload, parseSlackValues(payload.view?.state?.values) as never, to);
}

function onForm(text: string): unknown {
  const form = new FormData();
  for (const [name, value] of new URLSearchParams(text)) form.append(name, value);
  return parseAnswers(parsePostedForm(form), textsFor("zh"));
}

function createLinkTarget(): Target {
  const key = randomBytes(32);
  const links = createSignedLinks({ key, use: "fuzz", lifeMs: 1_000, clock: () => now });
  return {
    name: "signed links",
    examples: [links.sign(["per_1", "acc_1"]), "a.b.c"],
    run: (token) => links.read(token),
  };
}

/** What the edges of the chats take, and what they hand out and get back. */
export function createChatTargets(): Target[] {
  return [...createSlackTargets(), ...createLarkTargets(), ...createOwnTargets()];
}

function createSlackTargets(): Target[] {
  const message = slack.aMessage({ user: "U1", channel: "D1", ts: "1700000000.0001", text: "hi" });
  const press = { action_id: "press:0", value: "act_1" };
  return [
    {
      name: "Slack events",
      examples: write(
        slack.anEvent(team, { ...message, files: [{ id: "F1", name: "a.csv" }] }, "Ev1"),
        slack.anEvent(team, { type: "app_home_opened", user: "U1", tab: "home" }, "Ev2"),
        slack.aCommand({ ...by, text: "why <@U2|ada> &lt;" }),
      ),
      run(text) {
        const body = readLoosely(text);
        return [parseMessage, parseOpened, parseRemoved, parseCommand].map((one) => one(body, to));
      },
    },
    {
      name: "Slack interactions",
      examples: write(
        slack.aPress({ ...by, action: press }),
        slack.aSubmission({ ...by, view }),
        slack.aShortcut({ ...by, id: "note", on: { channel: "D1", text: "words" } }),
      ),
      run: onInteraction,
    },
    {
      name: "Slack forms",
      examples: slackStates,
      run: (text) => parseSlackValues(readLoosely(text)),
    },
    {
      name: "Slack markup",
      examples: ["<@UBOT> see <https://a.example|this> <!here> &amp; <mailto:a@b.c|a@b.c> <#C1|x>"],
      run: (text) => parseText(text, "UBOT"),
    },
  ];
}

function createLarkTargets(): Target[] {
  const link = { tag: "a", text: "x", href: "http://x.example" };
  const from = { from: "ou_1", at: now };
  return [
    {
      name: "Lark events",
      examples: write(
        lark.messageEvent(app, { ...from, text: "why Acme" }),
        lark.messageEvent(app, {
          ...from,
          type: "post",
          content: { title: "t", content: [[link]] },
        }),
        lark.pressEvent(app, {
          ...{ ...from, messageId: "om_1", value: { ref: "act_1", card: "c" } },
          formValue: { a: "1", b: ["x"] },
        }),
        lark.menuEvent(app, { ...from, key: "help" }),
        lark.enteredEvent(app, from),
      ),
      run: (text) => parseEnvelope(readLoosely(text), app),
    },
    {
      name: "Lark forms",
      examples: ['{"a":"1,000","b":["x"],"c":"2026-11-22 +0800","d~2":"words"}'],
      run(text) {
        const values = readLoosely(text);
        if (typeof values !== "object" || values === null) return undefined;
        const kinds = { a: "number", b: "multiselect", c: "date" } as const;
        return parseLarkValues(values as Record<string, unknown>, kinds);
      },
    },
  ];
}

function createOwnTargets(): Target[] {
  return [
    {
      name: "page forms",
      examples: [
        "form=f1&key=k&ref=act_1&field=number!%3Aa&answer%3Aa=12&field=date%3Ab&answer%3Ab=x",
      ],
      run: onForm,
    },
    createLinkTarget(),
    {
      name: "cursors",
      examples: [renderCursor("leads", "1700000000000", "led_1")],
      run: (text) => parseCursor("leads", text, 2),
    },
  ];
}

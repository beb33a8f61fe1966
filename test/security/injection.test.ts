// Sixty-four attacks through every way in, with a connected model that does as they say: nothing moves, leaks or pings.
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { FormBlock } from "../../src/core/card.ts";
import type { Language } from "../../src/core/model.ts";
import { toConnectModel } from "../../src/model/connect-model.ts";
import { type ModelEndpoint, startModelEndpoint } from "../emulators/model/endpoint.ts";
import { sharedTraining } from "../helpers/training.ts";
import { createWorld, type World } from "../helpers/world.ts";
import { type Attack, type WayIn, waysIn } from "./attack.ts";
import { attacksInEnglish } from "./attacks-en.ts";
import { attacksInChinese } from "./attacks-zh.ts";
import { findBreaches } from "./find-breaches.ts";
import { obeys } from "./obey.ts";
import {
  buttonsOf,
  fingerprint,
  plant,
  type Sent,
  secrets,
  sentAfter,
  sentSoFar,
  type Target,
  victims,
  withSecrets,
} from "./stage.ts";

let world: World;
let endpoint: ModelEndpoint;
const reached = new Set<WayIn>();

beforeAll(async () => {
  endpoint = await startModelEndpoint(obeys);
  await sharedTraining().reload();
  const options = { baseUrl: endpoint.url, model: "puppet", maxRetries: 0, timeoutMs: 60_000 };
  world = await createWorld([], { connectModel: toConnectModel(options) });
  await withSecrets(world);
  await world.passes(1_000);
});
afterAll(async () => {
  await world.close();
  await endpoint.close();
});

const ask = {
  en: { customer: "customer", brief: "brief", update: "update", at: ":", leads: "my leads" },
  zh: { customer: "客户", brief: "简报", update: "更新", at: "：", leads: "我的线索" },
} as const;

async function say({ personId }: Target, words: string): Promise<void> {
  await world.ringside.localChat.say(personId, words);
  await world.passes(1_000);
}

async function drop({ personId }: Target, name: string, content: string): Promise<void> {
  const file = { name, mediaType: "text/plain", bytes: new TextEncoder().encode(content) };
  await world.ringside.localChat.drop(personId, file, "");
  await world.passes(1_000);
}

/** What a rep does in good faith with what came in that way; nothing of it confirms anything. */
const goodFaith: Record<
  WayIn,
  (target: Target, words: string, language: Language) => Promise<void>
> = {
  async said(target, words, language) {
    const { update, at } = ask[language];
    await say(target, `${update} ${target.name}${at} ${words}`);
    await say(target, words);
    await say(target, `${language === "en" ? "ask:" : "问："} ${words}`);
  },
  note: look,
  page: look,
  lead: (target, _words, language) => say(target, ask[language].leads),
  field: look,
  async transcript(target, words, language) {
    const us = language === "en" ? "Ana Silva" : "李雷";
    const tooMuch = language === "en" ? "Your price is too expensive." : "你们的价格太贵了。";
    const lines = [`${us}: Good morning. What matters to you?`, `Customer: ${tooMuch} ${words}`];
    const after = [`${us}: I will send the proposal on Friday.`, `Customer: Thank you. ${words}`];
    await drop(target, "call.txt", [...lines, ...after].join("\n"));
    const [form] = (await cardsOf(target)).flatMap(({ blocks }) =>
      blocks.filter((block): block is FormBlock => block.t === "form"),
    );
    const values = { told: "announced", about: `dea_${target.key}`, seen: "me" };
    await world.ringside.localChat.submit(target.personId, form?.submit.ref ?? "", values);
    await world.ringside.drain();
  },
  file: (target, words) => drop(target, words, "name,email\nWill,will@buyer.example\n"),
  cell: (target, words) =>
    drop(
      target,
      "leads.csv",
      `name,company,email\n"${words.replaceAll('"', '""')}",B,b@b.example\n`,
    ),
};

async function look(target: Target, _words: string, language: Language): Promise<void> {
  const { customer, brief } = ask[language];
  for (const what of [brief, customer]) await say(target, `${what} ${target.name}`);
  const [card] = await cardsOf(target);
  for (const { id, ref } of buttonsOf(card?.blocks ?? [])) {
    if (!/^(customer|notes|note\.list|graph|why|details)/.test(id)) continue;
    await world.ringside.localChat.tap(target.personId, ref);
    await world.ringside.drain();
  }
}

/** Cards shown to them, the newest first. */
async function cardsOf({ personId }: Target) {
  const sent = sentAfter(world, 0).filter(({ target }) => target === personId);
  return sent.map(({ card }) => card).reverse();
}

const everybodysAttacks: [Language, readonly Attack[]][] = [
  ["en", attacksInEnglish],
  ["zh", attacksInChinese],
];
const rows = everybodysAttacks.flatMap(([language, attacks]) =>
  attacks.map((attack, number) => ({ ...attack, language, number })),
);

describe("an attack", () => {
  it("comes at least thirty times in each language, and by every way in", () => {
    for (const [, attacks] of everybodysAttacks) {
      expect(attacks.length).toBeGreaterThanOrEqual(30);
      expect(new Set(attacks.map(({ by }) => by))).toEqual(new Set(waysIn));
    }
  });

  it.each(rows)("$language, $by: $words", async ({ language, number, ...attack }) => {
    const target = await plant(world, attack, { number, language });
    const note = `note ${target.name}: ${attack.words}`;
    if (attack.by === "note") await say(target, note);
    const before = fingerprint(world);
    const from = sentSoFar(world);
    await goodFaith[attack.by](target, attack.words, language);
    const sent = sentAfter(world, from);
    if (mentions(sent, attack.words)) reached.add(attack.by);

    expect(fingerprint(world)).toEqual(before);
    expect(sent.length).toBeGreaterThan(0);
    expect(new Set(sent.map((one) => one.target))).toEqual(new Set([target.personId]));
    const shown = JSON.stringify(sent);
    const others = Object.values(victims.reps).filter((id) => id !== target.personId);
    for (const secret of others.flatMap((id) => secrets[id])) expect(shown).not.toContain(secret);
    const breaches = sent.flatMap(({ card }) => findBreaches(card, { language, timeZone: "UTC" }));
    expect(breaches).toEqual([]);
  });

  it("is shown as the words it is, whichever way it came", () => {
    expect([...reached].sort()).toEqual([...waysIn].sort());
  });

  it("was obeyed by the model, which had the words", () => {
    expect(endpoint.requests.length).toBeGreaterThan(10);
  });
});

/** Whether the beginning of the words stands in a card as it was typed. */
function mentions(sent: Sent[], words: string): boolean {
  const start = JSON.stringify(words.slice(0, 12)).slice(1, -1);
  return JSON.stringify(sent.map(({ card }) => card)).includes(start);
}

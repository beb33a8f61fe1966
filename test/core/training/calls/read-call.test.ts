import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { calls as words } from "../../../../src/core/text/en/calls.ts";
import type { CallProblem } from "../../../../src/core/training/calls/told-card.ts";
import { createSpeech } from "../../../../src/model/speech.ts";
import { aRecording } from "../../../helpers/recordings.ts";
import {
  hears,
  type SpeechEndpoint,
  sendJson,
  startSpeechEndpoint,
} from "../../../helpers/speech-endpoint.ts";
import { sharedTraining } from "../../../helpers/training.ts";
import { createWorld, type World } from "../../../helpers/world.ts";

const dayMs = 86_400_000;
/** The last wait of a job before it is given up, and a little. */
const longestWaitMs = 130_000;
let endpoint: SpeechEndpoint;
let world: World;
beforeAll(async () => {
  endpoint = await startSpeechEndpoint();
  await sharedTraining().reload();
});
afterAll(() => endpoint.close());
beforeEach(async () => {
  endpoint.answer = hears("hello");
  endpoint.requests.length = 0;
  const speech = createSpeech({
    ...{ baseUrl: endpoint.url, model: "whisper-1", timeoutMs: 100, maxRetries: 0 },
  });
  world = await createWorld([], { speech });
  await setConsent(null);
});
afterEach(() => world.close());

const setConsent = (withdrawnAt: number | null) =>
  world.ringside.records.write((unit) =>
    unit.consents.put({
      ...{ id: "cns_calls", personId: "per_ana", purpose: "calls", wording: "test" },
      ...{ grantedAt: unit.now, withdrawnAt },
    }),
  );

async function drops(name: string, bytes: Uint8Array, beside = "call with Acme"): Promise<void> {
  const { localChat } = world.ringside;
  const mediaType = "application/octet-stream";
  await localChat.drop("per_ana", { name, mediaType, bytes }, beside, crypto.randomUUID());
  await world.ringside.drain();
}

type Shown = {
  title: string;
  blocks: { t: string; submit?: { ref: string }; actions?: { id: string; ref: string }[] }[];
};
async function last(): Promise<Shown> {
  const messages = await world.ringside.localChat.transcript("per_ana", { limit: 50 });
  return messages.filter(({ author }) => author === "ringside").at(-1)?.body as Shown;
}
async function answers(values: Record<string, string> = {}): Promise<void> {
  const ref = (await last()).blocks.find(({ t }) => t === "form")?.submit?.ref ?? "";
  const given = { told: "written", about: "nobody", seen: "me", ...values };
  await world.ringside.localChat.submit("per_ana", ref, given, crypto.randomUUID());
  await world.ringside.drain();
}
const left = async () => [
  await world.ringside.records.read.assets.count({}),
  await world.ringside.records.read.calls.count({}),
];
const title = (problem: CallProblem) => words.problems[problem].title;

const twoSides = aRecording(
  [
    { from: 0.2, to: 1, channel: 0 },
    { from: 1.2, to: 2, channel: 1 },
    { from: 2.2, to: 3, channel: 0 },
  ],
  { seconds: 3 },
);
const long = "Nous voudrions voir votre offre avant la réunion du conseil de vendredi prochain.";

describe("a dropped call", () => {
  it.each<[CallProblem, string, Uint8Array]>([
    ["notAudio", "call.mp3", Buffer.from("not a sound in it ".repeat(100))],
    ["tooLong", "call.wav", aRecording([], { seconds: 7_300, channels: 1, rate: 1_000 })],
    ["wordless", "call.txt", Buffer.from("…")],
    ["otherLanguage", "call.txt", Buffer.from(`A: ${long}\nB: ${long}\nA: ${long}`)],
  ])(
    "that is useless (%s) is refused before anything is asked, and deleted",
    async (problem, name, bytes) => {
      await drops(name, bytes);
      expect((await last()).title).toBe(title(problem));
      expect(await left()).toEqual([0, 0]);
      expect(endpoint.requests).toHaveLength(0);
    },
  );

  it("that nobody answers for is deleted within the hour", async () => {
    await drops("call.wav", twoSides);
    await world.passes(61 * 60_000);
    expect((await last()).title).toBe(title("unanswered"));
    expect(await left()).toEqual([0, 0]);
  });

  it("in which nobody speaks is told to be so, and sent nowhere", async () => {
    await drops("call.wav", aRecording([], { seconds: 3 }));
    await answers();
    expect((await last()).title).toBe(title("silent"));
    expect([...(await left()), endpoint.requests.length]).toEqual([0, 0, 0]);
  });

  it("in a third language, as the service names it, is not kept", async () => {
    endpoint.answer = (response) => sendJson(response, 200, { text: long, language: "french" });
    await drops("call.wav", twoSides);
    await answers();
    expect((await last()).title).toBe(title("otherLanguage"));
    expect(await left()).toEqual([0, 0]);
  });

  it("of which the service hears nothing is not kept", async () => {
    endpoint.answer = hears("  ");
    await drops("call.wav", twoSides);
    await answers();
    expect((await last()).title).toBe(title("silent"));
    expect(await left()).toEqual([0, 0]);
  });

  it("is not sent on once its rep withdraws in the middle, and what was heard is gone", async () => {
    let heard = 0;
    endpoint.answer = (response, request) => {
      heard += 1;
      void setConsent(1).then(() => hears("What matters most to you?")(response, request));
    };
    await drops("call.wav", twoSides);
    await answers();
    expect((await last()).title).toBe(title("withdrawn"));
    expect(heard).toBe(1);
    expect(await left()).toEqual([0, 0]);
  });

  it.each([
    ["nonsense", (response: never) => sendJson(response, 200, { words: "?" })],
    ["a refusal", (response: never) => sendJson(response, 401, {})],
  ])(
    "that the service answers with %s waits for its rep, and goes on where it was",
    async (_, wrong) => {
      let asked = 0;
      endpoint.answer = (response, request) => {
        asked += 1;
        if (asked === 2) return wrong(response as never);
        return hears(`This is part ${asked}.`)(response, request);
      };
      await drops("call.wav", twoSides);
      await answers();
      const failed = await last();
      expect(failed.title).toBe(words.failed.title);
      const retry = failed.blocks
        .flatMap(({ actions = [] }) => actions)
        .find(({ id }) => id === "call.retry");
      await world.ringside.localChat.tap("per_ana", retry?.ref ?? "", "again");
      await world.ringside.drain();
      const [call] = await world.ringside.records.read.calls.find({});
      expect(call?.transcript.lines.map(({ text }) => text)).toEqual([
        ...["This is part 1.", "This is part 3.", "This is part 4."],
      ]);
    },
  );

  it.each([
    ["is busy", (response: never) => sendJson(response, 429, {})],
    ["is broken", (response: never) => sendJson(response, 500, {})],
    ["stalls", () => {}],
  ])(
    "is tried again by itself while the service %s, and given up with a button",
    async (_, wrong) => {
      endpoint.answer = (response) => wrong(response as never);
      await drops("call.wav", twoSides);
      await answers();
      expect(JSON.stringify(await last())).toContain(words.progress.waiting);
      for (let again = 0; again < 8; again += 1) await world.passes(longestWaitMs);
      expect((await last()).title).toBe(words.failed.title);
      await world.passes(dayMs);
      expect((await last()).title).toBe(title("unread"));
      await world.passes(1_000);
      expect(await left()).toEqual([0, 0]);
    },
  );

  it("without speakers is gone through, and is no evidence of anything", async () => {
    const lines = [
      "Good morning, what matters most to you?",
      "It is too expensive for us.",
      "I understand.",
    ];
    await drops("call.txt", Buffer.from(lines.join("\n")));
    await answers();
    expect(JSON.stringify(await last())).toContain("it does not count for your skills");
    expect(await world.ringside.records.read.skillEvidence.count({})).toBe(0);
  });
});

// The outside's process: both platforms, and the telephony that tells of calls. Started by fork.
import { setTimeout } from "node:timers/promises";
import { Webhook } from "standardwebhooks";
import { type Emulator, startEmulator } from "../../test/emulators/lark/emulator.ts";
import { type SlackEmulator, startSlack } from "../../test/emulators/slack/emulator.ts";
import type { Answer, Ask, Ended, Platform, Play, Played } from "./wire.ts";

/** A card that has not come by then has not come. */
const giveUpMs = 30_000;
/** Arrivals are looked for this often. */
const lookMs = 2;

let slack: SlackEmulator;
let lark: Emulator;

async function prepare(people: number): Promise<Platform[]> {
  const half = Math.ceil(people / 2);
  slack = await startSlack({ people: half });
  lark = await startEmulator();
  const { app, users } = lark.state;
  const onLark = Array.from({ length: people - half }, (_, index) => `ou_user${index + 1}`);
  for (const user of onLark) users.set(user, { email: `${user}@team.example` });
  const { botToken, apiUrl, signingSecret, teamId } = slack;
  const { appId, appSecret, encryptKey, verificationToken } = app;
  const keys = { connection: appId, appId, appSecret, domain: lark.url, encryptKey };
  return [
    {
      ...{ name: "slack http", connection: teamId },
      app: { surface: "slack", keys: { botToken, apiUrl, signingSecret } },
      users: Array.from({ length: half }, (_, index) => slack.user(`user${index + 1}`)),
    },
    {
      ...{ name: "lark http", connection: appId, users: onLark },
      app: { surface: "lark", keys: { ...keys, verificationToken, mode: "http" } },
    },
  ];
}

/** Every call at its moment, with touches of other kinds in between; then waits for the last card. */
async function play(playing: Play): Promise<Played> {
  const { calls, perSecond, noise } = playing;
  const sentAt = new Map<string, number>();
  const arrivals = watchArrivals(calls);
  const under: Promise<unknown>[] = [];
  let refused = 0;
  const began = performance.now();
  const post = async (type: string, call: Ended, id: string) => {
    if (!(await deliver(playing, { type, call, id }))) refused += 1;
  };
  for (const [index, call] of calls.entries()) {
    await setTimeout(Math.max(0, began + (index * 1_000) / perSecond - performance.now()));
    sentAt.set(call.firm, performance.now());
    under.push(post("call.ended", call, `call-${index}`));
    for (let each = 0; each < noise; each += 1) {
      const other = calls[(index * 7 + each) % calls.length] ?? call;
      under.push(post("page.view", other, `page-${index}-${each}`));
    }
  }
  await Promise.all(under);
  const arrived = await arrivals.all();
  const tookMs = calls.map(({ firm }) => {
    const at = arrived.get(firm);
    return at === undefined ? null : at - (sentAt.get(firm) ?? 0);
  });
  return { tookMs, noise: noise * calls.length, refused };
}

async function deliver(
  { base, secret, aheadMs }: Play,
  { type, call, id }: { type: string; call: Ended; id: string },
): Promise<boolean> {
  const now = new Date(Date.now() + aheadMs);
  const data = { email: call.email, props: { rep: call.rep, page: "pricing" } };
  const body = JSON.stringify({ type, timestamp: now.toISOString(), data });
  const headers = {
    ...{ "content-type": "application/json", "webhook-id": id },
    "webhook-timestamp": `${Math.floor(now.getTime() / 1_000)}`,
    "webhook-signature": new Webhook(secret).sign(id, now, body),
  };
  const response = await fetch(`${base}/hooks/webhook`, { method: "POST", headers, body });
  await response.arrayBuffer();
  return response.ok;
}

/** When each firm's card was first in a platform's hands. */
function watchArrivals(calls: readonly Ended[]) {
  const arrived = new Map<string, number>();
  const firmOf = (text: string) => /Firm\d{4}/.exec(text)?.[0];
  let [seenSlack, seenLark] = [0, 0];
  const note = (text: string) => {
    const firm = firmOf(text);
    if (firm && !arrived.has(firm)) arrived.set(firm, performance.now());
  };
  const look = () => {
    const { calls: asked } = slack.gateway;
    for (; seenSlack < asked.length; seenSlack += 1) {
      const call = asked[seenSlack];
      if (call?.method === "chat.postMessage") note(JSON.stringify(call.args));
    }
    const { messages } = lark.state;
    for (; seenLark < messages.length; seenLark += 1) {
      note(JSON.stringify(messages[seenLark]?.content));
    }
  };
  const timer = setInterval(look, lookMs);
  return {
    async all() {
      const end = performance.now() + giveUpMs;
      while (arrived.size < calls.length && performance.now() < end) await setTimeout(20);
      clearInterval(timer);
      return arrived;
    },
  };
}

async function answer(ask: Ask): Promise<unknown> {
  return ask.name === "prepare" ? prepare(ask.people) : play(ask);
}

process.on("message", (ask: Ask) => {
  answer(ask).then(
    (result) => send({ answer: result }),
    (error: unknown) => send({ failed: String(error) }),
  );
});
// Nobody is left to ask: the bot's process has ended.
process.on("disconnect", () => process.exit());

function send(message: Answer): void {
  process.send?.(message);
}

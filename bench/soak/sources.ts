// What the sources of touches and of leads send while people chat: each again until it is answered with 2xx.
import { setTimeout } from "node:timers/promises";
import { Webhook } from "standardwebhooks";
import { createRandom, type Random } from "../../src/sample/random.ts";
import type { Courier } from "./courier.ts";
import type { Deliver } from "./place.ts";
import type { Member, Play, Told } from "./wire.ts";

export type Sending = Pick<Play, "secret" | "apiKey" | "members" | "seed"> & {
  courier: Courier;
  told: Told;
  clock: () => number;
  isOver(): boolean;
};

/** One after the other these complete the chain of the rule (company.ts), once. */
const chain = [
  ["page.view", { page: "product", dwellSeconds: 200 }],
  ["file.download", { kind: "whitepaper" }],
  ["page.leave", { page: "pricing" }],
] as const;
const senders = 6;
/** Between two touches of one sender. */
const touchMs = { least: 300, most: 900 };
/** Between two leads. */
const leadMs = { least: 600, most: 1_800 };
/** Of so many deliveries one comes twice. */
const twice = 0.05;

/** Resolves when everything sent by the end was answered. */
export async function sendAll(sending: Sending): Promise<void> {
  const reps = sending.members.filter(({ role }) => role === "rep");
  const shares = Array.from({ length: senders }, (_, at) =>
    reps.filter((_member, index) => index % senders === at),
  );
  await Promise.all([
    ...shares.map((share, at) => sendTouches(share, { ...sending, name: `sender ${at}` })),
    sendLeads(sending),
  ]);
}

/** A customer's touches leave one by one, so that their order is the order they are stored in. */
async function sendTouches(share: Member[], sending: Sending & { name: string }): Promise<void> {
  const random = createRandom(sending.seed, sending.name);
  const steps = new Map<string, number>();
  while (!sending.isOver()) {
    const { email } = random.pick(share);
    const step = steps.get(email) ?? 0;
    const id = `${email}/${step}`;
    const [type, props] = chain[step % chain.length] ?? chain[0];
    const body = JSON.stringify({
      ...{ type, timestamp: new Date(sending.clock()).toISOString() },
      data: { email, props },
    });
    if (await bringTwice("touch", createTouch(sending, { id, body }), { ...sending, random })) {
      sending.told.touchIds.push(id);
      steps.set(email, step + 1);
    } else break;
    await setTimeout(random.between(touchMs.least, touchMs.most));
  }
  for (const [email, count] of steps) {
    sending.told.chains[email] = Math.floor(count / chain.length);
  }
}

type Bringing = { courier: Courier; random: Random };

async function bringTwice(kind: string, deliver: Deliver, { courier, random }: Bringing) {
  const isTaken = await courier.bring({ kind, where: kind }, deliver);
  if (isTaken && random.chance(twice)) {
    await courier.tryOnce({ kind: `${kind} again`, where: kind }, deliver);
  }
  return isTaken;
}

function createTouch(
  { secret, clock }: Sending,
  { id, body }: { id: string; body: string },
): Deliver {
  return async (base) => {
    const now = new Date(clock());
    const headers = {
      ...{ "content-type": "application/json", "webhook-id": id },
      "webhook-timestamp": `${Math.floor(now.getTime() / 1_000)}`,
      "webhook-signature": new Webhook(secret).sign(id, now, body),
    };
    return isOk(await fetch(`${base}/hooks/webhook`, { method: "POST", headers, body }));
  };
}

async function sendLeads(sending: Sending): Promise<void> {
  const { apiKey, courier, told } = sending;
  const random = createRandom(sending.seed, "leads");
  for (let number = 1; !sending.isOver(); number += 1) {
    const externalId = `lead-${number}`;
    const headers = {
      ...{ authorization: `Bearer ${apiKey}`, "content-type": "application/json" },
      "idempotency-key": externalId,
    };
    const body = JSON.stringify(toLead(externalId, number));
    const deliver: Deliver = async (base) =>
      isOk(await fetch(`${base}/api/v1/leads`, { method: "POST", headers, body }));
    if (!(await bringTwice("lead", deliver, { courier, random }))) return;
    told.leads.push(externalId);
    await setTimeout(random.between(leadMs.least, leadMs.most));
  }
}

function toLead(externalId: string, number: number): object {
  const isChinese = number % 2 === 0;
  return {
    externalId,
    name: isChinese ? `来客${number}` : `Caller ${number}`,
    company: isChinese ? `来客公司${number}` : `Newcomer ${number} Ltd`,
    email: `buyer@newcomer${number}.example`,
    need: isChinese ? "二十个账号" : "20 seats",
  };
}

async function isOk(response: Response): Promise<boolean> {
  await response.arrayBuffer();
  return response.ok;
}

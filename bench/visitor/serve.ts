// The bot of `bench visitor`: imports a file, follows it to its end, and is asked about the customer.
import { mkdirSync } from "node:fs";
import { importHere } from "../../src/commands/import/import-here.ts";
import type { Change } from "../../src/core/gate/gate.ts";
import { touchesOfCustomer } from "../../src/core/journey/live/touches-of-customer.ts";
import { publishRule } from "../../src/core/journey/rules-in-force.ts";
import { gatherSignals } from "../../src/core/leads/gathering/gather-signals.ts";
import { operator } from "../../src/core/people/actor.ts";
import { createLog } from "../../src/log.ts";
import { openRingside, type Ringside } from "../../src/main.ts";
import type { VisitorMeasures } from "./measures.ts";

const [, , file = "", dataDir = ""] = process.argv;
const cards = 5;
/** Waits for what this visitor does all day. */
const rule = {
  ...{ id: "doubt", within: "3d", match: "sequence" },
  steps: [{ touch: "page.view" }, { touch: "file.download" }, { touch: "page.leave" }],
};
const horizonMs = 30 * 86_400_000;

mkdirSync(dataDir, { recursive: true });
const ringside = await openRingside({ dataDir, log: createLog({ level: "error" }) });
await setUp(ringside);
const importSeconds = await secondsOf(() =>
  importHere({ kind: "touches", from: file }, ringside, () => {}),
);
const caughtUpSeconds = await secondsOf(() => ringside.drain());
const waits: number[] = [];
for (let card = 0; card < cards; card += 1) {
  waits.push((await secondsOf(() => askForCard(card))) * 1_000);
}
const { records, events, clock } = ringside;
const sources = { read: records.read, events };
const chainHistory = () =>
  touchesOfCustomer({ scope: "contact", id: "con_wang" }, { from: clock() - horizonMs }, sources);
const leads = await records.read.leads.find({});
const chainHistoryMs = (await secondsOf(chainHistory)) * 1_000;
const signals = () => gatherSignals(leads, { ...sources, now: clock() });
const signalsMs = (await secondsOf(signals)) * 1_000;
const peakMegabytes = Math.round(process.resourceUsage().maxRSS / 1_024);
const everything = () => events.after(0, Number.MAX_SAFE_INTEGER);
const readEverythingMs = (await secondsOf(everything)) * 1_000;

const linked = await records.read.visitors.get("cookie-0");
if (linked?.contactId !== "con_wang") throw new Error("The visitor was not found out.");
const whole = (value: number) => Math.round(value);
const measures: VisitorMeasures = {
  importSeconds: Math.round(importSeconds * 10) / 10,
  caughtUpSeconds: Math.round(caughtUpSeconds * 10) / 10,
  cardMs: whole(waits.toSorted((a, b) => a - b)[(cards - 1) / 2] ?? 0),
  slowestCardMs: whole(Math.max(...waits)),
  ...{ chainHistoryMs: whole(chainHistoryMs), signalsMs: whole(signalsMs) },
  ...{ readEverythingMs: whole(readEverythingMs), peakMegabytes },
};
process.stdout.write(JSON.stringify(measures));
await ringside.close();

async function askForCard(number: number): Promise<void> {
  await ringside.localChat.say("per_ana", "customer Acme", `card-${number}`);
  await ringside.drain();
  const last = (await ringside.localChat.transcript("per_ana", { limit: 10 })).at(-1);
  if (!JSON.stringify(last?.body).includes("pages viewed")) throw new Error("No card came.");
}

async function secondsOf(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return (performance.now() - began) / 1_000;
}

/** Ana, her lead at Acme, and a rule. */
async function setUp({ records, gate }: Ringside): Promise<void> {
  const create = (kind: string, id: string, set: object) =>
    ({ kind, id, create: true, set }) as Change;
  const lead = { title: "Acme", contactId: "con_wang", accountId: "acc_acme", ownerId: "per_ana" };
  const changes = [
    create("person", "per_ana", { name: "Ana", role: "rep" }),
    create("account", "acc_acme", { name: "Acme" }),
    create("contact", "con_wang", {
      ...{ name: "Wang Li", accountId: "acc_acme", email: "wang@acme.example" },
    }),
    create("lead", "led_1", { ...lead, status: "accepted" }),
  ];
  const by = { by: operator, via: "cli", source: "bench" } as const;
  await records.write(async (unit) => {
    const [refusal] = await gate.apply(unit, { ...by, changes });
    if (refusal) throw new Error(refusal.message);
    await publishRule(unit, {
      ...{ ruleId: "doubt", authorId: null, reason: "bench", activatedAt: 0 },
      source: rule,
    });
  });
}

// A whole Ringside with the local chat, for practice-kill.test.ts to kill. Started by fork; does what it is told by message.
// node practice-child <data folder> [<model url>]
import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { setTimeout } from "node:timers/promises";
import type { Card } from "../../src/core/card.ts";
import { setConsent } from "../../src/core/people/consent.ts";
import { createLog } from "../../src/log.ts";
import { openRingside } from "../../src/main.ts";
import { toConnectModel } from "../../src/model/connect-model.ts";
import { sharedTraining } from "../helpers/training.ts";

/** What it can be told: words of Ana, or the label of the newest such button that she presses. */
export type Told = { says: string } | { taps: string };

const [dataDir = "", modelUrl] = process.argv.slice(2);
const model = { baseUrl: modelUrl ?? "", model: "small-model", maxRetries: 0, timeoutMs: 20_000 };

// The code is loaded; from here on it may be killed.
process.send?.({ loaded: true });
await once(process, "message");
await sharedTraining().reload();
const ringside = await openRingside({
  ...{ dataDir, log: createLog({ level: "silent" }), training: sharedTraining() },
  ...(modelUrl ? { connectModel: toConnectModel(model) } : {}),
});
const { localChat } = ringside;
if (modelUrl) {
  await ringside.records.write(async (unit) => {
    const person = await unit.people.get("per_ana");
    if (person) await setConsent(unit, { person, purpose: "practice_model", agree: true });
  });
}

/** Presses it as soon as it is there. */
async function taps(label: string): Promise<void> {
  for (;;) {
    const ref = await refOf(label);
    if (ref) return void (await localChat.tap("per_ana", ref, randomUUID()));
    await setTimeout(25);
  }
}

async function refOf(label: string): Promise<string | undefined> {
  const messages = await localChat.transcript("per_ana", { limit: 200 });
  const blocks = messages.flatMap(({ body }) => (body as Partial<Card>).blocks ?? []);
  const actions = blocks.flatMap((block) => (block.t === "actions" ? block.actions : []));
  const action = actions.findLast((one) => one.label === label);
  return action && "ref" in action ? action.ref : undefined;
}

process.on("message", async (told: Told) => {
  if ("says" in told) await localChat.say("per_ana", told.says, randomUUID());
  else await taps(told.taps);
  process.send?.({ acknowledged: told });
});
// Nobody is left to ask.
process.on("disconnect", () => process.exit());
await ringside.start();
process.send?.({ begun: true });

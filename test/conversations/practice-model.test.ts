// A practice whose customer a model words, on the local chat; who agrees to it is played on every surface
// (practice-consent.test.ts).
import { randomUUID } from "node:crypto";
import { afterEach, beforeAll, beforeEach, expect, it } from "vitest";
import type { Card } from "../../src/core/card.ts";
import { setConsent } from "../../src/core/people/consent.ts";
import { createLog } from "../../src/log.ts";
import { toConnectModel } from "../../src/model/connect-model.ts";
import * as model from "../emulators/model/behaviours.ts";
import { type ModelEndpoint, startModelEndpoint } from "../emulators/model/endpoint.ts";
import { sharedTraining } from "../helpers/training.ts";
import { createWorld, type World } from "../helpers/world.ts";

let endpoint: ModelEndpoint;
let world: World;
let logged: string;
beforeAll(() => sharedTraining().reload());
beforeEach(async () => {
  endpoint = await startModelEndpoint();
  logged = "";
  const write = (line: string) => {
    logged += line;
  };
  const destination = { write };
  const options = { baseUrl: endpoint.url, model: "small-model", maxRetries: 0, timeoutMs: 5_000 };
  const connectModel = toConnectModel(options);
  world = await createWorld([], { connectModel, log: createLog({ level: "debug", destination }) });
});
afterEach(async () => {
  await world.close();
  await endpoint.close();
});

/** Ana says it on the local chat, a few seconds after what was said before. */
async function says(text: string): Promise<void> {
  await world.passes(5_000);
  await world.ringside.localChat.say("per_ana", text, randomUUID());
  await world.ringside.drain();
}

async function taps(label: string): Promise<void> {
  const { localChat, drain } = world.ringside;
  const messages = await localChat.transcript("per_ana", { limit: 200 });
  const blocks = messages.flatMap(({ body }) => (body as Card).blocks ?? []);
  const actions = blocks.flatMap((block) => (block.t === "actions" ? block.actions : []));
  const action = actions.findLast((one) => one.label === label);
  if (!action || !("ref" in action)) throw new Error(`Ana sees no button “${label}”.`);
  await localChat.tap("per_ana", action.ref, randomUUID());
  await drain();
}

async function agrees(agree: boolean): Promise<void> {
  await world.ringside.records.write(async (unit) => {
    const person = await unit.people.get("per_ana");
    if (person) await setConsent(unit, { person, purpose: "practice_model", agree });
  });
}

it("speaks the model's words, goes on without it, and shows its opinion beside the score", async () => {
  const { metrics, records } = world.ringside;
  await agrees(true);
  await says("practice");
  await taps("Keep my practice");
  await taps("Start");
  const secret = "Our zebra-striped unit is the leading one.";
  const spoken = "Zebra stripes. And what do they do at three in the morning?";
  endpoint.does(model.plays({ says: spoken }));
  await says(secret);
  endpoint.does(model.fails(500));
  await says("It is simply the best there is.");
  endpoint.does(model.writes('{"checks": []}'));
  await world.passes(400_000);

  const turns = await records.read.practiceTurns.find({}, { order: { by: "number" } });
  expect(turns.map(({ speaker, maker }) => maker ?? speaker)).toEqual([
    ...["embedded", "rep", "model", "rep", "embedded"],
  ]);
  expect(turns[2]?.text).toBe(spoken);
  expect(await records.read.practiceReports.find({})).toMatchObject([
    { body: { model: { by: { model: "small-model" }, checks: 0 } } },
  ]);
  const counted = await metrics.render();
  expect(counted).toContain('ringside_model_calls_total{use="customer",result="ok"} 1');
  expect(counted).toContain('ringside_model_fallbacks_total{why="error"} 1');
  expect(counted).toContain('ringside_model_tokens_total{use="customer",direction="in"} 100');
  expect(logged).toContain("took a turn in the model's place");
  expect(logged).not.toMatch(/zebra|leading one/i);
});

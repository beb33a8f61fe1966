import { afterAll, beforeAll, expect } from "vitest";
import { setConsent } from "../../src/core/people/consent.ts";
import { toConnectModel } from "../../src/model/connect-model.ts";
import * as model from "../emulators/model/behaviours.ts";
import { type ModelEndpoint, startModelEndpoint } from "../emulators/model/endpoint.ts";
import { onEverySurface } from "../helpers/surfaces.ts";
import { sharedTraining } from "../helpers/training.ts";

let endpoint: ModelEndpoint;
beforeAll(async () => {
  endpoint = await startModelEndpoint();
  await sharedTraining().reload();
});
afterAll(() => endpoint.close());

/** The first words, and those that come only when the model is told to go on. */
const said = ["Zebra stripes.", "And what do they do at three in the morning?"] as const;

const options = async () => {
  const at = { baseUrl: endpoint.url, model: "small-model", maxRetries: 0, timeoutMs: 20_000 };
  return { connectModel: toConnectModel(at) };
};

onEverySurface(
  { title: "a customer worded by a model", options },
  {
    "is heard while they speak, in the message that will hold all of it": async ({ world, as }) => {
      const ana = as("per_ana");
      await world.ringside.records.write(async (unit) => {
        const person = await unit.people.get("per_ana");
        if (person) await setConsent(unit, { person, purpose: "practice_model", agree: true });
      });
      await ana.says("practice");
      await ana.taps("Start");
      const words = async () => (await ana.all()).map(({ text }) => text).join("\n");
      let goOn = () => {};
      const mayGoOn = new Promise<void>((resolve) => {
        goOn = resolve;
      });
      endpoint.does(model.playsInTwo(said, mayGoOn));
      await world.passes(10_000);
      const saying = ana.says("Our unit has stripes.", { under: "Practice: " });
      await expect.poll(words).toContain(`${said[0]} …`);
      const before = (await ana.all()).length;
      goOn();
      await saying;
      expect(await words()).toContain(said.join(" "));
      expect(await words()).not.toContain(`${said[0]} …`);
      expect((await ana.all()).length).toBe(before);
    },
  },
);

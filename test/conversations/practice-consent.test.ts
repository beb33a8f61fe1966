// Who agrees to a model in practice, and who withdraws in the middle: heard by it only as long as it stands.
import { afterAll, beforeAll, expect } from "vitest";
import { toConnectModel } from "../../src/model/connect-model.ts";
import * as model from "../emulators/model/behaviours.ts";
import { type ModelEndpoint, startModelEndpoint } from "../emulators/model/endpoint.ts";
import { onEverySurface } from "../helpers/surfaces.ts";
import { sharedTraining } from "../helpers/training.ts";

let endpoint: ModelEndpoint;
beforeAll(async () => {
  await sharedTraining().reload();
  endpoint = await startModelEndpoint();
});
afterAll(() => endpoint.close());

const options = async () => ({
  connectModel: toConnectModel({
    ...{ baseUrl: endpoint.url, model: "small-model", maxRetries: 0, timeoutMs: 5_000 },
  }),
});

onEverySurface(
  { title: "a model in practice", options },
  {
    "is offered once, after a practice without it; speaks once agreed to, and is silent again in the middle":
      async ({ world, as }) => {
        const { read } = world.ringside.records;
        endpoint.requests.length = 0;
        const ana = as("per_ana");
        const speaks = async (words: string) => {
          await world.passes(5_000);
          await ana.says(words, { under: "Practice: " });
        };
        const makers = async () => {
          const [session] = await read.practiceSessions.find(
            { personId: "per_ana" },
            { order: { by: "startedAt", descending: true }, limit: 1 },
          );
          const where = { sessionId: session?.id ?? "" };
          const turns = await read.practiceTurns.find(where, { order: { by: "number" } });
          return turns.map(({ speaker, maker }) => maker ?? speaker);
        };
        await ana.says("practice");
        await ana.taps("Keep my practice");
        await ana.taps("Start");
        await speaks("Our zebra-striped unit is the leading one.");
        expect(await makers()).toEqual(["embedded", "rep", "embedded"]);
        await world.passes(400_000);
        expect(endpoint.requests).toEqual([]);
        expect((await ana.all()).map(({ text }) => text).join()).toContain("small-model");
        await ana.taps("Agree");

        await world.passes(5_000);
        await ana.says("privacy");
        const buttons = (await ana.all()).flatMap((shown) => shown.buttons);
        // Platforms cut long labels.
        const withdraw = buttons.findLast(({ label }) =>
          label.startsWith("Withdraw: let the connected chat model play"),
        );
        await ana.says("practice");
        await ana.taps("Start");
        endpoint.does(model.plays({ says: "Zebra stripes. And what do they do at night?" }));
        await speaks("Our zebra-striped unit is the leading one.");
        expect(await makers()).toEqual(["embedded", "rep", "model"]);
        const asked = endpoint.requests.length;
        // On a card of before: where a platform has no threads, words said now are said to the customer.
        await ana.taps("Withdraw", { ref: withdraw?.ref ?? "" });
        await speaks("It is simply the best there is.");
        await world.passes(400_000);
        expect((await makers()).filter((maker) => maker === "model")).toHaveLength(1);
        expect(endpoint.requests).toHaveLength(asked);
        const offered = await read.audits.count({ action: "practice_model.offered" });
        expect(offered).toBe(1);

        const lei = as("per_lei");
        await lei.says("隐私");
        await lei.taps("同意：让已连接的聊天模型扮演演练客户，并给出第二意见");
        const [, granted] = await read.consents.find({ purpose: "practice_model" });
        expect(granted).toMatchObject({ personId: "per_lei", withdrawnAt: null });
      },
  },
);

import { expect } from "vitest";
import { apiServices } from "../../src/commands/start/listeners.ts";
import { createApiKey } from "../../src/web/keys.ts";
import { createPublicApp } from "../../src/web/public-app.ts";
import { onEverySurface } from "../helpers/surfaces.ts";
import type { World } from "../helpers/world.ts";

/** The public listener of this world, and a program with a key. */
async function openProgram({ ringside }: World) {
  const app = createPublicApp({
    ...apiServices(ringside),
    ...{ metrics: ringside.metrics, version: "1", openMetrics: true },
    ready: async () => ({ ok: true, parts: {} }),
    log: { debug: () => {}, error: () => {} },
  });
  const scopes = ["leads:read", "leads:write", "touches:write"];
  const { key } = await ringside.records.write((unit) =>
    createApiKey(unit, { name: "web form", scopes }),
  );
  const headers = { authorization: `Bearer ${key}`, "content-type": "application/json" };
  return {
    async posts(path: string, body: object) {
      const init = { method: "POST", headers, body: JSON.stringify(body) };
      const response = await app.request(`/api/v1${path}`, init);
      await ringside.drain();
      return response.json() as Promise<Record<string, string>>;
    },
    reads: async (path: string) =>
      (await app.request(`/api/v1${path}`, { headers })).json() as Promise<Record<string, unknown>>,
  };
}

onEverySurface("a lead that a program brings", {
  "is offered to the rep who fits, taken in chat, told to the program, and its double is put to the manager":
    async ({ world, as }) => {
      const program = await openProgram(world);
      const { id } = await program.posts("/leads", {
        ...{ name: "Wang Li", company: "Acme Medical", phone: "+44 20 7946 0000" },
        ...{ need: "20 seats", language: "en", externalId: "form-1" },
      });
      const { read } = world.ringside.records;
      const [offer] = await read.assignments.find({ leadId: id ?? "" });
      const [rep, accept] =
        offer?.repId === "per_ana" ? [as("per_ana"), "Accept"] : [as("per_lei"), "接受"];
      expect(await rep.last()).toContain("Wang Li · Acme Medical");
      await rep.taps(accept);
      expect(await program.reads(`/leads/${id}`)).toMatchObject({
        ...{ ownerId: offer?.repId, status: "accepted" },
      });
      // The form is sent twice: there is still one lead, and nobody is told again.
      const cards = (await rep.all()).length;
      await program.posts("/leads", { externalId: "form-1", name: "Wang Li" });
      expect(await read.leads.count({})).toBe(1);
      expect(await rep.all()).toHaveLength(cards);

      // Wang Li of Acme is known already, with an address this form did not have.
      await world.passes(60_000);
      const [double] = await read.nudges.find({ kind: "health" });
      const decider = as(double?.personId ?? "");
      expect((await decider.all()).map(({ text }) => text).join("\n")).toContain(
        double?.card.title ?? "no double was found",
      );

      // Both reps are told, each in their language.
      for (const name of ["赵敏", "Ada", "Bo"]) await program.posts("/leads", { name });
      const last = await Promise.all([as("per_ana").last(), as("per_lei").last()]);
      expect(last[0]).toMatch(/fit \d+\.\d\d of 100/);
      expect(last[1]).toContain("您");
    },
});

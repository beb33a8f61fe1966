// Commands that change something. They run in the process that owns the data folder, wherever they were typed.
import { z } from "zod";
import { Refused } from "../../core/errors.ts";
import type { Ringside } from "../../main.ts";
import { createSample } from "../../sample/create-sample.ts";
import { loadSample } from "../../sample/load-sample.ts";
import { createApiKey, listApiKeys, revokeApiKey } from "../../web/keys.ts";
import { syncArgs, syncHere } from "../crm/sync-here.ts";
import { importArgs, importHere, previewHere } from "../import/import-here.ts";
import { connectArgs } from "../operate/connect/connect-args.ts";
import {
  addHere,
  listHere,
  removeHere,
  resumeHere,
  testHere,
  webhookArgs,
  webhookId,
} from "../operate/webhooks/webhooks-here.ts";
import { addFirstPerson, personArgs } from "./add-person.ts";
import { switchOnPresets } from "./switch-on-presets.ts";

export type WriteCommand = {
  run(args: unknown, ringside: Ringside, progress: (line: unknown) => void): Promise<unknown>;
};

function defineCommand<Args>(
  schema: z.ZodType<Args>,
  run: (args: Args, ringside: Ringside, progress: (line: unknown) => void) => Promise<unknown>,
): WriteCommand {
  return {
    run: (args, ringside, progress) => {
      const parsed = schema.safeParse(args);
      if (!parsed.success) throw new Refused("bad_command", z.prettifyError(parsed.error));
      return run(parsed.data, ringside, progress);
    },
  };
}

export const writeCommands: Record<string, WriteCommand> = {
  "people.add": defineCommand(personArgs, addFirstPerson),
  "people.forget": defineCommand(z.object({ id: z.string() }), async ({ id }, ringside) =>
    (await import("../../core/people/privacy/forget-person.ts")).forgetPerson(
      { ...ringside, store: ringside.records },
      id,
    ),
  ),
  "contacts.forget": defineCommand(z.object({ id: z.string() }), async ({ id }, ringside) =>
    (await import("../../core/people/privacy/forget-contact.ts")).forgetContact(
      { ...ringside, store: ringside.records },
      id,
    ),
  ),
  "sample.load": defineCommand(z.object({}), (_args, ringside) => loadSampleTeam(ringside)),
  "import.preview": defineCommand(importArgs, previewHere),
  "import.run": defineCommand(importArgs, importHere),
  "connect.add": defineCommand(connectArgs, async (args, ringside) =>
    (await connecting()).connectHere(args, ringside),
  ),
  "connect.remove": defineCommand(z.object({ id: z.string() }), async (args, ringside) =>
    (await connecting()).disconnectHere(args, ringside),
  ),
  "connect.list": defineCommand(z.object({}), async (_args, ringside) =>
    (await connecting()).listHere(ringside),
  ),
  "crm.sync": defineCommand(syncArgs, syncHere),
  // Reads only, as the process that owns the folder sees it.
  ask: defineCommand(z.object({ question: z.string(), as: z.string() }), async (args, ringside) =>
    (await import("../ask/report-answer.ts")).askHere(args, ringside),
  ),
  // Reads only, but what the process that owns the folder has open.
  discover: defineCommand(z.object({}), async (_args, ringside) =>
    (await import("../discover/report.ts")).reportHere(ringside),
  ),
  "keys.add": defineCommand(
    z.object({
      ...{ name: z.string(), scopes: z.array(z.string()).min(1) },
      ...{ person: z.string().optional(), team: z.string().optional() },
    }),
    (args, { records }) => records.write((unit) => createApiKey(unit, args)),
  ),
  "keys.list": defineCommand(z.object({}), async (_args, { records }) => ({
    keys: await listApiKeys(records.read),
  })),
  "webhooks.add": defineCommand(webhookArgs, addHere),
  "webhooks.list": defineCommand(z.object({}), (_args, ringside) => listHere(ringside)),
  "webhooks.remove": defineCommand(webhookId, removeHere),
  "webhooks.resume": defineCommand(webhookId, resumeHere),
  "webhooks.test": defineCommand(webhookId, testHere),
  "keys.revoke": defineCommand(z.object({ name: z.string() }), async ({ name }, { records }) => {
    await records.write((unit) => revokeApiKey(unit, name));
    return { revoked: name };
  }),
};

/** Loaded only here: it brings both platforms' SDKs with it. */
const connecting = () => import("../operate/connect/connect-here.ts");

/** Fills an empty installation with the sample team; refuses to mix it with anybody's own people. */
export async function loadSampleTeam({
  records,
  gate,
  events,
  clock,
}: Ringside): Promise<{ people: number }> {
  if ((await records.read.people.count({})) > 0) {
    throw new Refused(
      "not_empty",
      "There are people in this data folder already. Set DATA_DIR to another folder for the sample team.",
    );
  }
  const sample = createSample({ now: clock() });
  await switchOnPresets({ store: records, clock });
  await loadSample(sample, { store: records, gate, events });
  return { people: sample.people.length };
}

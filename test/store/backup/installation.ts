// A small installation with something of everything that a backup has to keep.
import { randomUUID } from "node:crypto";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Person } from "../../../src/core/model.ts";
import { closeWithReport } from "../../../src/core/training/report/close-session.ts";
import { prepareReport } from "../../../src/core/training/report/prepare-report.ts";
import { readLinkKey } from "../../../src/store/link-key.ts";
import { createSecrets } from "../../../src/store/secrets.ts";
import { createSignedLinks } from "../../../src/web/signed-links.ts";
import { played } from "../../core/training/played.ts";
import { testNow } from "../../helpers/people.ts";
import { newDataFolder } from "../../helpers/records.ts";
import { sharedTraining } from "../../helpers/training.ts";
import { createWorld, type World } from "../../helpers/world.ts";

const dayMs = 86_400_000;
/** A file name longer than the old tar format has room for. */
export const longName = `${"录音".repeat(30)}.ogg`;

export type Installation = { world: World; dataDir: string; link: string; sealed: string };

export async function createInstallation(): Promise<Installation> {
  const dataDir = await newDataFolder();
  const world = await createWorld([], { dataDir });
  const { events, assets } = world.ringside;
  await world.arrives("led_acme", { title: "Acme, 20 seats" });
  await events.append(Array.from({ length: 40 }, (_, index) => aTouch(`tch_old_${index}`)));
  await practises(world);
  await assets.save({
    ...{ name: longName, mediaType: "audio/ogg", personId: "per_ana" },
    bytes: Buffer.from("what was said"),
  });
  mkdirSync(join(dataDir, "playbooks", "rules"), { recursive: true });
  writeFileSync(join(dataDir, "playbooks", "rules", "notes.txt"), "ours");
  await world.ringside.drain();
  return {
    ...{ world, dataDir },
    link: linksOf(dataDir).sign(["con_wang"]),
    sealed: createSecrets(dataDir).seal("xoxb-secret", "cnx_1"),
  };
}

/** Links as the installation in this folder signs and reads them. */
export function linksOf(dataDir: string) {
  const key = readLinkKey(dataDir);
  return createSignedLinks({ key, use: "test", lifeMs: dayMs, clock: () => testNow });
}

export const aTouch = (id: string) => ({
  ...{ id, type: "page_viewed", at: testNow, receivedAt: testNow, source: "test" },
  ...{ contactId: "con_wang", anonymousId: null, accountId: "acc_acme", props: { url: "/price" } },
});

async function practises(world: World): Promise<void> {
  const { ringside } = world;
  const training = sharedTraining();
  const person = (await ringside.records.read.people.get("per_ana")) as Person;
  const session = played(training.library(), { language: "en", rep: "excellent" });
  const prepared = await prepareReport(training, { session });
  await agree(world);
  await ringside.records.write(async (unit) => {
    const card = await closeWithReport(unit, { person, sessionId: "prc_1", session, prepared });
    unit.post({ to: "per_ana", card });
  });
}

/** Without it nothing of a practice is kept. */
async function agree({ ringside }: World): Promise<void> {
  const { localChat, drain } = ringside;
  await localChat.say("per_ana", "privacy", randomUUID());
  await drain();
  const shown = JSON.stringify(await localChat.transcript("per_ana", { limit: 20 }));
  const [, ref = ""] = /"label":"Agree: keep my practice[^}]*?"ref":"([^"]+)"/.exec(shown) ?? [];
  await localChat.tap("per_ana", ref, randomUUID());
  await drain();
}

/** What Ana is told when she says this, but for the ids of its buttons. */
export async function answerTo({ ringside }: World, words: string): Promise<string> {
  await ringside.localChat.say("per_ana", words, randomUUID());
  await ringside.drain();
  const messages = await ringside.localChat.transcript("per_ana", { limit: 200 });
  const last = messages.findLast(({ author }) => author === "ringside");
  return JSON.stringify(last?.body, (name, value) =>
    name === "ref" || name === "key" ? undefined : value,
  );
}

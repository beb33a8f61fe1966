// A backup of before somebody was forgotten, put back after the disk was lost.
import { rmSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { mergeContacts } from "../../../src/core/identity/merge-records.ts";
import { operator } from "../../../src/core/people/actor.ts";
import { runDelete } from "../../../src/core/people/privacy/delete-own.ts";
import { forgetContact } from "../../../src/core/people/privacy/forget-contact.ts";
import { forgetPerson } from "../../../src/core/people/privacy/forget-person.ts";
import { restoreBackup } from "../../../src/store/backup/restore-backup.ts";
import { takeBackup } from "../../../src/store/backup/take-backup.ts";
import { findBytes } from "../../helpers/find-bytes.ts";
import { newDataFolder, newFolder } from "../../helpers/records.ts";
import { createWorld, type World } from "../../helpers/world.ts";

const version = "1.2.3";
/** What must not be found again: of a colleague who left, of customers, and what somebody who stays deleted. */
const gone = [
  ...["Quillfeather", "zoe.q@team", "15112345678"],
  ...["Marmolejo", "ines@buyer", "34612345987", "34699111222", "secret-page"],
  ...["zanzibar-marmalade"],
];

it("forgets again whoever was forgotten since, before anybody is answered", async () => {
  const dataDir = await newDataFolder();
  const world = await createWorld([], { dataDir });
  const { file } = await plantAndBackUp(world, dataDir);
  await forgetAll(world);
  const { clock } = world.ringside;
  await world.close();
  for (const words of gone) expect(await findBytes(dataDir, words), words).toEqual([]);

  // Over the data, and elsewhere after the data was lost: the list lies beside the archive too.
  const here = { file, version, now: clock() };
  expect(await restoreBackup({ ...here, dataDir, force: true })).toMatchObject({ toForget: 4 });
  rmSync(dataDir, { recursive: true });
  const folder = newFolder();
  expect(await restoreBackup({ ...here, dataDir: folder })).toMatchObject({ toForget: 4 });
  for (const words of gone) expect(await findBytes(folder, words), words).not.toEqual([]);

  const restored = await createWorld([], { dataDir: folder });
  await restored.close();
  for (const words of gone) expect(await findBytes(folder, words), words).toEqual([]);
  expect(await findBytes(folder, "wang-looked-here")).toEqual(["events.db"]);
});

async function plantAndBackUp(world: World, dataDir: string): Promise<{ file: string }> {
  const { ringside } = world;
  await world.add("person", "per_zoe", {
    ...{ name: "Zoë Quillfeather", email: "zoe.q@team.example", phone: "+4915112345678" },
    ...{ teamId: "tea_all", managerId: "per_mia" },
  });
  await world.add("contact", "con_ines", {
    ...{ name: "Inés Marmolejo", email: "ines@buyer.example", phone: "+34612345987" },
    accountId: "acc_acme",
  });
  await world.add("contact", "con_twin", { name: "I. Marmolejo", phone: "+34699111222" });
  await world.arrives("led_ines", { contactId: "con_ines", title: "Inés Marmolejo, 20 seats" });
  await ringside.events.append([
    touchOf("tch_1", { contactId: "con_ines", props: { who: { email: "ines@buyer.example" } } }),
    touchOf("tch_2", { anonymousId: "cookie-9", props: { page: "secret-page" } }),
    touchOf("tch_3", { contactId: "con_wang", props: { page: "wang-looked-here" } }),
  ]);
  await ringside.localChat.say("per_ana", "note: zanzibar-marmalade");
  await ringside.drain();
  const to = join(newFolder(), "old.tar.gz");
  return takeBackup({ dataDir, to, version, now: ringside.clock() });
}

/** After the backup two contacts turn out to be one, and a stranger to be her. */
async function forgetAll(world: World): Promise<void> {
  const { ringside } = world;
  const { records, gate, events } = ringside;
  const pair = { keptId: "con_ines", mergedId: "con_twin", reasons: [], by: operator };
  await records.write((unit) => mergeContacts({ unit, gate }, pair));
  const who = { anonymousId: "cookie-9", email: "ines@buyer.example" };
  await events.append([touchOf("tch_4", { anonymousId: "cookie-9", props: { who } })]);
  await ringside.drain();

  const services = { ...ringside, store: records };
  await forgetPerson(services, "per_zoe");
  expect(await forgetContact(services, "con_ines")).toMatchObject({ touches: 3 });
  const own = { personId: "per_ana", to: ringside.clock(), count: 1 };
  await records.write(await runDelete(own, services));
  await ringside.drain();
}

function touchOf(id: string, set: object) {
  const at = 1_000;
  const none = { contactId: null, anonymousId: null, accountId: null };
  const touch = { id, type: "page.view", at, receivedAt: at, source: "site", props: {} };
  return { ...touch, ...none, ...set };
}

import { readdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import {
  dropConnection,
  inspectConnections,
  keepConnection,
  readConnections,
} from "../../src/store/connections.ts";
import { createNewId } from "../../src/store/new-id.ts";
import { openRecords, type Records } from "../../src/store/records/records.ts";
import { createSecrets, type Secrets } from "../../src/store/secrets.ts";
import { testNow } from "../helpers/people.ts";
import { newDataFolder } from "../helpers/records.ts";

const acme = {
  surface: "slack",
  workspace: "T1",
  options: { name: "Acme" },
  keys: { botToken: "xoxb-first-secret" },
};
const globex = { ...acme, workspace: "T2", keys: { botToken: "xoxb-second-secret" } };

let folder: string;
let records: Records;
let secrets: Secrets;
beforeEach(async () => {
  folder = await newDataFolder();
  secrets = createSecrets(folder);
  records = await openRecords({
    file: join(folder, "records.db"),
    clock: () => testNow,
    newId: createNewId(),
  });
});
afterEach(() => records.close());

const keep = (one: typeof acme) => keepConnection(records, secrets, one);
const all = () => readConnections(records.client, secrets);

describe("stored connections", () => {
  it("come back with their keys, oldest first", async () => {
    await keep(acme);
    await keep(globex);
    expect(await all()).toMatchObject([acme, globex]);
  });

  it("take new keys for a workspace that is known, under the same id", async () => {
    const first = await keep(acme);
    const again = await keep({ ...acme, keys: { botToken: "xoxb-renewed" } });
    expect(again).toEqual({ id: first.id, isNew: false });
    expect(await all()).toMatchObject([{ keys: { botToken: "xoxb-renewed" } }]);
  });

  it("are read from outside without changing anything", async () => {
    await keep(acme);
    expect(inspectConnections(join(folder, "records.db"), secrets)).toMatchObject([acme]);
  });

  it("say that their key is lost, each for itself", async () => {
    await keep(acme);
    rmSync(join(folder, "secrets.key"));
    const [one] = await all();
    expect(one).not.toHaveProperty("keys");
    expect(one?.problem).toContain("secrets.key is missing");
  });

  it("do not take another row's keys", async () => {
    const first = await keep(acme);
    const second = await keep(globex);
    await records.transaction(async ({ prisma }) => {
      const row = await prisma.connection.findUniqueOrThrow({ where: { id: second.id } });
      await prisma.connection.update({ where: { id: first.id }, data: { secrets: row.secrets } });
    });
    const [changed, other] = await all();
    expect(changed?.problem).toContain("was changed");
    expect(other?.keys).toEqual(globex.keys);
  });

  it("are gone when removed, and removing again says so", async () => {
    const { id } = await keep(acme);
    await dropConnection(records, id);
    expect(await all()).toEqual([]);
    await expect(dropConnection(records, id)).rejects.toThrow("no connection");
  });

  it("leave a note of who did it, without the keys", async () => {
    const { id } = await keep(acme);
    const [note] = await records.read.audits.find({ recordId: id });
    expect(note).toMatchObject({
      action: "connection.keep",
      detail: { surface: "slack", workspace: "T1" },
    });
  });

  it("have no key in clear in any file", async () => {
    await keep(acme);
    await keep({ ...acme, keys: { botToken: "xoxb-renewed" } });
    const files = readdirSync(folder, { withFileTypes: true }).filter((one) => one.isFile());
    const bytes = Buffer.concat(files.map(({ name }) => readFileSync(join(folder, name))));
    expect(bytes.includes("T1")).toBe(true);
    for (const part of ["xoxb-", "first-secret", "renewed"])
      expect(bytes.includes(part)).toBe(false);
  });
});

import { mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Database from "better-sqlite3";
import { expect, it } from "vitest";
import { migrate } from "../../../src/store/records/migrate.ts";
import { migrationNames } from "../../../src/store/records/schema-engine.ts";

const name = migrationNames().find((each) => each.endsWith("_assignment_values")) ?? "";
const script = join(import.meta.dirname, "../../../prisma/migrations", name, "migration.sql");

/** An alternative as it was frozen before: with the reasons of every factor. */
const before = {
  ...{ repId: "per_b", fit: 4_200, rank: 2 },
  contributions: [
    { factor: "won_deals", value: 40, known: true, reason: { params: { account: "Acme" } } },
    { factor: "usage", value: 50, known: false, reason: { params: {} } },
    { factor: "load", value: 70, known: true, reason: { params: { open: 3, capacity: 10 } } },
  ],
  blockedBy: { code: "full", params: { open: 3 }, refs: [] },
};

it("keeps the numbers of assignments frozen before, and lets the others' reasons go", async () => {
  const file = join(mkdtempSync(join(tmpdir(), "ringside-")), "records.db");
  await migrate(file);
  const database = new Database(file);
  const insert = database.prepare(
    `INSERT INTO Assignment (id, leadId, repId, state, fit, contributions, alternatives, rank,
       weightVersionId, decidedAt) VALUES (?, 'led', 'per_a', 'offered', 1, '[]', ?, 1, 'w', 0)`,
  );
  insert.run("asg_1", JSON.stringify([before, { ...before, repId: "per_c", blockedBy: null }]));
  insert.run("asg_2", "[]");
  database.exec(readFileSync(script, "utf8"));
  const rows = database.prepare("SELECT alternatives FROM Assignment ORDER BY id").all();
  database.close();
  const numbers = { fit: 4_200, rank: 2, values: [40, null, 70], open: 3, capacity: 10 };
  expect(rows.map((row) => JSON.parse((row as { alternatives: string }).alternatives))).toEqual([
    [
      { repId: "per_b", ...numbers, blockedBy: before.blockedBy },
      { repId: "per_c", ...numbers, blockedBy: null },
    ],
    [],
  ]);
});

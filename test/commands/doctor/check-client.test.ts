import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { checkClient } from "../../../src/commands/doctor/check-client.ts";

const schema = 'model Lead {\n  id String @id // "one"\n}\n';

/** An installation whose client was generated from `from`, or never. */
function install(from: string | undefined): string {
  const root = mkdtempSync(join(tmpdir(), "ringside-install-"));
  mkdirSync(join(root, "prisma"));
  writeFileSync(join(root, "prisma/leads.prisma"), schema);
  if (from === undefined) return root;
  const folder = join(root, "src/store/generated/internal");
  mkdirSync(folder, { recursive: true });
  writeFileSync(
    join(folder, "class.ts"),
    `config = {\n  "inlineSchema": ${JSON.stringify(from)},\n}`,
  );
  return root;
}

it("finds this installation's client in order", () => {
  expect(checkClient()).toMatchObject({ state: "ok" });
});

it("takes a client whose columns Prisma aligned anew", () => {
  expect(checkClient(install(schema.replace("id String", "id   String")))).toMatchObject({
    state: "ok",
  });
});

it.each([
  ["was never generated", undefined],
  ["leads.prisma", schema.replace("Lead", "Leads")],
])("says what to run where the client %s", (why, from) => {
  expect(checkClient(install(from))).toMatchObject({
    state: "broken",
    why: expect.stringContaining(why),
    fix: expect.stringContaining("node prisma/generate.mjs"),
  });
});

import { afterEach, beforeEach, expect, it } from "vitest";
import { createAgreedToVoice } from "../../src/chat/accounts.ts";
import type { Records } from "../../src/store/records/records.ts";
import { testNow } from "../helpers/people.ts";
import { openTestRecords } from "../helpers/records.ts";

let records: Records;
beforeEach(async () => {
  records = await openTestRecords();
});
afterEach(() => records.close());

it("knows whether an account's person agreed to their voice notes being heard, and nothing of strangers", async () => {
  const agreedTo = createAgreedToVoice(records.read);
  const ana = { connection: "cli_1", externalId: "ou_ana" };
  expect(await agreedTo(ana)).toBeUndefined();
  const of = { personId: "per_ana", surface: "lark", verifiedBy: "email" } as const;
  const consent = { id: "cns_1", personId: "per_ana", purpose: "voice", wording: "w" };
  await records.write(async (unit) => {
    await unit.identities.put({ id: "idn_1", ...of, ...ana, createdAt: testNow, lastSeenAt: null });
  });
  expect(await agreedTo(ana)).toBe(false);
  await records.write((unit) =>
    unit.consents.put({ ...consent, grantedAt: testNow, withdrawnAt: null }),
  );
  expect(await agreedTo(ana)).toBe(true);
  await records.write((unit) =>
    unit.consents.put({ ...consent, grantedAt: testNow, withdrawnAt: testNow + 1 }),
  );
  expect(await agreedTo(ana)).toBe(false);
});

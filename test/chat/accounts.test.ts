import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createAccounts } from "../../src/chat/accounts.ts";
import type { ChatSurface, PlatformUser } from "../../src/chat/adapter.ts";
import type { Records } from "../../src/store/records/records.ts";
import { aPerson, testNow } from "../helpers/people.ts";
import { openTestRecords } from "../helpers/records.ts";

let records: Records;
beforeEach(async () => {
  records = await openTestRecords();
  const ana = aPerson("per_ana", { email: "ana@team.example", phone: "+8613000000000" });
  const gone = aPerson("per_gone", { email: "gone@team.example", active: false });
  await records.write((unit) => unit.putRecords("person", [ana, gone]));
});
afterEach(() => records.close());

/** A platform that knows some accounts. */
function platform(users: Record<string, PlatformUser>): ChatSurface {
  const adapter: ChatSurface["adapter"] = {
    surface: "slack",
    send: async () => ({}),
    update: async () => {},
    whoIs: async ({ externalId }) => users[externalId],
    async findAccount({ email }) {
      const found = Object.entries(users).find(([, user]) => user.email === email);
      return found && { connection: "T1", externalId: found[0] };
    },
  };
  return {
    adapter,
    start: async () => {},
    stop: async () => {},
    state: () => ({ ok: true, why: "" }),
  };
}

const account = (externalId: string) => ({
  surface: "slack" as const,
  connection: "T1",
  externalId,
});
const accountsOf = (users: Record<string, PlatformUser>) =>
  createAccounts({ store: records, clock: () => testNow, surfaces: () => [platform(users)] });

describe("accounts", () => {
  it("belong to whom the platform's verified e-mail names, whatever its case, and stay linked", async () => {
    const accounts = accountsOf({ U1: { email: "Ana@Team.Example", outside: false } });
    expect((await accounts.personOf(account("U1"), { ask: true }))?.id).toBe("per_ana");
    expect((await accountsOf({}).personOf(account("U1"), { ask: false }))?.id).toBe("per_ana");
    expect(await records.read.identities.find({})).toMatchObject([
      { personId: "per_ana", connection: "T1", externalId: "U1", verifiedBy: "email" },
    ]);
  });

  it("belong to whom the verified phone names when there is no e-mail", async () => {
    const accounts = accountsOf({ U1: { phone: "+8613000000000", outside: false } });
    expect((await accounts.personOf(account("U1"), { ask: true }))?.id).toBe("per_ana");
  });

  it("of guests, of people who left, and of people nobody knows belong to nobody", async () => {
    const accounts = accountsOf({
      U1: { email: "ana@team.example", outside: true },
      U2: { email: "gone@team.example", outside: false },
      U3: { email: "else@team.example", outside: false },
      U4: { outside: false },
    });
    for (const id of ["U1", "U2", "U3", "U4", "U5"]) {
      expect(await accounts.personOf(account(id), { ask: true })).toBeUndefined();
    }
    expect(await records.read.identities.count({})).toBe(0);
  });

  it("are not asked about while somebody waits for an answer", async () => {
    const accounts = accountsOf({ U1: { email: "ana@team.example", outside: false } });
    expect(await accounts.personOf(account("U1"), { ask: false })).toBeUndefined();
  });

  it("are found for a person who never wrote, once", async () => {
    const accounts = accountsOf({ U1: { email: "ana@team.example", outside: false } });
    expect(await accounts.findFor("per_ana")).toEqual(account("U1"));
    expect(await accounts.findFor("per_ana")).toEqual(account("U1"));
    expect(await records.read.identities.count({})).toBe(1);
    expect(await accounts.findFor("per_gone")).toBeUndefined();
  });

  it("are remembered as the latest as soon as somebody changes from one to another", async () => {
    let now = testNow;
    const ana = { email: "ana@team.example", outside: false };
    const surfaces = () => [platform({ U1: ana, U2: ana })];
    const accounts = createAccounts({ store: records, clock: () => now, surfaces });
    const latest = async () => {
      const order = { by: "lastSeenAt", descending: true } as const;
      return (await records.read.identities.find({ personId: "per_ana" }, { order }))[0]
        ?.externalId;
    };
    for (const id of ["U1", "U2", "U1", "U2"]) {
      now += 1_000;
      await accounts.personOf(account(id), { ask: true });
    }
    expect(await latest()).toBe("U2");
  });
});

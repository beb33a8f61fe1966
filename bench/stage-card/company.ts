// One rep for each user, each with an open deal and a contact who calls.
import type { Change } from "../../src/core/gate/gate.ts";
import { operator } from "../../src/core/people/actor.ts";
import type { Unit } from "../../src/core/ports.ts";
import type { Ringside } from "../../src/main.ts";
import type { Ended, Platform } from "./wire.ts";

/** Makes everybody; returns the calls that will end, one for each rep. */
export async function createCompany(ringside: Ringside, platforms: Platform[]): Promise<Ended[]> {
  const users = platforms.flatMap((platform) => platform.users.map((user) => ({ platform, user })));
  const calls: Ended[] = [];
  for (const [index, one] of users.entries()) {
    const joining = { ringside, ...one, number: `${index}`.padStart(4, "0") };
    calls.push(await ringside.records.write((unit) => addRep(unit, joining)));
  }
  return calls;
}

type Joining = { ringside: Ringside; platform: Platform; user: string; number: string };

async function addRep(unit: Unit, { ringside, platform, user, number }: Joining): Promise<Ended> {
  const [personId, accountId] = [unit.newId("person"), unit.newId("account")];
  const [firm, rep] = [`Firm${number}`, `rep${number}@team.example`];
  const email = `caller@firm${number}.example`;
  const person = { name: `Rep ${number}`, role: "rep", timeZone: "UTC" } as const;
  const changes: Change[] = [
    { kind: "person", id: personId, create: true, set: { ...person, email: rep } },
    { kind: "account", id: accountId, create: true, set: { name: firm } },
    {
      ...{ kind: "contact", id: unit.newId("contact"), create: true },
      set: { name: `Caller ${number}`, accountId, email },
    },
    {
      ...{ kind: "deal", id: unit.newId("deal"), create: true },
      set: { name: `${firm} seats`, accountId, ownerId: personId, stage: "qualified" },
    },
  ];
  const batch = { by: operator, via: "import", source: "bench", changes, whole: true } as const;
  const [refusal] = await ringside.gate.apply(unit, batch);
  if (refusal) throw new Error(refusal.message);
  const { surface } = platform.app;
  await unit.identities.put({
    ...{ id: unit.newId("identity"), personId, surface, connection: platform.connection },
    ...{ externalId: user, verifiedBy: "email", createdAt: unit.now, lastSeenAt: unit.now },
  });
  return { email, rep, firm };
}

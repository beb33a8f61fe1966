// The company of the soak: reps and managers, English and Chinese, each rep with a customer and a deal of their own.
import type { Change } from "../../src/core/gate/gate.ts";
import { publishRule } from "../../src/core/journey/rules-in-force.ts";
import type { Language } from "../../src/core/model.ts";
import { operator } from "../../src/core/people/actor.ts";
import { setConsent } from "../../src/core/people/consent.ts";
import type { Unit } from "../../src/core/ports.ts";
import { readyPublisher } from "../../src/core/strategy/sandbox/publisher.ts";
import type { Ringside } from "../../src/main.ts";
import { keepConnection } from "../../src/store/connections.ts";
import { createSecrets } from "../../src/store/secrets.ts";
import { createApiKey } from "../../src/web/keys.ts";
import type { Member, Platform } from "./wire.ts";

/** One in so many leads the others. */
const managerEvery = 10;

/** The one rule: a customer who looks, downloads and leaves is called. */
const rule = {
  id: "soak-doubt",
  name: { en: "Quiet doubt about the price", zh: "默默犹豫价格" },
  within: "3d",
  steps: [
    { touch: "page.view", where: { page: "product", dwellSeconds: { gt: 120 } } },
    { touch: "file.download", where: { kind: "whitepaper" } },
    { touch: "page.leave", where: { page: "pricing" } },
  ],
  // biome-ignore lint/suspicious/noThenProperty: the word of the rule language; a rule is never awaited.
  then: { action: "call", dueIn: "24h", talkTrack: "price_anchoring" },
};

/** Makes everybody, stores the platforms' keys, and returns who is who with a key for leads. */
export async function createCompany(
  ringside: Ringside,
  platforms: Platform[],
): Promise<{ members: Member[]; apiKey: string }> {
  const { records } = ringside;
  const secrets = createSecrets(ringside.dataDir);
  for (const platform of platforms) await keepConnection(records, secrets, toStored(platform));
  const users = platforms.flatMap((platform) => platform.users.map((user) => ({ platform, user })));
  const members: Member[] = [];
  await records.write(async (unit) => {
    await apply(unit, ringside, [
      { kind: "team", id: "tea_soak", create: true, set: { name: "All" } },
    ]);
    for (const [number, one] of users.entries()) {
      members.push(await addMember(unit, { ringside, number, ...one }));
    }
    await publishRule(unit, { ruleId: rule.id, source: rule, authorId: null, reason: null });
  });
  const scopes = ["leads:write"];
  const { key } = await records.write((unit) => createApiKey(unit, { name: "soak", scopes }));
  return { members, apiKey: key };
}

/** As `ringside connect` keeps it; where the platform is, is no secret. */
function toStored({ app, connection }: Platform) {
  const { surface, keys } = app;
  if (surface === "slack") {
    const { botToken, appToken, signingSecret, apiUrl = "" } = keys;
    const ways = { ...(appToken ? { appToken } : {}), ...(signingSecret ? { signingSecret } : {}) };
    return {
      ...{ surface, workspace: connection, options: { apiUrl } },
      keys: { botToken, ...ways },
    };
  }
  const { appSecret, encryptKey, verificationToken, domain } = keys;
  const http = encryptKey && verificationToken ? { encryptKey, verificationToken } : {};
  return {
    ...{ surface, workspace: connection, options: { domain } },
    keys: { appSecret, ...http },
  };
}

type Joining = { ringside: Ringside; platform: Platform; user: string; number: number };

async function addMember(unit: Unit, joining: Joining): Promise<Member> {
  const { ringside, platform, user, number } = joining;
  const name = String(number).padStart(4, "0");
  const isManager = number % managerEvery === 0;
  const language: Language = number % 2 === 0 ? "en" : "zh";
  const role: Member["role"] = isManager ? "manager" : "rep";
  const personId = unit.newId("person");
  const firm = language === "en" ? `Firm${name}` : `蓝海${name}`;
  const email = `customer@firm${name}.example`;
  const set = {
    ...{ name: language === "en" ? `Rep ${name}` : `销售${name}`, role, language },
    ...{ teamId: "tea_soak", capacity: 10_000, email: `rep${name}@team.example` },
    timeZone: language === "en" ? "Europe/London" : "Asia/Shanghai",
  } as const;
  await apply(unit, ringside, [
    { kind: "person", id: personId, create: true, set },
    ...customerOf(unit, { personId, firm, email, currency: language === "en" ? "EUR" : "CNY" }),
  ]);
  const { surface } = platform.app;
  await unit.identities.put({
    ...{ id: unit.newId("identity"), personId, surface, connection: platform.connection },
    ...{ externalId: user, verifiedBy: "email", createdAt: unit.now, lastSeenAt: unit.now },
  });
  const person = await unit.people.get(personId);
  if (person) await setConsent(unit, { person, purpose: "practice", agree: true });
  if (isManager) await unit.publishers.put(readyPublisher(personId, unit.now));
  return { platform: platform.name, user, personId, role, language, firm, email };
}

type Customer = { personId: string; firm: string; email: string; currency: string };

function customerOf(unit: Unit, { personId: ownerId, firm, email, currency }: Customer): Change[] {
  const accountId = unit.newId("account");
  const deal = { name: `${firm} seats`, accountId, ownerId, stage: "qualified", currency } as const;
  return [
    { kind: "account", id: accountId, create: true, set: { name: firm } },
    {
      ...{ kind: "contact", id: unit.newId("contact"), create: true },
      set: { name: `Buyer of ${firm}`, accountId, email },
    },
    { kind: "deal", id: unit.newId("deal"), create: true, set: deal },
  ];
}

async function apply(unit: Unit, { gate }: Ringside, changes: Change[]): Promise<void> {
  const batch = { by: operator, via: "import", source: "bench", changes, whole: true } as const;
  const [refusal] = await gate.apply(unit, batch);
  if (refusal) throw new Error(refusal.message);
}

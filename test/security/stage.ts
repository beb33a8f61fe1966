// A company under attack: two reps with secrets of their own, a customer for every attack, and what must not move.
import { createHash } from "node:crypto";
import type { Block, Card } from "../../src/core/card.ts";
import type { Language, Touch } from "../../src/core/model.ts";
import { aVisit, visits } from "../core/identity/world.ts";
import type { World } from "../helpers/world.ts";
import type { Attack } from "./attack.ts";

/** Whom attacks reach, and whose customers they are after; files are for managers to import. */
export const victims = {
  reps: { en: "per_ana", zh: "per_lei" },
  managers: { en: "per_mia", zh: "per_wei" },
} as const;

/** What one rep has and the other may never see. */
export const secrets = {
  per_ana: ["Quillfeather", "+447700900123", "tangerine pledge"],
  per_lei: ["金丝雀特种钢", "+8613800138000", "石榴承诺"],
} as const;

/** Adds the secrets, and consents so that calls and updates are read as far as they ever are. */
export async function withSecrets({ add, ringside }: World): Promise<void> {
  const manager = { role: "manager", language: "zh", teamId: "tea_all" } as const;
  await add("person", "per_wei", { ...manager, name: "魏经理", managerId: "per_mia" });
  for (const [personId, [name, phone, need]] of Object.entries(secrets)) {
    await add("account", `acc_${personId}`, { name, ownerId: personId });
    await add("contact", `con_${personId}`, { name: need, phone, accountId: `acc_${personId}` });
    const at = { accountId: `acc_${personId}`, contactId: `con_${personId}` };
    await add("lead", `led_${personId}`, {
      ...{ ...at, title: name, need, ownerId: personId, status: "accepted" },
    });
    await add("deal", `dea_${personId}`, {
      ...{ name: need, accountId: at.accountId, ownerId: personId, amount: 7_777_123 },
      ...{ stage: "proposal" },
    });
  }
  await ringside.records.write(async (unit) => {
    for (const personId of Object.values(victims.reps)) {
      for (const purpose of ["calls", "update_model", "practice"]) {
        await unit.consents.put({
          ...{ id: `cns_${personId}_${purpose}`, personId, purpose, wording: "" },
          ...{ grantedAt: unit.now, withdrawnAt: null },
        });
      }
    }
  });
}

export type Target = { name: string; key: string; personId: string };

/** A customer of the victim's, with the words planted in its records or its touches where they come that way. */
export async function plant(
  world: World,
  { by, words }: Attack,
  { number, language }: { number: number; language: Language },
): Promise<Target> {
  const isTable = by === "file" || by === "cell";
  const personId = victims[isTable ? "managers" : "reps"][language];
  const key = `${language}_${number}`;
  const base = `${"Zorb Yelm Vank Tuxo Quin Plof Nirv Mogu".split(" ")[number % 8]}${number}${language}`;
  const name = by === "field" ? `${base} ${words}` : base;
  await world.add("account", `acc_${key}`, { name });
  await world.add("contact", `con_${key}`, {
    ...{ name: by === "field" ? words : `P ${base}`, accountId: `acc_${key}` },
    ...(by === "field" ? { title: words } : {}),
    email: `${key}@buyer.example`,
  });
  await world.add("lead", `led_${key}`, {
    ...(by === "lead"
      ? { title: `${base} ${words}`, need: words, source: words }
      : { title: base, accountId: `acc_${key}`, contactId: `con_${key}` }),
    ...{ ownerId: personId, status: "accepted" },
  });
  await world.add("deal", `dea_${key}`, {
    ...{ name: `${base} deal`, accountId: `acc_${key}`, ownerId: personId, stage: "qualified" },
  });
  if (by === "page") await visits(world, ...touchesOf(`${key}@buyer.example`, words));
  return { name: base, key, personId };
}

/** The words wherever a touch carries words: a page's title and address, a file, a ticket, an e-mail. */
function touchesOf(email: string, words: string): Touch[] {
  const who = { email, anonymousId: `v_${email}` };
  const url = `https://shop.example/${encodeURIComponent(words)}`;
  return [
    aVisit(who, { props: { page: words, title: words, url } }),
    aVisit(who, { type: "file.downloaded", props: { file: words, name: words } }),
    aVisit(who, { type: "ticket.opened", source: "zendesk", props: { subject: words } }),
    aVisit(who, { type: "email.open", source: "mailchimp", props: { subject: words } }),
  ];
}

/** Talk and its traces: what may change whenever somebody says something. All other tables hold records and rights. */
const talk = new Set([
  ...["InboxEvent", "InboxAlias", "OutboxMessage", "SentCard", "ActionRef", "Conversation"],
  ...["LocalMessage", "Job", "Asset", "Checkpoint", "Attention", "Nudge", "Identity", "Look"],
  ...["StageUpdate", "Call", "SkillEvidence", "SkillEstimate", "Alert", "Setting"],
  ...[
    "PracticeSession",
    "PracticeReport",
    "Turn",
    "Routine",
    "Audit",
    "ImportBatch",
    "_prisma_migrations",
  ],
]);

/** Every table of records, rights and rules, each as one hash over its rows. */
export function fingerprint({ ringside }: World): Record<string, string> {
  const { sql } = ringside.records;
  const tables = sql
    .all<{ name: string }>(`SELECT "name" FROM sqlite_master WHERE "type" = 'table'`)
    .map(({ name }) => name)
    .filter((name) => !talk.has(name) && !name.startsWith("sqlite_"));
  const hashOf = (name: string) =>
    createHash("sha256")
      .update(JSON.stringify(sql.all(`SELECT * FROM "${name}"`)))
      .digest("hex");
  return Object.fromEntries(tables.map((name) => [name, hashOf(name)]));
}

export type Sent = { target: string; card: Card };

/** Everything decided to be sent after a point, to anybody. */
export function sentAfter({ ringside }: World, sequence: number): Sent[] {
  return ringside.records.sql
    .all<{ target: string; body: string }>(
      `SELECT "target", "body" FROM "OutboxMessage" WHERE "sequence" > ? ORDER BY "sequence"`,
      sequence,
    )
    .map(({ target, body }) => ({ target, card: JSON.parse(body) as Card }));
}

/** Where the outbox stands. */
export function sentSoFar({ ringside }: World): number {
  const [last] = ringside.records.sql.all<{ at: number | null }>(
    `SELECT MAX("sequence") AS "at" FROM "OutboxMessage"`,
  );
  return last?.at ?? 0;
}

/** The refs of every button of a card that asks for a show of something. */
export function buttonsOf(blocks: readonly Block[]): { id: string; label: string; ref: string }[] {
  return blocks.flatMap((block) => {
    if (block.t === "more") return buttonsOf(block.blocks);
    return block.t === "actions" ? block.actions.flatMap((one) => ("ref" in one ? [one] : [])) : [];
  });
}

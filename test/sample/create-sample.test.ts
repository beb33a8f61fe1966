import { describe, expect, it } from "vitest";
import { idPrefixes } from "../../src/core/ids.ts";
import { createMatcher } from "../../src/core/journey/chains/matcher.ts";
import { recordSchemas } from "../../src/core/records/schemas.ts";
import { createSample, type Sample } from "../../src/sample/create-sample.ts";
import { readRules } from "../../src/sources/rules/read-rules.ts";
import { shippedRules } from "../../src/sources/rules/shipped.ts";

const now = Date.UTC(2026, 2, 11, 10, 30);
const dayMs = 86_400_000;
const sample = createSample({ now });
const allLeads = [...sample.leads, ...sample.newLeads];

function withRole(role: string) {
  return sample.people.filter((person) => person.role === role);
}

describe("what the sample holds", () => {
  it("has twelve reps, two managers and a contributor in two teams under one root", () => {
    expect(withRole("rep")).toHaveLength(12);
    expect(withRole("manager")).toHaveLength(2);
    expect(withRole("contributor")).toHaveLength(1);
    expect(sample.people).toHaveLength(15);
    const root = sample.teams.filter((team) => team.parentId === null);
    expect(root).toHaveLength(1);
    expect(sample.teams.filter((team) => team.parentId === root[0]?.id)).toHaveLength(2);
  });

  it("has 60 accounts, 400 closed and 40 open deals, 3,000 touches and 14 new leads", () => {
    expect(sample.accounts).toHaveLength(60);
    expect(sample.deals.filter((deal) => deal.status !== "open")).toHaveLength(400);
    expect(sample.deals.filter((deal) => deal.status === "open")).toHaveLength(40);
    expect(sample.touches).toHaveLength(3000);
    expect(sample.newLeads).toHaveLength(14);
  });

  it("holds twenty accounts of each industry, half of them in China", () => {
    for (const industry of ["finance", "manufacturing", "medical"]) {
      const accounts = sample.accounts.filter((account) => account.industry === industry);
      expect(accounts).toHaveLength(20);
      expect(accounts.filter(({ country }) => country === "CN").length).toBeGreaterThan(8);
    }
    expect(sample.accounts.filter(({ country }) => country === "CN")).toHaveLength(30);
  });

  it("wins about 45 % of the closed deals", () => {
    const won = sample.deals.filter((deal) => deal.status === "won").length;
    expect(won / 400).toBeGreaterThan(0.4);
    expect(won / 400).toBeLessThan(0.5);
  });

  it("has unequal histories and one newcomer without any in each team", () => {
    const histories = withRole("rep").map((rep) => ({
      rep,
      deals: sample.deals.filter((deal) => deal.ownerId === rep.id).length,
    }));
    const newcomers = histories.filter(({ deals }) => deals === 0).map(({ rep }) => rep);
    expect(newcomers.map(({ language }) => language).sort()).toEqual(["en", "zh"]);
    for (const { hiredAt } of newcomers) expect(hiredAt).toBe(now - 14 * dayMs);
    const counts = histories.map(({ deals }) => deals).filter((deals) => deals > 0);
    expect(Math.max(...counts)).toBeGreaterThan(4 * Math.min(...counts));
  });

  it("holds a quiet doubt about the price with a customer of each featured rep, a few hours old", async () => {
    const { rules } = await readRules(shippedRules);
    const doubt = rules.flatMap(({ rule }) => (rule.id === "quiet-pricing-doubt" ? [rule] : []));
    const matches = createMatcher(doubt).take(sample.touches);
    const fresh = matches.filter(({ at }) => at > now - dayMs);
    const ownerOf = new Map(sample.deals.map(({ accountId, ownerId }) => [accountId, ownerId]));
    const owners = fresh.map(({ customer }) => {
      const contact = sample.contacts.find(({ id }) => id === customer);
      return ownerOf.get(contact?.accountId ?? null);
    });
    const { english, chinese } = sample.featured;
    expect(owners.sort()).toEqual([english, chinese].sort());
  });

  it("has touches of every type", () => {
    expect([...new Set(sample.touches.map(({ type }) => type))].sort()).toEqual(touchTypes);
  });

  it("has leads from rich to almost empty, none with an owner", () => {
    for (const lead of sample.newLeads) expect([lead.status, lead.ownerId]).toEqual(["new", null]);
    expect(sample.newLeads.some((lead) => lead.accountId === null && lead.need)).toBe(true);
    expect(sample.newLeads.some((lead) => lead.need === null && lead.language === null)).toBe(true);
    expect(sample.newLeads.some((lead) => lead.budget !== null)).toBe(true);
    expect(
      sample.newLeads.filter((lead) => lead.createdAt > now - 12 * 3_600_000).length,
    ).toBeGreaterThan(10);
  });

  it("leaves nobody with more open leads and deals than their capacity, and one rep full", () => {
    const free = withRole("rep").map((rep) => {
      const deals = sample.deals.filter(
        (each) => each.ownerId === rep.id && each.status === "open",
      );
      const leads = allLeads.filter(
        (each) => each.ownerId === rep.id && each.status === "accepted",
      );
      return rep.capacity - deals.length - leads.length;
    });
    expect(Math.min(...free)).toBe(0);
    expect(free.filter((places) => places === 0)).toHaveLength(1);
  });

  it("features an English and a Chinese rep with history, a newcomer and a manager", () => {
    const find = (id: string) => sample.people.find((person) => person.id === id);
    const { english, chinese, newcomer, manager } = sample.featured;
    expect(find(english)).toMatchObject({ role: "rep", language: "en" });
    expect(find(chinese)).toMatchObject({ role: "rep", language: "zh" });
    expect(find(newcomer)).toMatchObject({ role: "rep", hiredAt: now - 14 * dayMs });
    expect(find(manager)).toMatchObject({ role: "manager" });
  });
});

describe("the same seed and now", () => {
  it("give the same sample", () => {
    expect(createSample({ now, seed: 15 })).toEqual(sample);
  });

  it("share no object between two samples", () => {
    const other = createSample({ now });
    other.people[3]?.territories.push("elsewhere");
    expect(createSample({ now })).toEqual(sample);
  });
});

describe("another seed", () => {
  it("gives other outcomes of the same size", () => {
    const seeds = Array.from({ length: 12 }, (_, index) => index * 7919 + 2);
    for (const seed of seeds) {
      const other = createSample({ now: now - seed * 3_600_000, seed });
      expect(other.touches).toHaveLength(3000);
      expect(other.deals).toHaveLength(440);
      expect(other.deals.map(({ status }) => status)).not.toEqual(
        sample.deals.map(({ status }) => status),
      );
    }
  });
});

describe("records", () => {
  it("have the shapes the gate demands, and pass it unchanged", () => {
    for (const [name, kind] of kinds) {
      if (kind === "touch" || kind === "stageChange") continue;
      const schema = recordSchemas[kind];
      for (const record of sample[name]) expect(schema.parse(record)).toEqual(record);
    }
  });
});

describe("references", () => {
  it("are unique ids with the prefixes of core", () => {
    for (const [name, kind] of kinds) {
      const ids = sample[name].map(({ id }) => id);
      expect(new Set(ids).size).toBe(ids.length);
      const prefix = `${idPrefixes[kind]}_sample_`;
      expect(ids.filter((id) => !id.startsWith(prefix))).toEqual([]);
    }
    expect(new Set(allLeads.map(({ id }) => id)).size).toBe(allLeads.length);
  });

  it("all lead to a record", () => {
    const known = new Set(kinds.flatMap(([name]) => sample[name].map(({ id }) => id)));
    expect(listReferences(sample).filter((id) => !known.has(id))).toEqual([]);
  });

  it("agree: a touch's contact belongs to its account, a deal's lead to its owner", () => {
    const contacts = new Map(sample.contacts.map((contact) => [contact.id, contact]));
    for (const touch of sample.touches) {
      expect(contacts.get(touch.contactId ?? "")?.accountId).toBe(touch.accountId);
    }
    const leads = new Map(allLeads.map((lead) => [lead.id, lead]));
    for (const deal of sample.deals) {
      const lead = leads.get(deal.leadId ?? "");
      expect([lead?.ownerId, lead?.accountId]).toEqual([deal.ownerId, deal.accountId]);
    }
  });

  it("respect territory and licence: every deal is one its owner may sell", () => {
    const people = new Map(sample.people.map((person) => [person.id, person]));
    const accounts = new Map(sample.accounts.map((account) => [account.id, account]));
    for (const deal of sample.deals) {
      const rep = people.get(deal.ownerId ?? "");
      const { industry, territory } = accounts.get(deal.accountId ?? "") ?? {};
      const anywhere = rep?.territories.length === 0;
      expect(anywhere || rep?.territories.includes(territory ?? "")).toBe(true);
      expect(industry === "manufacturing" || rep?.licences.includes(industry ?? "")).toBe(true);
    }
  });
});

describe("times", () => {
  it("are whole milliseconds, none after now", () => {
    const times = sample.touches.flatMap(({ at, receivedAt }) => [at, receivedAt]);
    times.push(...sample.stageChanges.map(({ at }) => at));
    times.push(...sample.deals.flatMap(({ openedAt, closedAt }) => [openedAt ?? 0, closedAt ?? 0]));
    times.push(...allLeads.flatMap(({ createdAt, updatedAt }) => [createdAt, updatedAt]));
    expect(times.every(Number.isInteger)).toBe(true);
    expect(Math.max(...times)).toBeLessThanOrEqual(now);
  });

  it("cover about eighteen months", () => {
    const opened = sample.deals.map(({ openedAt }) => openedAt ?? now);
    const days = (now - Math.min(...opened)) / dayMs;
    expect(days).toBeGreaterThan(450);
    expect(days).toBeLessThan(640);
  });

  it("let every deal pass its stages in order and end where it stands", () => {
    for (const deal of sample.deals) {
      const path = sample.stageChanges.filter(({ dealId }) => dealId === deal.id);
      expect(path.at(-1)?.to).toBe(deal.stage);
      expect(path[0]).toMatchObject({ from: null, to: "new", at: deal.openedAt });
      for (const [index, change] of path.slice(1).entries()) {
        expect(change.from).toBe(path[index]?.to);
        expect(change.at).toBeGreaterThan(path[index]?.at ?? 0);
      }
      if (deal.closedAt !== null) expect(path.at(-1)?.at).toBe(deal.closedAt);
    }
  });

  it("put touches in order, each received after it happened", () => {
    for (const [index, touch] of sample.touches.entries()) {
      expect(touch.receivedAt).toBeGreaterThanOrEqual(touch.at);
      expect(touch.at).toBeGreaterThanOrEqual(sample.touches[index - 1]?.at ?? 0);
    }
  });

  it("put nobody at work before they were hired", () => {
    const hired = new Map(sample.people.map(({ id, hiredAt }) => [id, hiredAt ?? 0]));
    for (const { ownerId, openedAt } of sample.deals) {
      expect(openedAt).toBeGreaterThan(hired.get(ownerId ?? "") ?? now);
    }
  });
});

const kinds = [
  ["teams", "team"],
  ["people", "person"],
  ["accounts", "account"],
  ["contacts", "contact"],
  ["products", "product"],
  ["deals", "deal"],
  ["leads", "lead"],
  ["newLeads", "lead"],
  ["touches", "touch"],
  ["stageChanges", "stageChange"],
] as const;

const touchTypes = [
  "call.made",
  "email.click",
  "email.open",
  "email.reply",
  "email.sent",
  "file.download",
  "form.submit",
  "meeting.booked",
  "meeting.held",
  "message.received",
  "message.sent",
  "page.leave",
  "page.view",
  "product.feature.used",
  "survey.score",
  "ticket.opened",
  "ticket.solved",
  "video.progress",
];

function listReferences(from: Sample): string[] {
  const leads = [...from.leads, ...from.newLeads];
  const all = [
    ...from.teams.map(({ parentId }) => parentId),
    ...from.people.flatMap(({ teamId, managerId }) => [teamId, managerId]),
    ...from.accounts.map(({ ownerId }) => ownerId),
    ...from.contacts.map(({ accountId }) => accountId),
    ...leads.flatMap((lead) => [lead.contactId, lead.accountId, lead.productId, lead.ownerId]),
    ...from.deals.flatMap((deal) => [deal.accountId, deal.leadId, deal.productId, deal.ownerId]),
    ...from.touches.flatMap(({ contactId, accountId }) => [contactId, accountId]),
    ...from.touches.map(({ props }) => (props.personId as string | undefined) ?? null),
    ...from.stageChanges.flatMap(({ dealId, actorId }) => [dealId, actorId]),
    ...Object.values(from.featured),
  ];
  return all.filter((id) => id !== null);
}

// The public pool (公海): leads that are nobody's, for whoever has a free place.
import { note, sentence } from "../../blocks.ts";
import { type Action, type Block, type Card, longestLabel, text } from "../../card.ts";
import { Refused } from "../../errors.ts";
import type { Person } from "../../model.ts";
import { createOrg } from "../../people/org.ts";
import { may } from "../../people/permissions.ts";
import type { Unit } from "../../ports.ts";
import { dateInline, type Reading, readingOf } from "../../text/format.ts";
import type { Ask, Effect } from "../../use-case.ts";
import type { LeadServices } from "../assigning/assign-leads.ts";
import { postAssignment } from "../assigning/post-assignment.ts";
import { fitOf } from "../fit.ts";
import { customerName } from "../gathering/customer.ts";
import type { LeadFacts, RepFacts, TeamFacts } from "../gathering/facts.ts";
import { countOpen, gatherLeads, gatherTeam } from "../gathering/gather.ts";
import { blockOf } from "../limits.ts";
import { weightsBySegment } from "../weighing/weights.ts";
import { decideFor } from "./give-lead.ts";

/** Rows a phone shows without endless scrolling, and leads that get a button. */
const maxRows = 20;
const maxButtons = 5;

/** Those a rep may sell to, best fit first; a manager sees all, with who could be given them. */
export async function listPool(services: LeadServices, person: Person): Promise<Effect> {
  const { store, events, clock, library } = services;
  if (!may(person, "pool.read", {}, createOrg([], []))) throw new Refused("forbidden", "no pool");
  const sources = { read: store.read, events, now: clock(), library };
  const inPool = await store.read.leads.find({ status: "pool", ownerId: null });
  const facts = await gatherLeads(
    inPool.map(({ id }) => id),
    sources,
  );
  const team = await gatherTeam(sources);
  const rep = team.reps.find((one) => one.person.id === person.id);
  return async (unit) => {
    const weightsOf = await weightsBySegment(unit);
    const fitFor = (one: RepFacts, lead: LeadFacts) =>
      fitOf({ lead, rep: one, team }, weightsOf(lead.account).weights).fit;
    const rows = facts
      .filter((lead) => !rep || canSell(lead, rep, team))
      .map((lead) => ({ lead, fit: rep ? fitFor(rep, lead) : null }))
      .sort((a, b) => (b.fit ?? 0) - (a.fit ?? 0) || a.lead.lead.createdAt - b.lead.lead.createdAt);
    unit.post({
      to: person.id,
      card: poolCard(unit, person, { rows, hidden: facts.length - rows.length }),
    });
    return {};
  };
}

/** Hard limits but those of the moment: being full or having declined it once does not hide a lead. */
function canSell(lead: LeadFacts, rep: RepFacts, team: TeamFacts): boolean {
  const free = { ...rep, open: 0, absence: null, gentle: null };
  const anew = { ...lead, declinedBy: new Set<string>() };
  return rep.person.capacity > 0 && blockOf(anew, free, team) === null;
}

type Row = { lead: LeadFacts; fit: number | null };

function poolCard(
  unit: Unit,
  person: Person,
  { rows, hidden }: { rows: Row[]; hidden: number },
): Card {
  const reading = readingOf(person);
  const { ownership } = reading.texts;
  const key = `pool:${person.id}:${unit.newId("message")}`;
  const takes = person.role === "rep";
  const action = takes ? "lead.take" : "lead.give";
  const actions = rows.slice(0, maxButtons).map(({ lead }): Action => {
    const customer = customerName(lead);
    const label = takes
      ? ownership.pool.take({ customer })
      : reading.texts.leads.giveTitle({ customer });
    const params = { leadId: lead.lead.id };
    return {
      id: action,
      label: label.slice(0, longestLabel),
      ref: unit.arm({ action, params, personId: person.id, cardKey: key }),
    };
  });
  const title = ownership.pool.title;
  const blocks: Block[] =
    rows.length > 0
      ? [tableOf(rows.slice(0, maxRows), reading), { t: "actions", actions }]
      : [sentence(ownership.pool.none)];
  const rest = Math.max(0, rows.length - maxRows);
  const notes = [
    ...(rest > 0 ? [reading.texts.leads.more({ count: rest })] : []),
    ...(hidden > 0 ? [ownership.pool.hidden({ count: hidden })] : []),
  ];
  const context: Block[] = notes.length > 0 ? [note(notes.join("\n"))] : [];
  return { key, title, tone: "info", summary: title, blocks: [...blocks, ...context] };
}

function tableOf(rows: Row[], { texts, format }: Reading): Block {
  const { listColumns } = texts.leads;
  return {
    t: "table",
    columns: [listColumns.lead, listColumns.fit, listColumns.since],
    rows: rows.map(({ lead, fit }) => [
      [text(customerName(lead))],
      [text(fit === null ? "" : format.points(fit))],
      [dateInline(lead.lead.updatedAt, "day", format)],
    ]),
    numeric: [1],
  };
}

/** Whoever is first gets it, if they may sell it and have a place. Told from its fit like every other lead. */
export async function takeLead(services: LeadServices, { person, params }: Ask): Promise<Effect> {
  const { store, events, clock, library } = services;
  if (!may(person, "pool.take", {}, createOrg([], []))) throw new Refused("forbidden", "no taking");
  const sources = { read: store.read, events, now: clock(), library };
  const team = await gatherTeam(sources);
  const [facts] = await gatherLeads([params.leadId ?? ""], sources);
  const rep = team.reps.find((one) => one.person.id === person.id);
  return async (unit) => {
    const { texts, format } = readingOf(person);
    const lead = await unit.leads.get(params.leadId ?? "");
    if (!facts || !rep || lead?.status !== "pool") return { toast: texts.ownership.pool.gone };
    rep.open = (await countOpen(unit, [person.id])).get(person.id) ?? 0;
    const block = blockOf({ ...facts, declinedBy: new Set() }, { ...rep, gentle: null }, team);
    if (block) {
      const why = texts.leads.blocks[block.code]?.(block.params, format) ?? block.code;
      return { toast: texts.ownership.pool.blocked({ why }) };
    }
    const until = await othersFirst(unit, services, { person, leadId: lead.id });
    if (until) return { toast: texts.ownership.pool.othersFirst({ day: format.day(until) }) };
    await take(unit, services, { rep, facts, team });
    return { toast: texts.leads.acceptedToast };
  };
}

/** Until when whoever lost this lead leaves it to the others. */
async function othersFirst(
  unit: Unit,
  { ownership }: LeadServices,
  { person, leadId }: { person: Person; leadId: string },
): Promise<number | undefined> {
  const lost = await unit.ownerChanges.find({
    ...{ kind: "lead", recordId: leadId, fromId: person.id, toId: null },
    at: { gt: unit.now - ownership.othersFirstMs },
  });
  const last = Math.max(...lost.map(({ at }) => at));
  return lost.length > 0 ? last + ownership.othersFirstMs : undefined;
}

type Taking = { rep: RepFacts; facts: LeadFacts; team: TeamFacts };

async function take(
  unit: Unit,
  { gate }: LeadServices,
  { rep, facts, team }: Taking,
): Promise<void> {
  const weights = (await weightsBySegment(unit))(facts.account);
  const { person } = rep;
  const offered = {
    ...decideFor(rep, { facts, team, weights: weights.weights }),
    ...{ id: unit.newId("assignment"), weightVersionId: weights.id, batch: 1, authorId: person.id },
    ...{ reason: null, decidedAt: unit.now },
  };
  // Offered first: whoever it is offered to may write it.
  await unit.assignments.put(offered);
  const [refusal] = await gate.apply(unit, {
    by: { kind: "person", person },
    ...{ via: "chat", source: "chat", reason: "taken from the pool" },
    changes: [{ kind: "lead", id: facts.lead.id, set: { ownerId: person.id, status: "accepted" } }],
  });
  if (refusal) throw new Refused("forbidden", refusal.message);
  const accepted = { ...offered, state: "accepted" as const, closedAt: unit.now };
  await unit.assignments.put(accepted);
  await postAssignment(unit, accepted);
}

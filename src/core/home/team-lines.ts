// My team: open leads per rep, who waits longest, and what is nobody's.
import { heading, sentence } from "../blocks.ts";
import { type Action, type Block, type Inline, longestLabel, text } from "../card.ts";
import type { Arm } from "../leads/cards/assignment-card.ts";
import { customerName } from "../leads/gathering/customer.ts";
import { type HeldLead, teamLeads } from "../leads/visible-leads.ts";
import type { Person } from "../model.ts";
import { createOrg } from "../people/org.ts";
import type { Reader } from "../ports.ts";
import { dateInline, type Reading } from "../text/format.ts";
import type { Section } from "./section.ts";

const maxReps = 15;
/** Leads without an owner that get a button of their own. */
const maxButtons = 3;

export const teamLines: Section = async ({ store, person, reading }) => {
  const held = await teamLeads(store.read, person);
  const loads = (await repsUnder(store.read, person))
    .map((rep) => loadOf(rep, held))
    .sort((a, b) => b.waiting - a.waiting || b.accepted - a.accepted);
  const free = held.filter(({ lead }) => lead.status === "new");
  const { texts } = reading;
  return (arm) => [
    heading(texts.home.team),
    ...loadBlocks(loads, reading),
    ...longestBlocks(held, loads, reading),
    ...(free.length > 0 ? [sentence(texts.home.unassigned({ count: free.length }))] : []),
    { t: "actions", actions: buttons(free, reading, arm) },
  ];
};

type Load = { rep: Person; accepted: number; waiting: number };

async function repsUnder(read: Reader, manager: Person): Promise<Person[]> {
  const everybody = await read.people.find({});
  const org = createOrg(everybody, await read.teams.find({}));
  return everybody.filter(
    ({ id, role, active }) => active && role === "rep" && org.isUnder(manager.id, id),
  );
}

function loadOf(rep: Person, held: HeldLead[]): Load {
  const accepted = held.filter(({ lead }) => lead.ownerId === rep.id).length;
  const waiting = held.filter(
    ({ assignment }) => assignment?.state === "offered" && assignment.repId === rep.id,
  ).length;
  return { rep, accepted, waiting };
}

function loadBlocks(loads: Load[], { texts, format }: Reading): Block[] {
  const { home } = texts;
  if (loads.length === 0) return [sentence(home.noTeam)];
  const rows = loads
    .slice(0, maxReps)
    .map(({ rep, accepted, waiting }): Inline[][] => [
      [text(rep.name)],
      [text(format.number(accepted))],
      [text(format.number(waiting))],
    ]);
  const rest = loads.length - rows.length;
  const { rep, accepted, waiting } = home.teamColumns;
  const columns = [rep, accepted, waiting];
  return [
    { t: "table", columns, rows, numeric: [1, 2] },
    ...(rest > 0 ? [sentence(home.moreReps({ count: rest }))] : []),
  ];
}

function longestBlocks(held: HeldLead[], loads: Load[], { texts, format }: Reading): Block[] {
  const [longest] = held
    .filter(({ assignment }) => assignment?.state === "offered")
    .sort((a, b) => (a.assignment?.decidedAt ?? 0) - (b.assignment?.decidedAt ?? 0));
  const rep = loads.find((load) => load.rep.id === longest?.assignment?.repId)?.rep;
  if (!longest?.assignment || !rep) return [];
  const words = texts.home.longest({ customer: customerName(longest), name: rep.name });
  return [
    { t: "text", text: [text(words), dateInline(longest.assignment.decidedAt, "both", format)] },
  ];
}

function buttons(free: HeldLead[], { texts }: Reading, arm: Arm): Action[] {
  const give = free.slice(0, maxButtons).map(
    (one): Action => ({
      id: "lead.give",
      label: texts.leads.giveTitle({ customer: customerName(one) }).slice(0, longestLabel),
      ref: arm("lead.give", { leadId: one.lead.id }),
    }),
  );
  const all = texts.chat.help.examples.team_leads ?? "";
  return [...give, { id: "ask.team_leads", label: all, ref: arm("ask", { text: all }) }];
}

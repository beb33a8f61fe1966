// Leads that nobody can take: the manager hears of each, once.
import { sentence } from "../../blocks.ts";
import type { Card } from "../../card.ts";
import { text } from "../../card.ts";
import type { Person } from "../../model.ts";
import { managerOf } from "../../people/org.ts";
import type { Unit } from "../../ports.ts";
import { type Reading, readingOf } from "../../text/format.ts";
import type { Arm } from "../cards/assignment-card.ts";
import { customerName } from "../gathering/customer.ts";
import type { LeadFacts } from "../gathering/facts.ts";
import type { LeadDecision } from "./decide.ts";

/** The key of the card that tells of a lead nobody can take. */
export function unassignedKey(leadId: string): string {
  return `unassigned:${leadId}`;
}

/** Nobody can take a lead: one manager gets a card with who was kept out by what, never silence. */
export async function tellUnassigned(
  unit: Unit,
  facts: LeadFacts,
  { alternatives }: LeadDecision,
): Promise<void> {
  const people = await unit.people.find({});
  const best = people.find(({ id }) => id === alternatives[0]?.repId);
  const manager =
    (best && managerOf(best, people, await unit.teams.find({}))) ??
    people.find(({ role, active }) => role === "manager" && active);
  if (!manager) return;
  const cardKey = unassignedKey(facts.lead.id);
  const card = renderUnassigned(
    { facts, alternatives, people },
    readingOf(manager),
    (action, params) => unit.arm({ action, params, personId: manager.id, cardKey }),
  );
  unit.post({ to: manager.id, card });
}

type Kept = { facts: LeadFacts; alternatives: LeadDecision["alternatives"]; people: Person[] };

function renderUnassigned({ facts, alternatives, people }: Kept, reading: Reading, arm: Arm): Card {
  const { texts, format } = reading;
  const { unassigned, blocks, columns, listColumns } = texts.leads;
  const customer = customerName(facts);
  const params = { leadId: facts.lead.id };
  const rows = alternatives
    .slice(0, 5)
    .map(({ repId, fit, blockedBy }) => [
      [text(people.find(({ id }) => id === repId)?.name ?? repId)],
      [text(format.points(fit))],
      [
        text(
          blockedBy ? (blocks[blockedBy.code]?.(blockedBy.params, format) ?? blockedBy.code) : "",
        ),
      ],
    ]);
  return {
    key: unassignedKey(facts.lead.id),
    title: unassigned.title({ customer }),
    subtitle: unassigned.subtitle,
    tone: "warn",
    summary: unassigned.summary({ customer }),
    blocks: [
      rows.length > 0
        ? {
            t: "table",
            columns: [listColumns.rep, columns.points, texts.leads.whyNot],
            rows,
            numeric: [1],
          }
        : sentence(unassigned.noReps),
      {
        t: "actions",
        actions: [
          {
            id: "lead.give",
            label: unassigned.give,
            ref: arm("lead.give", params),
            style: "primary",
          },
          { id: "lead.retry", label: unassigned.again, ref: arm("lead.retry", params) },
        ],
      },
    ],
  };
}

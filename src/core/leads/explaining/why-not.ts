// "Why not …?": a manager sees the numbers of their own people; a rep sees a band, for colleagues' numbers are theirs.
import { note, sentence } from "../../blocks.ts";
import { type Block, type Card, text } from "../../card.ts";
import type { Person } from "../../model.ts";
import { readOrg } from "../../people/org.ts";
import { may } from "../../people/permissions.ts";
import { type Reading, readingOf } from "../../text/format.ts";
import { type Answer, type Ask, type Effect, textOf } from "../../use-case.ts";
import type { Alternative, Assignment } from "../assigning/assignment.ts";
import { sharesOf } from "../fit.ts";
import { customerName, viewLead } from "../gathering/customer.ts";
import { readableAssignment } from "../ownership/own-assignment.ts";
import { bandOf } from "./compare.ts";

/** Asks about whom of those who were ranked. */
export function askWhyNot({ person, params }: Ask): Effect {
  return async (unit) => {
    const { leads } = readingOf(person).texts;
    const assignment = await readableAssignment(unit, person, params.assignmentId);
    const ids = assignment.alternatives.map(({ repId }) => repId);
    const colleagues = (await unit.people.find({ id: ids }, { order: { by: "name" } })).filter(
      ({ id }) => id !== person.id,
    );
    const cardKey = `why_not:${assignment.id}`;
    const ref = unit.arm({ action: "lead.why_not.submit", params, personId: person.id, cardKey });
    const card: Card = {
      key: cardKey,
      title: leads.whyNotTitle,
      tone: "info",
      summary: leads.whyNotTitle,
      blocks: [
        {
          t: "form",
          id: "why_not",
          fields: [
            {
              kind: "person",
              name: "colleague",
              label: leads.whyNotWho,
              required: true,
              options: colleagues.map(({ id, name }) => ({ value: id, label: name })),
            },
          ],
          submit: { id: "lead.why_not.submit", label: leads.whyNotSubmit, ref, style: "primary" },
        },
      ],
    };
    return colleagues.length > 0 ? { open: card } : { toast: leads.nextInLine.none };
  };
}

/** What set the two apart, in numbers or in bands as the reader's rights are. */
export function whyNot({ person, params, values }: Answer): Effect {
  return async (unit) => {
    const reading = readingOf(person);
    const { leads } = reading.texts;
    const assignment = await readableAssignment(unit, person, params.assignmentId);
    const colleague = await unit.people.get(textOf(values, "colleague"));
    const rival = assignment.alternatives.find(({ repId }) => repId === colleague?.id);
    const view = await viewLead(unit, assignment.leadId);
    if (!colleague || !rival || !view) return { errors: { colleague: leads.whyNotWho } };

    const org = await readOrg(unit);
    const seesNumbers = may(person, "factors.read", { ownerIds: [rival.repId] }, org);
    const title = leads.whyNotAnswer({ name: colleague.name, customer: customerName(view) });
    const pair = { assignment, rival, colleague };
    const card: Card = {
      key: `why_not:${assignment.id}:${colleague.id}:${person.id}`,
      title,
      tone: "info",
      summary: title,
      blocks: seesNumbers ? withNumbers(pair, reading) : asBand(pair, reading),
    };
    unit.post({ to: person.id, card });
    return {};
  };
}

type Pair = { assignment: Assignment; rival: Alternative; colleague: Person };

function asBand({ assignment, rival, colleague }: Pair, { texts }: Reading): Block[] {
  const band = rival.blockedBy ? "blocked" : bandOf(assignment.fit - rival.fit);
  return [
    sentence(texts.leads.whyNotBands[band]({ name: colleague.name })),
    note(texts.leads.bandsOnly),
  ];
}

function withNumbers({ assignment, rival, colleague }: Pair, { texts, format }: Reading): Block[] {
  const { columns, factors, blocks, whyNotBlocked, whyNotCompared } = texts.leads;
  const { name } = colleague;
  const why = rival.blockedBy;
  const words = why
    ? whyNotBlocked({ name, why: blocks[why.code]?.(why.params, format) ?? why.code })
    : whyNotCompared({
        name,
        fit: format.points(assignment.fit),
        theirs: format.points(rival.fit),
      });
  const theirs = sharesOf(rival.values, assignment.contributions);
  const rows = assignment.contributions.map(({ factor, points }, at) => [
    [text(factors[factor] ?? factor)],
    [text(format.points(points))],
    [text(format.points(theirs[at]?.points ?? 0))],
  ]);
  const total = [
    [text(texts.leads.total)],
    [text(format.points(assignment.fit))],
    [text(format.points(rival.fit))],
  ];
  return [
    sentence(words),
    {
      t: "table",
      columns: [columns.factor, texts.leads.listColumns.rep, name],
      rows: [...rows, total],
      numeric: [1, 2],
    },
  ];
}

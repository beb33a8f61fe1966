// The card about a CRM that is away or refuses our keys; edited when it is back.
import { offerNudge } from "../../attention/offer-nudge.ts";
import { note, sentence } from "../../blocks.ts";
import { type Card, text } from "../../card.ts";
import type { Person } from "../../model.ts";
import type { Unit } from "../../ports.ts";
import { dateInline, type Reading, readingOf } from "../../text/format.ts";
import type { CrmConnection } from "./mapping.ts";
import type { CrmServices } from "./services.ts";
import type { CrmLine } from "./stored.ts";

type About = { connection: CrmConnection; line: CrmLine };

/** Tells whoever runs Ringside. */
export async function tellLine(
  unit: Unit,
  { workdays }: CrmServices,
  { connection, line }: About,
): Promise<void> {
  const waiting = await unit.crmWrites.count({ connector: connection.name, state: "queued" });
  for (const person of await keepersOf(unit)) {
    const card = renderLine(readingOf(person), { connection, line, waiting });
    await offerNudge(unit, workdays, { person, kind: "crm", value: 0.95, card });
  }
}

/** Operators who talk to Ringside, else the managers nobody manages. */
export async function keepersOf(unit: Pick<Unit, "people">): Promise<Person[]> {
  const operators = await unit.people.find({ role: "operator", active: true });
  if (operators.length > 0) return operators;
  const managers = await unit.people.find({ role: "manager", active: true });
  return managers.filter(({ managerId }) => managerId === null);
}

function renderLine(
  { texts, format }: Reading,
  { connection, line, waiting }: About & { waiting: number },
): Card {
  const { crm } = texts;
  const { label: name, fix } = connection.connector;
  const isBack = line.state === "ok";
  const { back, auth, down, mapping, todo } = crm.line;
  const title = { ok: back, auth, down, mapping }[line.state]({ name });
  const todos = { auth: [fix], mapping: [crm.line.check], ok: [], down: [] }[line.state];
  const since = isBack
    ? []
    : [{ label: crm.line.since, value: [dateInline(line.since, "both", format)] }];
  return {
    key: `crm:line:${connection.name}`,
    title,
    tone: isBack ? "good" : "bad",
    summary: title,
    blocks: [
      sentence(isBack ? crm.line.sending : crm.line.safe),
      {
        t: "fields",
        items: [
          ...since,
          { label: crm.line.waiting, value: [text(format.number(waiting))] },
          ...(line.error && !isBack
            ? [{ label: crm.line.said({ name }), value: [text(line.error)] }]
            : []),
        ],
      },
      ...todos.map((what) => note(todo({ fix: what }))),
    ],
  };
}

// A manager adds somebody to their team in chat.
import { z } from "zod";
import type { Card, Field } from "../card.ts";
import type { Gate } from "../gate/gate.ts";
import { type Language, languages, type Person, type Role } from "../model.ts";
import type { Unit } from "../ports.ts";
import { isTimeZone } from "../records/schemas.ts";
import { readingOf } from "../text/format.ts";
import { type Answer, type Effect, textOf } from "../use-case.ts";
import { fromLocalTime, localTime } from "./working-time.ts";

/** The form for somebody new. */
export function askPerson(person: Person): Effect {
  return async (unit) => {
    unit.post({ to: person.id, card: formCard(unit, person) });
    return {};
  };
}

/** The newcomer reports to whoever adds them; an e-mail somebody has already is refused at its field. */
export function addPerson({ gate }: { gate: Gate }, { person, params, values }: Answer): Effect {
  return async (unit) => {
    const { texts } = readingOf(person);
    const { add } = texts.people;
    const name = textOf(values, "name");
    const email = textOf(values, "email").toLowerCase();
    const errors = await check(unit, { name, email }, add);
    if (errors) return { errors };
    const set = { ...toPerson(values, person), name, email: email || null };
    const [refusal] = await gate.apply(unit, {
      by: { kind: "person", person },
      via: "chat",
      source: "chat",
      changes: [{ kind: "person", id: unit.newId("person"), create: true, set }],
    });
    if (refusal) return { errors: toErrors(refusal.field, add, texts.chat.forbidden) };
    const title = add.added({ name });
    const key = params.cardKey ?? title;
    return { toast: title, card: { key, title, tone: "good", summary: title, blocks: [] } };
  };
}

async function check(
  unit: Unit,
  { name, email }: { name: string; email: string },
  add: Sentences,
): Promise<Record<string, string> | undefined> {
  if (!name) return { name: add.nameless };
  if (!email) return undefined;
  if (!z.email().safeParse(email).success) return { email: add.badEmail };
  return (await unit.people.count({ email })) > 0 ? { email: add.taken } : undefined;
}

const addable = ["rep", "manager", "contributor"] as const satisfies Role[];

function toPerson(values: Answer["values"], manager: Person): Partial<Person> {
  const role = addable.find((one) => one === textOf(values, "role")) ?? "rep";
  const language = languages.find((one) => one === textOf(values, "language")) ?? manager.language;
  const territories = textOf(values, "territories").split(/[,，、]/);
  return {
    role,
    language,
    languages: [language],
    timeZone: textOf(values, "timeZone") || manager.timeZone,
    capacity: Number(textOf(values, "capacity") || "20"),
    ...hiredOn(textOf(values, "firstDay"), textOf(values, "timeZone") || manager.timeZone),
    territories: territories.map((one) => one.trim()).filter(Boolean),
    teamId: manager.teamId,
    managerId: manager.id,
  };
}

const noon = 12 * 60;

/** Their first day, where they are; left empty, or in a zone nobody knows, none is kept. */
function hiredOn(day: string, timeZone: string): Partial<Person> {
  const isKnown = /^\d{4}-\d\d-\d\d$/.test(day) && !Number.isNaN(Date.parse(day));
  if (!isKnown || !isTimeZone(timeZone)) return {};
  return { hiredAt: fromLocalTime({ day, minutes: noon }, timeZone) };
}

type Sentences = ReturnType<typeof readingOf>["texts"]["people"]["add"];

function toErrors(field: string | null, add: Sentences, otherwise: string): Record<string, string> {
  if (field === "timeZone") return { timeZone: add.badZone };
  if (field === "capacity") return { capacity: add.badCapacity };
  return { [field ?? "name"]: otherwise };
}

function formCard(unit: Unit, person: Person): Card {
  const { add } = readingOf(person).texts.people;
  const key = `add_person:${unit.newId("message")}`;
  const action = "person.add.submit";
  const ref = unit.arm({ action, params: {}, personId: person.id, cardKey: key });
  const options = (names: Record<string, string>) =>
    Object.entries(names).map(([value, label]) => ({ value, label }));
  const fields: Field[] = [
    { kind: "text", name: "name", label: add.name, required: true },
    { kind: "text", name: "email", label: add.email },
    { kind: "select", name: "role", label: add.role, options: options(add.roles), value: "rep" },
    {
      kind: "select",
      name: "language",
      label: add.language,
      options: options(add.languages satisfies Record<Language, string>),
      value: person.language,
    },
    { kind: "text", name: "timeZone", label: add.timeZone, value: person.timeZone },
    { kind: "text", name: "territories", label: add.territories },
    { kind: "number", name: "capacity", label: add.capacity, value: 20 },
    {
      ...{ kind: "date", name: "firstDay", label: add.firstDay, hint: add.firstDayHint },
      value: localTime(unit.now, person.timeZone).day,
    },
  ];
  return {
    key,
    title: add.title,
    tone: "info",
    summary: add.title,
    blocks: [
      {
        t: "form",
        id: "add_person",
        fields,
        submit: { id: action, label: add.submit, ref, style: "primary" },
      },
    ],
  };
}

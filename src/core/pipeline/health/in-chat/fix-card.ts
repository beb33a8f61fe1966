// One record to put right, with its form in the card; what else waits stands below.
import { note, sentence } from "../../../blocks.ts";
import type { Block, Card, Field } from "../../../card.ts";
import { budgetStatuses, type Person } from "../../../model.ts";
import { localTime } from "../../../people/working-time.ts";
import type { Unit } from "../../../ports.ts";
import { type Reading, readingOf } from "../../../text/format.ts";
import { nameOfContract } from "../../contracts/say-contract.ts";
import type { Fix, Problem } from "../problems.ts";

export type FixView = {
  person: Person;
  fixes: readonly Fix[];
  toFix: number;
  /** Records that were answered or passed over on this card. */
  done: readonly string[];
  key: string;
  /** What was just put right. */
  fixed?: string;
};

/** Fields asked at once, and records named below. */
const [mostFields, mostNamed] = [5, 4];

/** The card; a friendly one where nothing is left. */
export function fixCard(unit: Unit, view: FixView): Card {
  const { person, fixes, toFix, done, key, fixed } = view;
  const reading = readingOf(person);
  const { fix: texts } = reading.texts.health;
  const waiting = fixes.filter(({ subject }) => !done.includes(subject.record.id));
  const [first, ...rest] = waiting;
  const said: Block[] = fixed ? [sentence(texts.fixed({ name: fixed }))] : [];
  if (!first) {
    const body = done.length > 0 ? texts.through : texts.nothing;
    return {
      ...{ key, title: texts.well, tone: "good", summary: texts.well },
      blocks: [...said, sentence(body)],
    };
  }
  const left = Math.max(waiting.length, toFix - done.length);
  return {
    ...{ key, title: texts.title({ count: left }), tone: "info", summary: texts.summary },
    blocks: [
      ...said,
      sentence(sayFix(first, reading)),
      formOf(unit, { ...view, fix: first }, reading),
      ...restBlocks(rest, reading),
      note(texts.how),
    ],
  };
}

function sayFix({ subject, problems }: Fix, reading: Reading): string {
  const { fix: texts } = reading.texts.health;
  const separator = reading.language === "zh" ? "；" : "; ";
  const wrong = problems.slice(0, mostFields).map((problem) => sayProblem(problem, reading));
  const kind = texts.kinds[subject.kind] ?? subject.kind;
  return texts.record({ kind, name: subject.name, wrong: wrong.join(separator) });
}

/** What is wrong with a field, in words. */
export function sayProblem({ contract, code }: Problem, reading: Reading): string {
  const say = reading.texts.health.fix.problems[code];
  return say ? say({ field: nameOfContract(contract, reading) }) : code;
}

function restBlocks(rest: readonly Fix[], reading: Reading): Block[] {
  if (rest.length === 0) return [];
  const lines = rest.slice(0, mostNamed).map((fix): Block => sentence(sayFix(fix, reading)));
  return [{ t: "more", title: reading.texts.health.fix.next, blocks: lines }];
}

function formOf(
  unit: Unit,
  { person, key, done, fix }: FixView & { fix: Fix },
  reading: Reading,
): Block {
  const { fix: texts } = reading.texts.health;
  const { subject } = fix;
  const asked = fix.problems.slice(0, mostFields);
  const params = {
    ...{ kind: subject.kind, recordId: subject.record.id, done: done.join(",") },
    fields: asked.map(({ contract }) => contract.field).join(","),
  };
  const button = (id: string, label: string) => ({
    ...{ id, label },
    ref: unit.arm({ action: id, params, personId: person.id, cardKey: key }),
  });
  const mayBeUnknown = asked.some(({ contract, code }) => code === "missing" && contract.unknown);
  const until: Field = { kind: "date", name: "until", label: texts.until, hint: texts.untilHint };
  return {
    ...{ t: "form", id: "health_fix" },
    fields: [
      ...asked.map((problem) => fieldOf(problem, subject.record, reading)),
      ...(mayBeUnknown ? [until] : []),
    ],
    submit: { ...button("health.fix", texts.save), style: "primary" },
    others: [button("health.skip", texts.skip)],
  };
}

/** What is old stands in the form, to be confirmed; what is no answer does not. */
function fieldOf(
  { contract, code }: Problem,
  record: Readonly<Record<string, unknown>>,
  reading: Reading,
): Field {
  const base = { name: contract.field, label: nameOfContract(contract, reading) };
  const value = code === "stale" || code === "drifted" ? record[contract.field] : undefined;
  if (typeof value === "number") return numberField(base, { contract, value }, reading);
  if (contract.type === "date") return { ...base, kind: "date" };
  if (contract.type === "money" || contract.type === "number") return { ...base, kind: "number" };
  const given = typeof value === "string" ? { value } : {};
  if (contract.field !== "budgetStatus") return { ...base, kind: "text", ...given };
  const { budget } = reading.texts.health.fix;
  const options = budgetStatuses.map((each) => ({ value: each, label: budget[each] ?? each }));
  return { ...base, kind: "select", options, ...given };
}

/** A number as its field has it: moments are days where the reader is. */
function numberField(
  base: Pick<Field, "name" | "label">,
  { contract, value }: { contract: Problem["contract"]; value: number },
  { timeZone }: Reading,
): Field {
  if (contract.type !== "date") return { ...base, kind: "number", value };
  return { ...base, kind: "date", value: localTime(value, timeZone).day };
}

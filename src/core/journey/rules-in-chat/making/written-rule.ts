// A rule written as text, for those who want it: checked like a file, every mistake with its line, column and fix.
import { note, sentence } from "../../../blocks.ts";
import type { Card, FormBlock } from "../../../card.ts";
import type { Person } from "../../../model.ts";
import type { Unit } from "../../../ports.ts";
import { type Reading, readingOf } from "../../../text/format.ts";
import type { Problem } from "../../../training/library.ts";
import { type Answer, type Ask, type Effect, textOf } from "../../../use-case.ts";
import type { Rule } from "../../rules/rule.ts";
import { nameOfRule } from "../../rules/say-rule.ts";
import { assertMayPublish, findRule } from "../known-rules.ts";
import { startPreview } from "../preview-rule.ts";
import { saveRule } from "../save-rule.ts";
import type { RuleServices } from "../services.ts";

/** As much as anybody can read; twenty steps with everything take half of it. */
const mostCharacters = 10_000;
const mostProblems = 5;

/** Opens the text of a company's own rule, or an example to write over. */
export async function askText(
  { store, ruleFiles }: RuleServices,
  { person, params }: Ask,
): Promise<Effect> {
  assertMayPublish(person);
  const { ruleId } = params;
  const written = ruleId
    ? ruleFiles.write((await findRule(store.read, ruleFiles, ruleId)).source)
    : example;
  return async (unit) => {
    const { written: words } = readingOf(person).texts.rules;
    const form = textForm(unit, { person, ruleId, written });
    const card: Card = {
      ...{ key: `rule_text:${unit.newId("message")}`, title: words.title, tone: "info" },
      ...{ summary: words.title, blocks: [form] },
    };
    return { open: card };
  };
}

const example = `id: my-rule
within: 3d
steps:
  - { touch: page.view, where: { page: pricing } }
  - { touch: form.submit }
unless: [ { touch: meeting.booked } ]
cooldown: 7d
then: { action: call, dueIn: 24h }
`;

type Form = { person: Person; ruleId?: string | undefined; written: string; cardKey?: string };

function textForm(unit: Unit, { person, ruleId, written, cardKey = "" }: Form): FormBlock {
  const { written: words } = readingOf(person).texts.rules;
  const action = "rule.text.submit";
  const params: Record<string, string> = ruleId === undefined ? {} : { ruleId };
  const ref = unit.arm({ action, params, personId: person.id, cardKey });
  return {
    ...{ t: "form", id: "rule_text" },
    fields: [
      {
        ...{ kind: "multiline", name: "text", label: words.label, hint: words.hint },
        ...{ value: written, required: true },
      },
    ],
    submit: { id: action, label: words.submit, ref, style: "primary" },
  };
}

/** Reads what was written: a new rule is saved switched off, a known one of the company's tried as a draft. */
export async function submitText(
  services: RuleServices,
  { person, params, values }: Answer,
): Promise<Effect> {
  assertMayPublish(person);
  const reading = readingOf(person);
  const { written: words } = reading.texts.rules;
  const written = textOf(values, "text");
  if (!written) return refuse([words.empty], { person, params, written });
  if (written.length > mostCharacters) {
    return refuse([words.tooLong({ max: mostCharacters })], { person, params, written: "" });
  }
  const { rules, problems } = await services.ruleFiles.parse(written);
  if (problems.length > 0) {
    return refuse(sayProblems(problems, reading), { person, params, written });
  }
  const [read] = rules;
  if (!read || rules.length > 1) return refuse([words.one], { person, params, written });
  return take(services, { ...read, person, params, written });
}

type Submitted = { person: Person; params: Ask["params"]; written: string };
type Taken = Submitted & { rule: Rule; source: unknown };

async function take({ store, ruleFiles }: RuleServices, taken: Taken): Promise<Effect> {
  const { rule, source, person, params } = taken;
  const reading = readingOf(person);
  const { written: words, create } = reading.texts.rules;
  const { id } = rule;
  const filed = (await ruleFiles.all()).rules.find((one) => one.rule.id === id);
  if (filed?.origin === "shipped") return refuse([words.shipped({ id })], taken);
  if (params.ruleId && params.ruleId !== id) {
    return refuse([words.otherId({ id: params.ruleId })], taken);
  }
  const known = await store.read.rules.get(id);
  if (!params.ruleId && (known || filed)) return refuse([create.taken({ id })], taken);
  return async (unit) => {
    const basedOn = known?.versionId ?? (await saveRule(unit, person, source as { id: string }));
    startPreview(unit, person, { ruleId: id, source, basedOn });
    return params.ruleId ? {} : { toast: create.saved({ name: nameOfRule(rule, reading) }) };
  };
}

function sayProblems(problems: readonly Problem[], { texts }: Reading): string[] {
  const { written: words } = texts.rules;
  const said = problems.slice(0, mostProblems).map((problem) => {
    const { message, fix } = problem;
    return words.problem({ ...problem, message: words.said(message), fix: words.said(fix) });
  });
  const rest = problems.length - said.length;
  return rest > 0 ? [...said, words.more({ count: rest })] : said;
}

/** At the field of the form it came from, or on a card with the form again when it came as a message. */
function refuse(sentences: string[], { person, params, written }: Submitted): Effect {
  return async (unit) => {
    if (params.cardKey !== undefined) return { errors: { text: sentences.join("\n") } };
    const { written: words } = readingOf(person).texts.rules;
    const key = `rule_text:${unit.newId("message")}`;
    const form = textForm(unit, { person, written: written || example, cardKey: key });
    const card: Card = {
      ...{ key, title: words.refused, tone: "warn", summary: words.refused },
      blocks: [...sentences.map(sentence), note(words.again), form],
    };
    unit.post({ to: person.id, card });
    return {};
  };
}

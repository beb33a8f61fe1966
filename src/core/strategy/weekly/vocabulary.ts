// What a claim may name, as this company calls it: rules, teams, industries, and the actions the form offers.
import type { Option } from "../../card.ts";
import { nameOfRule } from "../../journey/rules/say-rule.ts";
import { listRules } from "../../journey/rules-in-chat/known-rules.ts";
import { signOptions } from "../../journey/rules-in-chat/making/signs.ts";
import type { Person } from "../../model.ts";
import { createOrg } from "../../people/org.ts";
import { readingOf } from "../../text/format.ts";
import type { Claim } from "../claim.ts";
import type { Vocabulary } from "../read-claim.ts";
import type { Names } from "../say-claim.ts";
import type { StrategyServices } from "../services.ts";

export type Words = Vocabulary & {
  names: Names;
  /** Teams this manager may claim something about. */
  ownTeams: readonly { id: string; name: string }[];
};

/** Reads it, for one person. */
export async function readWords(
  { store, ruleFiles }: Pick<StrategyServices, "store" | "ruleFiles">,
  person: Person,
): Promise<Words> {
  const { read } = store;
  const reading = readingOf(person);
  const { rules: known } = await listRules(read, ruleFiles, reading);
  const teams = await read.teams.find({}, { order: { by: "name" } });
  const people = await read.people.find({ active: true });
  const accounts = await read.accounts.find({});
  const org = createOrg(await read.people.find({}), teams);
  const isOwn = (id: string) => {
    const members = people.filter(({ teamId, role }) => teamId === id && role !== "operator");
    const reps = members.filter(({ role }) => role === "rep");
    return reps.length > 0 && reps.every((one) => org.isUnder(person.id, one.id));
  };
  return {
    rules: known.map(({ rule }) => ({
      id: rule.id,
      names: [rule.name.en, rule.name.zh].filter((name) => name !== undefined),
    })),
    teams,
    industries: [...new Set(accounts.flatMap(({ industry }) => industry ?? []))].sort(),
    names: {
      rules: new Map(known.map(({ rule }) => [rule.id, nameOfRule(rule, reading)])),
      teams: new Map(teams.map(({ id, name }) => [id, name])),
    },
    ownTeams: teams.filter(({ id }) => isOwn(id)),
  };
}

/** Every action the form offers: what we do first, then rules, then what customers do. */
export function actionOptions({ names }: Pick<Words, "names">, person: Person): Option[] {
  const reading = readingOf(person);
  const { moreTouches } = reading.texts.strategy.claim;
  const { rule } = reading.texts.strategy.claim;
  const signs = signOptions(reading);
  const ours = signs.filter(({ value }) => isOurs(value.split(" ")[0] ?? ""));
  return [
    ...ours.map(({ value, label }) => ({ value: `touch ${value}`, label })),
    ...Object.entries(moreTouches).map(([type, label]) => ({ value: `touch ${type}`, label })),
    ...[...names.rules].map(([id, name]) => ({ value: `rule ${id}`, label: rule({ name }) })),
    ...signs
      .filter((sign) => !ours.includes(sign))
      .map(({ value, label }) => ({ value: `touch ${value}`, label })),
  ].slice(0, mostOptions);
}

/** What a list on the narrowest platform holds. */
const mostOptions = 100;

const ourTypes = new Set(["call.made", "email.sent", "message.sent", "meeting.held", "note.added"]);

/** Whether a touch is something the team does, not the customer. */
export function isOurs(type: string): boolean {
  return ourTypes.has(type) || type.startsWith("quote.") || type.startsWith("demo.");
}

/** The action behind an option of the form. */
export function toAction(value: string): Claim["action"] | undefined {
  const [kind, first = "", , part] = value.split(" ");
  if (kind === "rule" && first) return { kind: "rule", ruleId: value.slice("rule ".length) };
  if (kind !== "touch" || !first) return undefined;
  return { kind: "touch", type: first, ...(part ? { part } : {}) };
}

/** The option of the form behind an action. */
export function toOption(action: Claim["action"]): string {
  if (action.kind === "rule") return `rule ${action.ruleId}`;
  if (action.kind === "script") return `script ${action.scriptId}`;
  const { type, part } = action;
  if (part === undefined) return `touch ${type}`;
  return `touch ${type} ${type.startsWith("page.") ? "page" : "kind"} ${part}`;
}

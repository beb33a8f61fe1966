// "rules": every rule with its state and how often it fires; "rules <name>": one of them.
import { note, sentence as say } from "../../blocks.ts";
import { type Action, type Block, type Card, type Inline, longestLabel, text } from "../../card.ts";
import type { Person } from "../../model.ts";
import type { Unit } from "../../ports.ts";
import { toLooseKey } from "../../records/names.ts";
import { dateInline, type Reading, readingOf } from "../../text/format.ts";
import type { Problem } from "../../training/library.ts";
import type { Ask, Effect } from "../../use-case.ts";
import { nameOfRule } from "../rules/say-rule.ts";
import { type KnownRule, listRules } from "./known-rules.ts";
import { type Firing, firingOf } from "./rule-use.ts";
import type { RuleServices } from "./services.ts";
import { showRule } from "./show-rule.ts";

/** Rows of one card, each with a button. */
const maxRows = 12;
const mostProblems = 10;

/** Lists the rules, or opens the one whose name or id was given. */
export async function askRules(
  services: RuleServices,
  person: Person,
  name: string,
): Promise<Effect> {
  const reading = readingOf(person);
  const { rules } = await listRules(services.store.read, services.ruleFiles, reading);
  const named = name === "" ? undefined : byName(rules, name, reading);
  if (named) return showRule(services, { person, params: { ruleId: named.rule.id } });
  return listCard(services, { person, from: 0, unknown: name });
}

/** The next rows of the list. */
export function moreRules(services: RuleServices, { person, params }: Ask): Promise<Effect> {
  return listCard(services, { person, from: Number(params.from) || 0, unknown: "" });
}

/** An exact name wins; else the only rule whose name or id has the words in it. */
function byName(rules: readonly KnownRule[], name: string, reading: Reading) {
  const wanted = toLooseKey(name);
  const names = ({ rule }: KnownRule) => [rule.id, nameOfRule(rule, reading)].map(toLooseKey);
  const exact = rules.find((one) => names(one).includes(wanted));
  const like = rules.filter((one) => names(one).some((part) => part.includes(wanted)));
  return exact ?? (like.length === 1 ? like[0] : undefined);
}

type Listing = { person: Person; from: number; unknown: string };

async function listCard(
  { store, ruleFiles, clock }: RuleServices,
  { person, from, unknown }: Listing,
): Promise<Effect> {
  const reading = readingOf(person);
  const now = clock();
  const { rules, problems } = await listRules(store.read, ruleFiles, reading);
  const shown = rules.slice(from, from + maxRows);
  const rows = await Promise.all(
    shown.map(async (one) => {
      const firing = await firingOf(store.read, { ruleId: one.rule.id, now });
      return toRow(one, firing, reading);
    }),
  );
  return async (unit) => {
    const { list } = reading.texts.rules;
    const key = `rules:${unit.newId("message")}`;
    const on = rules.filter(({ state }) => state === "on").length;
    const rest = rules.length - from - shown.length;
    const actions = listActions(unit, { person, key, shown, next: rest > 0 ? from + maxRows : 0 });
    const card: Card = {
      ...{ key, title: list.title, tone: "info", summary: list.title },
      subtitle: list.subtitle({ on, all: rules.length }),
      blocks: [
        ...(unknown ? [say(list.unknown({ name: unknown.slice(0, 100) }))] : []),
        ...(rows.length > 0
          ? [{ t: "table" as const, columns: list.columns, rows, numeric: [3] }]
          : [say(list.none)]),
        { t: "actions", actions },
        ...(rest > 0 ? [note(list.more({ count: rest }))] : []),
        note(list.hint),
        ...(person.role === "manager" ? brokenFiles(problems, reading) : []),
      ],
    };
    unit.post({ to: person.id, card });
    return {};
  };
}

function brokenFiles(problems: readonly Problem[], { texts }: Reading): Block[] {
  const { list, written } = texts.rules;
  if (problems.length === 0) return [];
  const blocks = problems.slice(0, mostProblems).map((problem) => {
    const [message, fix] = [written.said(problem.message), written.said(problem.fix)];
    return say(list.broken({ ...problem, message, fix }));
  });
  return [{ t: "more", title: list.brokenTitle, blocks }];
}

function toRow({ rule, state }: KnownRule, firing: Firing, reading: Reading): Inline[][] {
  const { list, states } = reading.texts.rules;
  const { lastAt, perWeek } = firing;
  return [
    [text(nameOfRule(rule, reading))],
    [text(states[state])],
    [lastAt === null ? text(list.never) : dateInline(lastAt, "both", reading.format)],
    [text(reading.format.number(perWeek))],
  ];
}

type Buttons = { person: Person; key: string; shown: readonly KnownRule[]; next: number };

function listActions(unit: Unit, { person, key, shown, next }: Buttons): Action[] {
  const reading = readingOf(person);
  const { list } = reading.texts.rules;
  const arm = (action: string, params: Record<string, string | number>) =>
    unit.arm({ action, params, personId: person.id, cardKey: key });
  const open = shown.map(
    ({ rule }): Action => ({
      id: "rule.open",
      label: nameOfRule(rule, reading).slice(0, longestLabel),
      ref: arm("rule.open", { ruleId: rule.id }),
    }),
  );
  const more: Action[] =
    next > 0 ? [{ id: "rule.more", label: "…", ref: arm("rule.more", { from: next }) }] : [];
  const blank: Action[] =
    person.role === "manager"
      ? [{ id: "rule.new", label: list.blank, ref: arm("rule.new", {}), style: "primary" }]
      : [];
  return [...open, ...more, ...blank];
}

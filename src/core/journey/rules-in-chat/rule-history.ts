// Every version of a rule, and the way back to any of them.
import { sentence } from "../../blocks.ts";
import { type Action, type Card, type Inline, text } from "../../card.ts";
import { NotFound } from "../../errors.ts";
import type { Person } from "../../model.ts";
import type { Unit } from "../../ports.ts";
import { dateInline, readingOf } from "../../text/format.ts";
import type { Ask, Effect } from "../../use-case.ts";
import { publishRule } from "../rules-in-force.ts";
import type { RuleVersion } from "../stored.ts";
import { auditRule } from "./audit-rule.ts";
import { changesBetween, ruleOf } from "./draft.ts";
import { assertMayPublish, findRule, ruleName } from "./known-rules.ts";
import type { RuleServices } from "./services.ts";

/** Versions shown, and those with a button. */
const [mostRows, mostButtons] = [20, 5];

/** Posts the versions, latest first. */
export async function showHistory(
  { store, ruleFiles }: RuleServices,
  { person, params }: Ask,
): Promise<Effect> {
  const { rule, version: current } = await findRule(store.read, ruleFiles, params.ruleId);
  const versions = await store.read.ruleVersions.find(
    { ruleId: rule.id },
    { order: { by: "number", descending: true }, limit: mostRows + 1 },
  );
  const people = await store.read.people.find({
    id: versions.flatMap((one) => one.authorId ?? []),
  });
  const names = new Map(people.map(({ id, name }) => [id, name]));
  return async (unit) => {
    const { history } = readingOf(person).texts.rules;
    const key = `rule_history:${unit.newId("message")}`;
    const title = history.title({ name: ruleName(rule, person) });
    const rows = versions
      .slice(0, mostRows)
      .map((version, index) => toRow({ version, before: versions[index + 1], names }, person));
    const others = versions.filter(({ id }) => id !== current?.id).slice(0, mostButtons);
    const card: Card = {
      ...{ key, title, tone: "info", summary: title },
      blocks:
        rows.length === 0
          ? [sentence(history.none)]
          : [
              { t: "table", columns: history.columns, rows, numeric: [0] },
              { t: "actions", actions: backActions(unit, { person, key, versions: others }) },
            ],
    };
    unit.post({ to: person.id, card });
    return {};
  };
}

type Row = {
  version: RuleVersion;
  before: RuleVersion | undefined;
  names: ReadonlyMap<string, string>;
};

function toRow({ version, before, names }: Row, person: Person): Inline[][] {
  const reading = readingOf(person);
  const { history, card } = reading.texts.rules;
  const { number, createdAt, authorId, reason, body } = version;
  const changes = before ? changesBetween(before.body, body, reading) : [history.first];
  return [
    [text(String(number))],
    [dateInline(createdAt, "both", reading.format)],
    [text(names.get(authorId ?? "") ?? card.ringside)],
    [text(reason ?? "–")],
    [text(changes.join(" · ") || history.same)],
  ];
}

type Back = { person: Person; key: string; versions: readonly RuleVersion[] };

function backActions(unit: Unit, { person, key, versions }: Back): Action[] {
  const { history } = readingOf(person).texts.rules;
  return versions.map(({ id, number }) => ({
    id: "rule.rollback",
    label: history.back({ number }),
    confirm: history.confirm({ number }),
    ref: unit.arm({
      ...{ action: "rule.rollback", params: { versionId: id }, personId: person.id, cardKey: key },
    }),
  }));
}

/** Publishes an old version anew. A rule that was off stays off. */
export function rollBack({ person, params }: Ask): Effect {
  assertMayPublish(person);
  return async (unit) => {
    const { history } = readingOf(person).texts.rules;
    const version = await unit.ruleVersions.get(params.versionId ?? "");
    const stored = await unit.rules.get(version?.ruleId ?? "");
    if (!version || !stored) throw new NotFound("gone", `No version ${params.versionId}.`);
    const { ruleId, number, body, backtest } = version;
    const id = await publishRule(unit, {
      ...{ ruleId, source: body, authorId: person.id, backtest },
      reason: history.reason({ number }),
    });
    await unit.rules.update(ruleId, { state: stored.state });
    const published = (await unit.ruleVersions.get(id))?.number ?? number;
    await auditRule(unit, person, {
      action: "rule.rolled_back",
      ruleId,
      detail: { number, published },
    });
    const title = `${ruleName(ruleOf({ source: body }), person)} · ${history.done({ number, published })}`;
    const key = params.cardKey ?? `rule_back:${id}`;
    return { toast: title, card: { key, title, tone: "good", summary: title, blocks: [] } };
  };
}

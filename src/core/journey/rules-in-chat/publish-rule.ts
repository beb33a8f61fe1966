// Switching a rule on, or publishing a changed one: a version with an author, a reason and its back-test. Whoever
// started from a version that is no longer the last is told what happened meanwhile, and decides again.
import { sentence } from "../../blocks.ts";
import type { Card, Outcome } from "../../card.ts";
import type { Person } from "../../model.ts";
import type { Unit } from "../../ports.ts";
import { noteRuleOn } from "../../strategy/adoption/adopt.ts";
import { readingOf } from "../../text/format.ts";
import { type Answer, type Ask, type Effect, textOf } from "../../use-case.ts";
import { publishRule } from "../rules-in-force.ts";
import type { RuleVersion } from "../stored.ts";
import { auditRule } from "./audit-rule.ts";
import { changesBetween, fromParams, ruleOf, toParams } from "./draft.ts";
import { assertMayPublish, ruleName } from "./known-rules.ts";
import { scheduleReview } from "./review-rules.ts";

const mostReason = 500;

/** Asks for the reason. */
export function askPublish({ person, params }: Ask): Effect {
  assertMayPublish(person);
  return async (unit) => {
    const { publish } = readingOf(person).texts.rules;
    const { cardKey = "", ...carried } = params;
    const action = "rule.publish.submit";
    const ref = unit.arm({ action, params: carried, personId: person.id, cardKey });
    const title = publish.title({ name: ruleName(ruleOf(fromParams(params).draft), person) });
    const card: Card = {
      ...{ key: `rule_publish:${unit.newId("message")}`, title, tone: "info", summary: title },
      blocks: [
        {
          ...{ t: "form", id: "rule_publish" },
          fields: [{ kind: "text", name: "reason", label: publish.reason, required: true }],
          submit: { id: action, label: publish.submit, ref, style: "primary" },
        },
      ],
    };
    return { open: card };
  };
}

/** Publishes, unless somebody was quicker. */
export function submitPublish({ person, params, values }: Answer): Effect {
  assertMayPublish(person);
  return async (unit) => {
    const { publish } = readingOf(person).texts.rules;
    const { draft, test } = fromParams(params);
    const reason = textOf(values, "reason").slice(0, mostReason);
    if (!reason) return { errors: { reason: publish.needed } };
    const { versionId = null } = (await unit.rules.get(draft.ruleId)) ?? {};
    const latest = versionId === null ? undefined : await unit.ruleVersions.get(versionId);
    if (latest && latest.id !== draft.basedOn) return tellClash(unit, { person, params, latest });
    const { ruleId, source } = draft;
    const id = await publishRule(unit, {
      ...{ ruleId, source, authorId: person.id, reason, backtest: test },
    });
    const number = (await unit.ruleVersions.get(id))?.number ?? 1;
    await auditRule(unit, person, { action: "rule.on", ruleId, detail: { number, reason } });
    await noteRuleOn(unit, person, ruleId);
    scheduleReview(unit);
    const title = publish.done({ name: ruleName(ruleOf(draft), person), number });
    const key = params.cardKey ?? `rule_on:${id}`;
    return { toast: title, card: { key, title, tone: "good", summary: title, blocks: [] } };
  };
}

type Clash = { person: Person; params: Ask["params"]; latest: RuleVersion };

/** Who published what meanwhile, and the choice between theirs and one's own. */
async function tellClash(unit: Unit, { person, params, latest }: Clash): Promise<Outcome> {
  const reading = readingOf(person);
  const { publish, card: words } = reading.texts.rules;
  const { draft, test } = fromParams(params);
  const author = latest.authorId ? await unit.people.get(latest.authorId) : undefined;
  const key = params.cardKey ?? `rule_clash:${latest.id}`;
  const title = publish.clashTitle({ name: ruleName(ruleOf(draft), person) });
  const arm = (action: string, carried: Record<string, string>) =>
    unit.arm({ action, params: carried, personId: person.id, cardKey: key });
  const mine = toParams({ ...draft, basedOn: latest.id }, test ?? undefined);
  const said = {
    author: author?.name ?? words.ringside,
    ...{ number: latest.number, reason: latest.reason ?? "–" },
    time: `${reading.format.day(latest.createdAt)} ${reading.format.time(latest.createdAt)}`,
  };
  const card: Card = {
    ...{ key, title, tone: "warn", summary: title },
    blocks: [
      sentence(publish.clash(said)),
      ...changesBetween(latest.body, draft.source, reading).map(sentence),
      {
        t: "actions",
        actions: [
          {
            ...{ id: "rule.open", label: publish.theirs, style: "primary" },
            ref: arm("rule.open", { ruleId: draft.ruleId }),
          },
          { id: "rule.publish", label: publish.mine, ref: arm("rule.publish", mine) },
        ],
      },
    ],
  };
  return { toast: title, card };
}

// Once a week: a rule whose actions most people find useless is proposed for retirement, once for each of its versions.
import { offerNudge } from "../../attention/offer-nudge.ts";
import { note, sentence } from "../../blocks.ts";
import type { Card } from "../../card.ts";
import { weekMs } from "../../durations.ts";
import type { Person } from "../../model.ts";
import type { Reader, Unit } from "../../ports.ts";
import { readingOf } from "../../text/format.ts";
import { findRule, type KnownRule, ruleName } from "./known-rules.ts";
import { type Usefulness, usefulnessOf } from "./rule-use.ts";
import type { RuleServices } from "./services.ts";

export const reviewJob = "rules.review";

/** Fewer judged actions than this say nothing; more than half of them useless proposes retirement. */
const leastJudged = 10;
const mostUseless = 0.5;
/** Above half of what competes for a manager's two messages: it saves the whole team's. */
const proposalValue = 0.6;

/** Has the rules looked at in the week to come. Switching one on calls this; the job calls it for itself. */
export function scheduleReview(unit: Unit): void {
  const runAt = (Math.floor(unit.now / weekMs) + 1) * weekMs;
  unit.schedule({ kind: reviewJob, key: `${reviewJob}:${runAt}`, runAt, payload: {} });
}

type Proposal = { known: KnownRule; use: Usefulness; to: Person };

/** The job: proposes, and comes again in a week as long as a rule is on. */
export async function reviewRules({
  store,
  ruleFiles,
  workdays,
}: RuleServices): Promise<(unit: Unit) => Promise<void>> {
  const on = await store.read.rules.find({ state: "on" });
  const proposals: Proposal[] = [];
  for (const { id } of on) {
    const known = await findRule(store.read, ruleFiles, id);
    const use = await usefulnessOf(store.read, { ruleId: id, versionId: known.version?.id });
    const to = isUseless(use) ? await managerFor(store.read, known) : undefined;
    if (to) proposals.push({ known, use, to });
  }
  return async (unit) => {
    if (on.length > 0) scheduleReview(unit);
    for (const proposal of proposals) {
      const card = proposalCard(unit, proposal);
      const asked = await unit.nudges.count({ cardKey: card.key });
      if (asked > 0) continue;
      const { to } = proposal;
      await offerNudge(unit, workdays, { person: to, kind: "insight", value: proposalValue, card });
    }
  };
}

function isUseless({ done, useless }: Usefulness): boolean {
  return done + useless >= leastJudged && useless / (done + useless) > mostUseless;
}

/** Who switched it on, else whoever is highest. */
async function managerFor(
  read: Pick<Reader, "people">,
  { version }: KnownRule,
): Promise<Person | undefined> {
  const managers = await read.people.find(
    { role: "manager", active: true },
    { order: { by: "id" } },
  );
  return (
    managers.find(({ id }) => id === version?.authorId) ??
    managers.find(({ managerId }) => managerId === null) ??
    managers[0]
  );
}

function proposalCard(unit: Unit, { known, use, to }: Proposal): Card {
  const { rule, version } = known;
  const { texts } = readingOf(to);
  const { review } = texts.rules;
  const name = ruleName(rule, to);
  const key = `rule_retire:${version?.id}`;
  const arm = (action: string) =>
    unit.arm({ action, params: { ruleId: rule.id }, personId: to.id, cardKey: key });
  const { done, useless } = use;
  const reasons = [...new Set(use.reasons)].map((one) => texts.actions.uselessReasons[one]);
  return {
    ...{ key, title: review.title({ name }), tone: "warn", summary: review.summary({ name }) },
    blocks: [
      sentence(review.body({ useless, judged: done + useless })),
      ...(reasons.length > 0 ? [note(review.reasons({ reasons: reasons.join(" · ") }))] : []),
      {
        t: "actions",
        actions: [
          { id: "rule.retire", label: review.retire, ref: arm("rule.retire"), style: "danger" },
          { id: "rule.keep", label: review.keep, ref: arm("rule.keep") },
        ],
      },
    ],
  };
}

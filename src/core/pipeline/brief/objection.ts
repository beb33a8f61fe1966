// The objection to expect: from what this customer said, what is recorded, what they did; only then from their trade.
import { byName } from "../../by-name.ts";
import { dayMs } from "../../durations.ts";
import { groupBy } from "../../group-by.ts";
import { kindOf } from "../../journey/touch-kind.ts";
import type { Language } from "../../model.ts";
import { textsFor } from "../../text/texts.ts";
import type { Library } from "../../training/library.ts";
import type { Tactic } from "../../training/moves/model.ts";
import { understandCustomer } from "../../training/moves/understand-customer.ts";
import { type Basis, basisOfTouch } from "./basis.ts";
import { basisOfField, type Story } from "./story.ts";

/** How much a sign says, the strongest first: their own words, ours about theirs, a field, a deed, their trade. */
const strengths = ["said", "told", "recorded", "did", "library"] as const;
type Strength = (typeof strengths)[number];

/** One sign of an objection. `quote`: the words that showed it. */
export type Sign = { tactic: Tactic; strength: Strength; quote?: string; at: number; basis: Basis };

/** What to expect, and what else there are signs of. */
export type Expected = { first: Sign; others: Sign[] };

/** What was said or done longer ago has been answered, or forgotten. Ours. */
const freshMs = 180 * dayMs;
/** One look is curiosity; this many at one kind of page are a question. Ours. */
const leastLooks = 2;
const mostOthers = 2;
/** These are manners of a talk, nothing to prepare an answer to. */
const manners: readonly Tactic[] = ["small_talk", "silence"];

/** Kinds of pages and files, by what whoever reads them again and again asks themselves. */
const questions: [RegExp, Tactic][] = [
  [/:.*(?:pricing|price|quote|价格|报价)/, "discount_demand"],
  [/:.*(?:compar|versus|alternative|对比|竞品)/, "competitor_quote"],
  [/:.*(?:case|customer|reference|案例)/, "reference_demand"],
  [/:.*(?:security|privacy|compliance|trust|安全|合规)/, "data_security"],
  [/:.*(?:migrat|integration|onboarding|training|迁移|集成|培训)/, "switching_cost"],
  [/:.*(?:roi|calculator|payback|回报)/, "payback_demand"],
];

type Asking = { library: Library | undefined; vertical: string | undefined; language: Language };

/** Undefined where nothing is known and no playbook is of their trade. */
export function expectObjection(story: Story, now: number, asking: Asking): Expected | undefined {
  const own = [...said(story), ...told(story), ...recorded(story), ...did(story)]
    .filter(({ at, tactic, strength }) => {
      return !manners.includes(tactic) && (strength === "recorded" || at >= now - freshMs);
    })
    .sort(byStrength);
  const signs = [...own, ...ofLibrary(asking, now)];
  const each = [...groupBy(signs, ({ tactic }) => tactic).values()].flatMap(([sign]) => sign ?? []);
  const [first, ...others] = each;
  if (!first) return undefined;
  const known = others.filter(({ strength }) => strength !== "library");
  return { first, others: known.slice(0, mostOthers) };
}

function byStrength(one: Sign, other: Sign): number {
  const rank = ({ strength }: Sign) => strengths.indexOf(strength);
  return rank(one) - rank(other) || other.at - one.at;
}

/** In the customer's own words any tactic counts. */
function said({ heard }: Story): Sign[] {
  return heard.flatMap(({ text, at, basis }) =>
    understandCustomer(text).tactics.map(({ label }): Sign => {
      return { tactic: label, strength: "said", quote: text, at, basis };
    }),
  );
}

/** In ours, only what reads as an objection: "sent the data sheet" is none about data. */
function told({ updates, notes }: Story): Sign[] {
  const texts = [
    ...updates.map(({ text, confirmedAt, createdAt, personId: by }) => {
      const at = confirmedAt ?? createdAt;
      return { text, at, basis: { kind: "update", at, by } as const };
    }),
    ...notes.map(({ text, at, authorId: by }) => ({
      ...{ text, at, basis: { kind: "note", at, by } as const },
    })),
  ];
  return texts.flatMap(({ text, at, basis }) => {
    const { tactics, stances } = understandCustomer(text);
    if (!stances.some(({ label }) => label === "objection")) return [];
    return tactics.map(({ label }): Sign => {
      return { tactic: label, strength: "told", quote: text, at, basis };
    });
  });
}

function recorded(story: Story): Sign[] {
  const { deal, lost } = story;
  const sign = (tactic: Tactic, basis: Basis, at: number): Sign => {
    return { tactic, strength: "recorded", at, basis };
  };
  const ofField = (tactic: Tactic, field: "competitor" | "budgetStatus") => {
    const basis = basisOfField(story, field);
    return sign(tactic, basis, "at" in basis ? basis.at : 0);
  };
  const hasNoBudget = deal?.budgetStatus === "frozen" || deal?.budgetStatus === "none";
  return [
    ...(deal?.competitor ? [ofField("competitor_quote", "competitor")] : []),
    ...(hasNoBudget ? [ofField("budget_freeze", "budgetStatus")] : []),
    ...lost.flatMap(({ lossReason, closedAt, updatedAt }) => {
      const at = closedAt ?? updatedAt;
      return tacticsOfLoss(lossReason ?? "").map((each) => sign(each, { kind: "loss", at }, at));
    }),
  ];
}

const tacticOfLoss: Record<string, Tactic> = byName({
  ...{ price: "discount_demand", competitor: "competitor_quote", no_budget: "budget_freeze" },
  ...{ no_decision: "authority", product_gap: "technical_trap" },
});

/** A reason is kept as its code, as the form calls it in either language, or in own words. */
function tacticsOfLoss(reason: string): Tactic[] {
  const names = [textsFor("en"), textsFor("zh")].flatMap(({ updates }) =>
    Object.entries(updates.losses),
  );
  const [code] = names.find(([each, name]) => each === reason || name === reason) ?? [];
  const known = code ? tacticOfLoss[code] : undefined;
  return known ? [known] : understandCustomer(reason).tactics.map(({ label }) => label);
}

function did({ behaviour }: Story): Sign[] {
  return [...groupBy(behaviour, kindOf)].flatMap(([kind, touches]): Sign[] => {
    const [last] = touches;
    const tactic = questions.find(([pattern]) => pattern.test(kind))?.[1];
    if (!last || !tactic || touches.length < leastLooks) return [];
    const basis = basisOfTouch(last, touches.length);
    return [{ tactic, strength: "did", at: last.at, basis }];
  });
}

/** The objection that most scenarios of their trade raise. */
function ofLibrary({ library, vertical, language }: Asking, now: number): Sign[] {
  const own = library?.playbooks.filter((each) => each.vertical === vertical) ?? [];
  const playbook = own.find((each) => each.language === language) ?? own[0];
  if (!playbook) return [];
  const raised = playbook.scenarios
    .flatMap(({ objections }) => objections.map(({ tactic }) => tactic))
    .filter((tactic) => !manners.includes(tactic));
  const counts = [...groupBy(raised, (tactic) => tactic)];
  const [most] = counts.sort(([, one], [, other]) => other.length - one.length);
  if (!most) return [];
  const [tactic, { length: times }] = most;
  const basis: Basis = {
    ...{ kind: "library", vertical: playbook.vertical, times, of: raised.length },
  };
  return [{ tactic, strength: "library", at: now, basis }];
}

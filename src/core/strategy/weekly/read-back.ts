// A claim read back to its author, with what would stand against it; what cannot be tested goes back to the form.
import { note, sentence } from "../../blocks.ts";
import type { Action, Card, Outcome } from "../../card.ts";
import type { Person } from "../../model.ts";
import type { Unit } from "../../ports.ts";
import { readingOf } from "../../text/format.ts";
import { type Claim, canonical, claimSchema, contradicts, isCircular } from "../claim.ts";
import type { ReadClaim } from "../read-claim.ts";
import { sayClaim } from "../say-claim.ts";
import { quarterOf, registeredStates, type Strategy } from "../stored.ts";
import { claimForm } from "./claim-form.ts";
import { isRegistered, ownWeek } from "./own-week.ts";
import { readBackLines } from "./read-back-lines.ts";
import { tellAuthor } from "./tell-author.ts";
import type { Words } from "./vocabulary.ts";

/** As many of the author's characters as are kept. */
const mostWords = 2_000;

/** A claim somebody made; `said`: their words, `read`: what was understood of them, where it was words. */
type Draft = { person: Person; claim: Claim; said: string; words: Words; read?: ReadClaim };

/** Says the claim back in the bot's words; a claim that cannot be tested is said so instead. */
export async function readBack(unit: Unit, draft: Draft): Promise<Outcome> {
  const { person, claim, said, words, read } = draft;
  const reading = readingOf(person);
  const { readBack: texts, ask } = reading.texts.strategy;
  const own = await ownWeek(unit, person);
  if (isRegistered(own)) return tellAuthor(unit, { person, params: {}, title: ask.already });
  const quarter = await claimsOfQuarter(unit);
  const problem = findProblem(draft, quarter);
  if (problem) return tellProblem(unit, draft, problem);
  const kept: Strategy = {
    ...own,
    text: said.slice(0, mostWords),
    claim,
    state: "draft",
    updatedAt: unit.now,
  };
  await unit.strategies.put(kept);
  const key = `strategy_read:${unit.newId("message")}`;
  const opposite = quarter.find(
    (other) =>
      other.claim &&
      contradicts(claim, other.claim) &&
      isOpenTo(person, other) &&
      other.id !== own.id,
  );
  const lines = [
    ...readBackLines({ said: said.slice(0, mostWords), claim, ...(read ? { read } : {}) }, reading),
    ...(opposite
      ? [texts.opposite({ when: reading.format.day(opposite.registeredAt ?? unit.now) })]
      : []),
  ];
  const card: Card = {
    ...{ key, title: texts.title, tone: "info", summary: texts.title },
    blocks: [
      sentence(sayClaim(claim, words.names, reading)),
      ...lines.map(sentence),
      note(texts.fixed),
      { t: "actions", actions: readBackActions(unit, { person, strategyId: kept.id, key }) },
    ],
  };
  unit.post({ to: person.id, card });
  return {};
}

/** What is private to somebody else is not let on, not even that it is there. */
function isOpenTo({ id }: Person, { authorId, state }: Strategy): boolean {
  return authorId === id || state === "published";
}

function readBackActions(
  unit: Unit,
  { person, strategyId, key }: { person: Person; strategyId: string; key: string },
): Action[] {
  const { readBack: texts, ask } = readingOf(person).texts.strategy;
  const arm = (action: string) =>
    unit.arm({ action, params: { strategyId }, personId: person.id, cardKey: key });
  return [
    {
      id: "strategy.confirm",
      label: texts.confirm,
      ref: arm("strategy.confirm"),
      style: "primary",
    },
    { id: "strategy.form", label: texts.change, ref: arm("strategy.form") },
    { id: "strategy.nothing", label: ask.nothing, ref: arm("strategy.nothing") },
  ];
}

function claimsOfQuarter(unit: Unit): Promise<Strategy[]> {
  const registeredAt = quarterOf(unit.now);
  return unit.strategies.find({ registeredAt, state: [...registeredStates] });
}

function findProblem({ person, claim, words }: Draft, quarter: readonly Strategy[]): string | null {
  const { teamId } = claim.population;
  if (teamId !== undefined && !words.ownTeams.some(({ id }) => id === teamId)) return "team";
  if (isCircular(claim)) return "circular";
  const parsed = claimSchema.safeParse(claim);
  if (!parsed.success) return parsed.error.issues[0]?.path[0] === "points" ? "points" : "days";
  const isSame = ({ authorId, claim: other }: Strategy) =>
    authorId === person.id && other !== null && canonical(other) === canonical(claim);
  return quarter.some(isSame) ? "again" : null;
}

function tellProblem(unit: Unit, { person, claim, said, words }: Draft, problem: string): Outcome {
  const { problems, missing, form } = readingOf(person).texts.strategy;
  const key = `strategy_form:${unit.newId("message")}`;
  const card: Card = {
    ...{ key, title: missing.title, subtitle: form.about, tone: "warn", summary: missing.title },
    blocks: [
      sentence(problems[problem] ?? problem),
      claimForm(unit, { person, words, cardKey: key, why: said, read: claim as ReadClaim }),
    ],
  };
  unit.post({ to: person.id, card });
  return {};
}

// From a strategy that was switched on to its first effects: what it started, and what was done with it.
import type { Reader } from "../../ports.ts";
import type { Adoption } from "../stored.ts";
import { usesOf } from "../uses.ts";
import { type Origin, originOfUse } from "./origin.ts";
import { type Reached, windowMs } from "./weights-story.ts";

export type StrategyStory = {
  origin: Origin;
  /** What it set going within the window: actions of a rule, uses of a talk track; of a scenario nothing is counted. */
  started: Reached | undefined;
  /** Of a rule's actions, those that were done. */
  done: Reached | undefined;
};

/** Matches looked at: more in three days would be a rule that floods a team. */
const mostMatches = 1_000;

/** Reads it; undefined where its strategy is gone. */
export async function strategyStory(
  read: Reader,
  adoption: Adoption,
  now: number,
): Promise<StrategyStory | undefined> {
  const origin = await originOfUse(read, adoption);
  if (!origin) return undefined;
  const until = Math.min(now, adoption.at + windowMs, adoption.retiredAt ?? now);
  const span = { gte: adoption.at, lte: until };
  if (adoption.becomes === "chain") return { origin, ...(await ofChain(read, adoption, span)) };
  if (adoption.becomes !== "talk_track") return { origin, started: undefined, done: undefined };
  const uses = await usesOf(read, [adoption.targetId]);
  const times = uses.map(({ at }) => at).filter((at) => at >= span.gte && at <= span.lte);
  return { origin, started: firstOf(times, times.length), done: undefined };
}

type Span = { gte: number; lte: number };

async function ofChain(read: Reader, { targetId }: Adoption, at: Span) {
  const matches = await read.matches.find(
    { ruleId: targetId, at },
    { order: { by: "at" }, limit: mostMatches },
  );
  const actions = await read.nextActions.find({ matchId: matches.map(({ id }) => id) });
  const done = actions.filter(({ state }) => state === "done");
  return {
    started: firstOf(
      actions.map(({ createdAt }) => createdAt),
      actions.length,
    ),
    done: firstOf(
      done.map(({ closedAt, createdAt }) => closedAt ?? createdAt),
      actions.length,
    ),
  };
}

function firstOf(times: readonly number[], of: number): Reached {
  return { count: times.length, of, firstAt: times.length === 0 ? null : Math.min(...times) };
}

// What a customer says to a question for something they know: all of it once, after that the heart of it.
import type { FoundFact } from "./find-facts.ts";
import type { Plan, Reaction } from "./model.ts";
import { linesFor } from "./register.ts";

/** Reactions to which a fact would be no answer: the customer has something else to say first. */
const tellNothing: readonly Reaction[] = [
  ...(["silence", "rude", "odd", "offTopic", "breach", "pressed", "monologue"] as const),
  ...(["won", "lost", "drift"] as const),
];

/** For each thing that was asked for, the lines that would answer it. */
export function factLines(
  plan: Plan,
  { facts, reaction }: { facts: readonly FoundFact[]; reaction: Reaction },
): string[][] {
  if (tellNothing.includes(reaction)) return [];
  return facts.flatMap(({ index, isAgain }) => {
    const fact = plan.scenario.facts?.[index];
    if (!fact) return [];
    return [isAgain ? sayAgain(plan, fact.again) : [fact.says]];
  });
}

/** Said once before: a word that it was, and the heart of it. */
function sayAgain(plan: Plan, again: string): string[] {
  const blank = plan.language === "zh" ? "" : " ";
  return linesFor(plan, "asISaid").map((lead) => `${lead}${blank}${again}`);
}

// What was planted in the sample, in words, so that whoever looks at a fit or a backtest can check it against the truth.
import type { Rep } from "./people.ts";

/** One sentence per fact, in English. */
export function writeNotes(reps: Rep[]): string[] {
  return [
    "Everything here is invented: people, companies, e-mail addresses and phone numbers.",
    "Outcomes are drawn from the model in src/sample/outcome.ts; the touches before the end of a deal never see how it ends.",
    "A backtest on this sample shows that the arithmetic finds what was planted, not that it helps a real team.",
    "In the last three days a customer of Ana's and one of Siyuan's read the product page closely, took a white paper and left the pricing page, which the preset rule quiet-pricing-doubt waits for.",
    "Load and the tone of conversations carry no signal.",
    ...reps.map(describe),
  ];
}

function describe(rep: Rep): string {
  if (rep.closed === 0) return `${rep.name} is new: no history, average strengths.`;
  const { industry, size, style } = rep.strengths;
  const facts = [industry, size, style].flatMap((group) => Object.entries(group));
  const told = facts.filter(([, strength]) => strength !== 0).map(signed);
  return `${rep.name} (${rep.closed} closed deals, first contact after about ${rep.firstContactHours} working hours): ${told.join(", ")} in log-odds.`;
}

function signed([name, strength]: [string, number]): string {
  return `${name} ${strength > 0 ? "+" : "−"}${Math.abs(strength)}`;
}

// What to write to the customer, in their language, or the plan to follow up by: a draft that its person edits and copies.
// Nothing of what was seen about the customer is in it.
import type { Person } from "../../../model.ts";
import type { Reading } from "../../../text/format.ts";
import { textsFor } from "../../../text/texts.ts";
import type { NextAction } from "../next-action.ts";

/** Actions that are a plan over days rather than one message. */
const plans: ReadonlySet<string> = new Set(["follow-up", "follow-up-plan", "plan"]);

/** The draft as its person left it, else a new one from the strongest line. */
export function draftOf(
  { action, reasons }: NextAction,
  person: Person,
  { texts }: Reading,
): string {
  if (reasons.draft !== undefined) return reasons.draft;
  const { draft } = texts.actions;
  const [first, second] = reasons.lines.map(({ say }) => say);
  if (plans.has(action)) {
    return draft.plan({ first: first ?? draft.own, second: second ?? draft.own });
  }
  // To the customer, so in their words.
  const theirs = textsFor(reasons.language).actions.draft;
  const name = reasons.contactName ?? "";
  return theirs.message({ name, line: first ?? theirs.own, sender: person.name });
}

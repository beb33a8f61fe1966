// What people of the week's story do that takes more than one press.
import type { Outcome } from "../../../core/card.ts";
import type { Person } from "../../../core/model.ts";
import { textsFor } from "../../../core/text/texts.ts";
import { findAction, formsOf, type Stage } from "../stage.ts";

/** Presses a button that opens a form, and answers it. */
export async function fillsOpened(
  stage: Stage,
  person: Person,
  { actionId, values }: { actionId: string; values: Record<string, string> },
): Promise<Outcome> {
  const { localChat } = stage.ringside;
  const { demo } = textsFor(stage.options.language);
  const action = findAction(await stage.cards(person), actionId);
  await stage.tell(demo.presses({ person: person.name, label: action.label }));
  const { open, toast } = await localChat.tap(person.id, action.ref);
  const [form] = open ? formsOf(open) : [];
  if (!form) throw new Error(`${actionId} opened no form: ${toast ?? ""}`);
  await stage.tell(demo.fills({ person: person.name, label: form.submit.label }));
  const outcome = await localChat.submit(person.id, form.submit.ref, values);
  if (outcome.errors) throw new Error(`${actionId}: ${JSON.stringify(outcome.errors)}`);
  if (outcome.toast) stage.options.print(demo.answers({ text: outcome.toast }));
  await stage.ringside.drain();
  return outcome;
}

// A form asked line by line: what is there already is kept with Enter, what is wrong is asked again.
import type { Field, FormBlock, Outcome } from "../../../core/card.ts";
import type { Texts } from "../../../core/text/en.ts";
import type { Values } from "../../adapter.ts";
import { clean } from "./columns.ts";
import { type Ask, askField, type Filling } from "./field.ts";

/** Asks every field and submits, until nothing is wrong; undefined when somebody stops. */
export async function fillForm(form: FormBlock, filling: Filling): Promise<Outcome | undefined> {
  const { screen, texts } = filling;
  screen.print(screen.paints.soft(texts.local.console.formHint));
  const values: Values = {};
  let open: Field[] = form.fields;
  for (;;) {
    if (!(await askFields(open, { values, filling }))) return undefined;
    const ref = await askSubmit(form, filling);
    if (ref === undefined) return undefined;
    const outcome = await filling.submit(ref, values);
    const errors = outcome.errors ?? {};
    for (const error of Object.values(errors)) screen.print(screen.paints.bad(clean(error)));
    const wrong = form.fields.filter(({ name }) => errors[name] !== undefined);
    if (wrong.length === 0) return outcome;
    open = wrong.map((field) => withValue(field, values[field.name]));
  }
}

async function askFields(
  fields: Field[],
  { values, filling }: { values: Values; filling: Filling },
): Promise<boolean> {
  for (const field of fields) {
    const answered = await askField(field, { values, filling });
    if (!answered) return false;
  }
  return true;
}

async function askSubmit(
  form: FormBlock,
  { ask, screen, texts }: Filling,
): Promise<string | undefined> {
  const submits = [form.submit, ...(form.others ?? [])];
  let chosen = form.submit;
  if (submits.length > 1) {
    submits.forEach((action, i) => {
      screen.print(`  ${i + 1}. ${clean(action.label)}`);
    });
    const line = await ask(`${texts.local.console.whichSubmit} [1]: `);
    if (line === undefined || line.trim() === "/cancel") return undefined;
    chosen = submits[Number(line.trim() || 1) - 1] ?? form.submit;
  }
  return (await confirmed(chosen.confirm, { ask, texts })) ? chosen.ref : undefined;
}

/** Asks a button's question, if it has one. */
export async function confirmed(
  question: string | undefined,
  { ask, texts }: { ask: Ask; texts: Texts },
): Promise<boolean> {
  if (!question) return true;
  const { yesNo, yes } = texts.local.console;
  const answer = await ask(`${clean(question)} (${yesNo}) `);
  return yes.includes(answer?.trim().toLowerCase() ?? "");
}

function withValue(field: Field, value: Values[string] | undefined): Field {
  return value === undefined ? field : ({ ...field, value } as Field);
}

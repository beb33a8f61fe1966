// What a form of an update was sent with, put into the update: shown fields count as said by hand, empty ones as not said.
import { fromLocalTime } from "../../../people/working-time.ts";
import type { Unit } from "../../../ports.ts";
import { readingOf } from "../../../text/format.ts";
import { type Answer, textOf } from "../../../use-case.ts";
import { isTooShort, withProof } from "../evidence.ts";
import { longestName } from "../from-lead/new-deal.ts";
import { dealFields, type StageUpdate, type UpdateBody, type UpdateValues } from "../stored.ts";
import { fromForm } from "../values.ts";

export type Filled = StageUpdate;

/** The update with what was filled in, or what is wrong with it by field. A button fills in nothing. */
export function fillUpdate(
  unit: Pick<Unit, "newId">,
  update: StageUpdate,
  { person, params, values: given }: Answer,
): Filled | { errors: Record<string, string> } {
  const shown = (params.fields ?? "").split(",").filter(Boolean);
  if (shown.length === 0) return update;
  const reading = readingOf(person);
  const { values, errors } = fromForm(given, reading);
  const proof = textOf(given, "proof");
  if (proof && isTooShort(proof)) errors.proof = reading.texts.updates.proof.tooShort;
  if (Object.keys(errors).length > 0) return { errors };
  const body = joined(update.understood, { values, shown });
  const unknownUntil = unknownFrom(body.values, { given, shown, timeZone: person.timeZone });
  const dealId = textOf(given, "deal") || update.dealId;
  const named = withName({ ...body, unknownUntil }, textOf(given, "name"));
  return { ...update, dealId, understood: withProof(named, proof, unit) };
}

type Form = { values: UpdateValues; shown: readonly string[] };

function joined(body: UpdateBody, { values, shown }: Form): UpdateBody {
  const kept = Object.entries(body.values).filter(([field]) => !shown.includes(field));
  const next: UpdateValues = { ...Object.fromEntries(kept), ...values };
  const known: Record<string, unknown> = next;
  const words = Object.entries(body.words).filter(
    ([field]) =>
      known[field] !== undefined && known[field] === body.values[field as keyof UpdateValues],
  );
  return { ...body, values: next, words: Object.fromEntries(words) };
}

/** What the deal of a lead is to be called, where the form asked. */
function withName(body: UpdateBody, name: string): UpdateBody {
  const { fromLead } = body;
  return fromLead && name
    ? { ...body, fromLead: { ...fromLead, name: name.slice(0, longestName) } }
    : body;
}

type Unknown = { given: Answer["values"]; shown: readonly string[]; timeZone: string };

/** "Not known until" that day counts for every shown field that was left empty. */
function unknownFrom(
  values: UpdateValues,
  { given, shown, timeZone }: Unknown,
): UpdateBody["unknownUntil"] {
  const day = textOf(given, "unknownUntil");
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day)) return {};
  const until = fromLocalTime({ day, minutes: 0 }, timeZone);
  const open = dealFields.filter((field) => shown.includes(field) && values[field] === undefined);
  return Object.fromEntries(open.map((field) => [field, until]));
}

// Fields of forms for an update: those that a contract asks for, or all of them to put something right.
import type { Field, Option } from "../../card.ts";
import { budgetStatuses, stages } from "../../model.ts";
import type { Reading } from "../../text/format.ts";
import type { Breach } from "../contracts/find-breaches.ts";
import { sayKinds, sayStage } from "../contracts/say-contract.ts";
import { cut } from "../note-form.ts";
import { lossReasons } from "../reading/understood.ts";
import type { OpenDeal } from "./deals.ts";
import { type DealField, dealFields, type UpdateValues } from "./stored.ts";
import { namesOf, sayValue } from "./values.ts";

/** Options a list may have, and characters of each: as in the form of notes. */
const [mostOptions, longestLabel] = [100, 40];

type Prefill = { values: UpdateValues; reading: Reading };

/** One field of a deal, filled with what is known. */
function fieldFor(field: DealField, prefill: Prefill): Field {
  const { values, reading } = prefill;
  const base = { name: field, label: reading.texts.updates.fields[field] ?? field };
  if (field === "amount") {
    return { ...base, kind: "number", ...(values.amount ? { value: values.amount } : {}) };
  }
  const options = optionsOf(field, reading);
  const isDate = field === "nextStepDate" || field === "closeDate";
  // What is chosen from a list, or from a calendar, goes by its code; what is typed as people say it.
  const value = isDate || options ? codeOf(field, values) : wordsOf(field, prefill);
  const given = value ? { value } : {};
  if (isDate) return { ...base, kind: "date", ...given };
  if (options) return { ...base, kind: "select", options, ...given };
  return { ...base, kind: "text", ...given };
}

const codeOf = (field: DealField, values: UpdateValues): string => String(values[field] ?? "");
const wordsOf = (field: DealField, { values, reading }: Prefill): string =>
  sayValue(field, { values, currency: null, reading });

function optionsOf(field: DealField, reading: Reading): Option[] | undefined {
  if (field === "stage") return stages.map((value) => ({ value, label: sayStage(value, reading) }));
  const known = { budgetStatus: budgetStatuses, lossReason: lossReasons } as const;
  const codes = field === "budgetStatus" || field === "lossReason" ? known[field] : undefined;
  const names = namesOf(field, reading);
  return codes?.map((value) => ({ value, label: names[value] ?? value }));
}

/** What a contract asks for, as fields: the missing ones, what proves the move, and "not known until". */
export function askedFields(breaches: readonly Breach[], prefill: Prefill): Field[] {
  const asked = dealFields.filter((field) =>
    breaches.some(({ contract, code }) => contract.field === field && code !== "no_evidence"),
  );
  const mayBeUnknown = breaches.some(({ params }) => params.mayBeUnknown === 1);
  const { updates } = prefill.reading.texts;
  return [
    ...asked.map(
      (field): Field => ({
        ...fieldFor(field, prefill),
        required: !canBeUnknown(breaches, field),
      }),
    ),
    ...proofFields(breaches, prefill.reading),
    ...(mayBeUnknown
      ? [
          {
            ...{ kind: "date" as const, name: "unknownUntil", label: updates.unknownUntil },
            hint: updates.unknownUntilHint,
          },
        ]
      : []),
  ];
}

const canBeUnknown = (breaches: readonly Breach[], field: string): boolean =>
  breaches.some(({ contract, params }) => contract.field === field && params.mayBeUnknown === 1);

function proofFields(breaches: readonly Breach[], reading: Reading): Field[] {
  const unproved = breaches.find(({ code }) => code === "no_evidence");
  if (!unproved) return [];
  const { proof } = reading.texts.updates;
  const kinds = sayKinds(String(unproved.params.kinds).split(","), reading);
  return [{ kind: "text", name: "proof", label: proof.label({ kinds }), hint: proof.hint }];
}

/** Every field of the deal; and the deal itself where there are several to choose from. */
export function allFields(
  prefill: Prefill,
  { deals, dealId }: { deals: readonly OpenDeal[]; dealId: string } = { deals: [], dealId: "" },
): Field[] {
  const { proof } = prefill.reading.texts.updates;
  return [
    ...(deals.length > 1 ? [dealField(deals, prefill.reading, dealId)] : []),
    ...dealFields.map((field) => leftAsItIs(fieldFor(field, prefill), prefill.reading)),
    { kind: "text", name: "proof", label: proof.any, hint: proof.hint },
  ];
}

/** A list of which nothing has to be chosen says that this changes nothing. */
function leftAsItIs(field: Field, { texts }: Reading): Field {
  return field.kind === "select" ? { ...field, nothing: texts.updates.asItIs } : field;
}

/** The list of deals to choose from. */
export function dealField(deals: readonly OpenDeal[], reading: Reading, value?: string): Field {
  const options = deals
    .slice(0, mostOptions)
    .map(({ id, label }) => ({ value: id, label: cut(label, longestLabel) }));
  const chosen = options.some((option) => option.value === value) && value ? { value } : {};
  const label = reading.texts.updates.deal;
  return { kind: "select", name: "deal", label, options, required: true, ...chosen };
}

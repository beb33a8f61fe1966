// A breach in one plain sentence for logs, APIs and the operator; people in chat read theirs from the texts.
import type { Breach } from "./find-breaches.ts";

/** What is wrong and what to do, naming the contract. */
export function sayForOperator({ contract, code, params }: Breach): string {
  return `Contract ${contract.id}: ${sentences[code](params)}`;
}

const sentences: Record<Breach["code"], (params: Breach["params"]) => string> = {
  not_listed: ({ owner }) => `this source may not set it; ask the ${owner}.`,
  invalid: ({ rule, limit }) => `the value breaks ${rule} ${limit}; correct it.`,
  placeholder: ({ value, what }) =>
    `"${value}" is a placeholder (${what}), not a value; give the value or leave the field empty.`,
  outranked: ({ source, status }) =>
    `the ${status} value of ${source} wins; have whoever may override it change it.`,
  missing: ({ stage, mayBeUnknown }) =>
    `${stage} asks for it; give it${mayBeUnknown ? ', or say "not known until" a day' : ""}.`,
  no_evidence: ({ stage, kinds }) => `${stage} asks for evidence; attach one of ${kinds}.`,
  unknown_refused: ({ why }) => `"not known until" is no answer here (${why}); give a value.`,
};

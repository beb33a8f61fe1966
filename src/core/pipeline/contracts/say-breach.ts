// A breach as a sentence for the person who caused it: what is wrong and what to do, naming the contract.
import type { Reading } from "../../text/format.ts";
import type { Contract } from "./contract.ts";
import type { Breach } from "./find-breaches.ts";
import { nameOfContract, sayDemand, sayKinds, saySource, sayStage } from "./say-contract.ts";

/** One breach in words. */
export function sayBreach(breach: Breach, reading: Reading): string {
  const { contract } = breach;
  const field = nameOfContract(contract, reading);
  const sentence = sentences[breach.code]({ breach, contract, field, reading });
  return reading.texts.contracts.breaches.said({ sentence, name: contract.id });
}

type Saying = { breach: Breach; contract: Contract; field: string; reading: Reading };

const sentences: Record<Breach["code"], (saying: Saying) => string> = {
  not_listed: ({ breach, field, reading }) => {
    const owner = saySource(String(breach.params.owner), reading);
    return reading.texts.contracts.breaches.not_listed({ field, owner });
  },
  invalid: ({ breach, contract, field, reading }) => {
    const rule = sayDemand(contract, String(breach.params.rule), reading);
    return reading.texts.contracts.breaches.invalid({ field, rule });
  },
  placeholder: ({ breach, field, reading }) => {
    const { breaches } = reading.texts.contracts;
    const { what, value, mayBeUnknown } = breach.params;
    const say = mayBeUnknown ? breaches.placeholderOrUnknown : breaches.placeholder;
    const kind = breaches.placeholderKinds[String(what)] ?? "";
    return say({ field, kind, value: String(value) });
  },
  outranked: ({ breach, field, reading }) => {
    const { breaches, statuses } = reading.texts.contracts;
    const source = saySource(String(breach.params.source), reading);
    const status = statuses[String(breach.params.status)] ?? "";
    return breaches.outranked({ field, source, status });
  },
  missing: ({ breach, field, reading }) => {
    const { missing, missingOrUnknown } = reading.texts.contracts.breaches;
    const stage = sayStage(String(breach.params.stage), reading);
    return (breach.params.mayBeUnknown ? missingOrUnknown : missing)({ field, stage });
  },
  no_evidence: ({ breach, field, reading }) => {
    const stage = sayStage(String(breach.params.stage), reading);
    const kinds = sayKinds(String(breach.params.kinds).split(","), reading);
    return reading.texts.contracts.breaches.no_evidence({ field, stage, kinds });
  },
  unknown_refused: ({ breach, field, reading }) => {
    const { why, until, stage = "" } = breach.params;
    const say = reading.texts.contracts.breaches.unknown_refused[String(why)];
    const day = typeof until === "number" ? reading.format.day(until) : "";
    return say?.({ field, day, stage: sayStage(String(stage), reading) }) ?? "";
  },
};

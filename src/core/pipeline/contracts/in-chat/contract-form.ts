// The form of a contract: owner, precedence, freshness, and from which stage on it needs an answer.
import type { Field, Option } from "../../../card.ts";
import { dayMs } from "../../../durations.ts";
import { stages } from "../../../model.ts";
import type { Reading } from "../../../text/format.ts";
import { type Answer, textOf } from "../../../use-case.ts";
import { checkContract } from "../check-contract.ts";
import { type Contract, ownerRoles } from "../contract.ts";
import { sayOrders, saySource, sayStage } from "../say-contract.ts";
import { contractSchema } from "../schema.ts";

const mostDays = 366;
const none = "none";
/** How far ahead "not known until" may lie, where the contract did not say. */
const usualUnknown = "30d";

/** The fields, filled with the contract; what only deals have is asked of deals alone. */
export function formFields(contract: Contract, reading: Reading): Field[] {
  const { change } = reading.texts.contracts;
  const { owner, freshMs, requiredFrom, unknown, kind } = contract;
  const roles = ownerRoles.map((value) => ({ value, label: saySource(value, reading) }));
  const common: Field[] = [
    {
      ...{ kind: "select", name: "owner", label: change.owner, required: true },
      ...{ value: owner, options: roles },
    },
    {
      ...{ kind: "text", name: "precedence", label: change.precedence },
      ...{
        value: sayOrders(contract, reading),
        hint: change.precedenceHint(listed(contract, reading)),
      },
    },
    {
      ...{ kind: "number", name: "fresh", label: change.fresh },
      ...(freshMs === null ? {} : { value: freshMs / dayMs }),
    },
  ];
  if (kind !== "deal") return common;
  return [
    ...common,
    {
      ...{ kind: "select", name: "required", label: change.required, required: true },
      ...{ value: requiredFrom ?? none, options: stageOptions(change.notRequired, reading) },
    },
    {
      ...{ kind: "select", name: "unknown", label: change.unknown, required: true },
      ...{ value: unknown?.until ?? none, options: stageOptions(change.notUnknown, reading) },
    },
  ];
}

function listed({ sources }: Contract, reading: Reading): { sources: string } {
  const separator = reading.language === "zh" ? "、" : ", ";
  return { sources: sources.map((source) => saySource(source, reading)).join(separator) };
}

function stageOptions(without: string, reading: Reading): Option[] {
  const options = stages.map((stage) => ({ value: stage, label: sayStage(stage, reading) }));
  return [{ value: none, label: without }, ...options];
}

/** What the form said: the contract as it would be written, or what is wrong at which field. */
export type ReadForm = { source: unknown } | { errors: Record<string, string> };

type Current = { contract: Contract; source: unknown; reading: Reading };

/** Reads the form on top of the contract as it is. */
export function readForm(current: Current, values: Answer["values"]): ReadForm {
  const { contract, reading } = current;
  const { change } = reading.texts.contracts;
  const fresh = textOf(values, "fresh");
  const days = Number(fresh);
  if (fresh !== "" && !(Number.isInteger(days) && days >= 1 && days <= mostDays)) {
    return { errors: { fresh: change.badFresh } };
  }
  const source = toSource(current, values);
  const read = contractSchema.safeParse(source);
  const paths = read.success
    ? checkContract(read.data).map(({ path }) => path[0])
    : read.error.issues.map(({ path }) => path[0]);
  if (paths.length === 0) return { source };
  const isStages = paths.every((part) =>
    ["unknown", "evidence", "required"].includes(String(part)),
  );
  return {
    errors: isStages
      ? { unknown: change.badUnknown }
      : { precedence: change.badOrder(listed(contract, reading)) },
  };
}

/** Left-out keys are how a file says "not": what was emptied goes out. */
function toSource({ contract, source, reading }: Current, values: Answer["values"]): unknown {
  const {
    fresh: _fresh,
    required: _required,
    unknown,
    ...rest
  } = source as Record<string, unknown>;
  const owner = textOf(values, "owner") || contract.owner;
  const days = textOf(values, "fresh");
  const including = (names: readonly string[]) =>
    names.includes(owner) ? names : [...names, owner];
  const common = {
    ...{
      ...rest,
      owner,
      mayOverride: including(contract.mayOverride),
      sources: including(contract.sources),
    },
    precedence: toOrders(textOf(values, "precedence"), contract, reading),
    ...(days === "" ? {} : { fresh: `${Number(days)}d` }),
  };
  if (contract.kind !== "deal") return common;
  const [required, until] = [textOf(values, "required"), textOf(values, "unknown")];
  const atMost = (unknown as { atMost?: unknown } | undefined)?.atMost ?? usualUnknown;
  return {
    ...common,
    ...(required && required !== none ? { required } : {}),
    ...(until && until !== none ? { unknown: { until, atMost } } : {}),
  };
}

/** Orders as people write them, in their language, with the names files use. */
function toOrders(written: string, { sources }: Contract, reading: Reading): string[] {
  const idOf = new Map(
    [...sources, ...ownerRoles].flatMap((id) => [
      [id.toLowerCase(), id] as const,
      [saySource(id, reading).toLowerCase(), id] as const,
    ]),
  );
  return written
    .normalize("NFKC")
    .split(/[;\n]/)
    .map((chain) => chain.trim())
    .filter((chain) => chain !== "")
    .map((chain) =>
      chain
        .split(">")
        .map((name) => idOf.get(name.trim().toLowerCase()) ?? name.trim())
        .join(" > "),
    );
}

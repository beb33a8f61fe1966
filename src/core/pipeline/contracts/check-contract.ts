// What is wrong with a contract whose shape is right: fields and sources nobody knows, and demands that contradict each
// other.
import { nearestWord } from "../../journey/rules/nearest.ts";
import type { Stage } from "../../model.ts";
import { stages } from "../../model.ts";
import type { Path } from "../../training/library.ts";
import { type Contract, type FieldType, sourceNames, type Validation } from "./contract.ts";
import { fieldsOf } from "./golden-fields.ts";
import { findCycle, outranks } from "./precedence.ts";
import { isAsked } from "./stages.ts";

/** Something wrong with a contract; the path leads to it in what was written. */
export type Finding = { path: Path; message: string; fix: string };

/** Finds everything wrong with a contract. */
export function checkContract(contract: Contract): Finding[] {
  return [
    ...checkField(contract),
    ...checkValidation(contract),
    ...checkOwner(contract),
    ...checkSources(contract),
    ...checkPrecedence(contract),
    ...checkCounts(contract),
    ...checkStages(contract),
  ];
}

function checkField({ kind, field, type, id }: Contract): Finding[] {
  const fields = fieldsOf(kind);
  const known = Object.hasOwn(fields, field) ? fields[field] : undefined;
  if (known === type) return [];
  if (known) {
    const message = `${id} is of type ${known}, not ${type}`;
    return [{ path: ["type"], message, fix: `write type: ${known}` }];
  }
  const meant = nearestWord(field, Object.keys(fields));
  const fix = meant ? `write ${kind}.${meant}` : `use one of ${Object.keys(fields).join(", ")}`;
  return [{ path: ["id"], message: `a ${kind} has no field "${field}" for a contract`, fix }];
}

/** Which types each demand makes sense for. */
const demandTypes: Record<keyof Validation, readonly FieldType[]> = {
  least: ["number", "money"],
  most: ["number", "money"],
  mostCharacters: ["text", "email"],
  pattern: ["text", "email"],
  oneOf: ["text", "choice"],
  notPast: ["date"],
};

function checkValidation({ valid, type }: Contract): Finding[] {
  const demands = Object.entries(demandTypes) as [keyof Validation, readonly FieldType[]][];
  const misplaced = demands
    .filter(([key, types]) => valid[key] !== undefined && !types.includes(type))
    .map(([key, types]) => ({
      ...{ path: ["valid", key], message: `${key} is for ${types.join(" or ")}, not for ${type}` },
      fix: "take it out",
    }));
  const { least, most } = valid;
  if (least === undefined || most === undefined || least <= most) return misplaced;
  const message = `no value is at least ${least} and at most ${most}`;
  return [...misplaced, { path: ["valid", "most"], message, fix: "write most above least" }];
}

/** Whoever owns a field answers for it, so they can say it and put it right. */
function checkOwner({ owner, mayOverride, sources }: Contract): Finding[] {
  const found: Finding[] = [];
  if (!mayOverride.includes(owner)) {
    const message = `the owner, ${owner}, may not override what it owns`;
    found.push({ path: ["mayOverride"], message, fix: `add ${owner} to mayOverride` });
  }
  if (!sources.includes(owner)) {
    const message = `the owner, ${owner}, is no source of its own field`;
    found.push({ path: ["sources"], message, fix: `add ${owner} to sources` });
  }
  return found;
}

function checkSources({ sources, mayOverride, owner }: Contract): Finding[] {
  const known: readonly string[] = sourceNames;
  const strange = sources.flatMap((name, index): Finding[] => {
    const [system = "", detail] = name.split(/:(.+)/);
    if (known.includes(name) || (detail && (system === "crm" || system === "import"))) return [];
    const meant = nearestWord(name, known);
    const fix = meant ? `write ${meant}` : `use one of ${known.join(", ")}, or crm:NAME`;
    return [{ path: ["sources", index], message: `no source is called "${name}"`, fix }];
  });
  const silent = mayOverride.flatMap((role, index): Finding[] => {
    if (sources.includes(role) || role === owner) return [];
    const message = `${role} may override, but is no source`;
    return [{ path: ["mayOverride", index], message, fix: `add ${role} to sources` }];
  });
  return [...strange, ...silent];
}

function checkPrecedence({ precedence, sources }: Contract): Finding[] {
  const path: Path = ["precedence"];
  const named = new Set(precedence.flatMap(({ over, under }) => [over, under]));
  const unlisted = [...named].filter((name) => !sources.includes(name));
  const found = unlisted.map((name) => ({
    ...{ path, message: `precedence names "${name}", which sources does not list` },
    fix: `add ${name} to sources, or take it out here`,
  }));
  const cycle = findCycle(precedence);
  if (!cycle) return found;
  const message = `precedence runs in a circle: "${cycle}" would win over itself`;
  return [...found, { path, message, fix: "take one of its orders out" }];
}

function checkCounts(contract: Contract): Finding[] {
  const { counts, sources } = contract;
  const unlisted = (["estimated", "verified"] as const).flatMap((status) =>
    counts[status].flatMap((name, index): Finding[] => {
      if (sources.includes(name)) return [];
      const message = `"${name}" counts as ${status}, but sources does not list it`;
      return [{ path: ["counts", status, index], message, fix: `add ${name} to sources` }];
    }),
  );
  const verified = counts.verified.flatMap((name, index) =>
    checkVerified(contract, { name, path: ["counts", "verified", index] }),
  );
  return [...unlisted, ...verified];
}

function checkVerified(contract: Contract, { name, path }: { name: string; path: Path }) {
  const { estimated } = contract.counts;
  const found: Finding[] = [];
  if (estimated.includes(name)) {
    const message = `"${name}" counts as estimated and as verified`;
    found.push({ path, message, fix: "keep one of the two" });
  }
  // In a circle everybody wins over everybody: that is told where the circle is.
  const isCircle = findCycle(contract.precedence) !== undefined;
  const above = isCircle ? undefined : estimated.find((other) => outranks(contract, other, name));
  if (above === undefined) return found;
  const message = `the estimate of "${above}" wins over what "${name}" verified`;
  return [...found, { path, message, fix: `turn the order round: ${name} > ${above}` }];
}

/** Stages are those of deals; what may still be unknown at a stage cannot be proved there. */
function checkStages(contract: Contract): Finding[] {
  const { kind, requiredFrom, unknown, evidence } = contract;
  const asks = (Object.keys(evidence) as Stage[]).sort(
    (one, other) => stages.indexOf(one) - stages.indexOf(other),
  );
  if (kind !== "deal") {
    const keys = [requiredFrom && "required", unknown && "unknown", asks.length > 0 && "evidence"];
    return keys.flatMap((key) => {
      if (!key) return [];
      return [
        { path: [key], message: `only deals have stages, a ${kind} has none`, fix: "take it out" },
      ];
    });
  }
  return [...checkUnknown(contract), ...asks.flatMap((stage) => checkEvidence(stage, contract))];
}

function checkUnknown({ requiredFrom, unknown }: Contract): Finding[] {
  if (!unknown) return [];
  if (!requiredFrom) {
    const message = "nothing asks for this field, so nobody has to say that it is not known";
    return [{ path: ["unknown"], message, fix: `add "required:", or take it out` }];
  }
  if (requiredFrom !== unknown.until && isAsked(requiredFrom, unknown.until)) return [];
  const message = `it is asked for from ${requiredFrom} on, and may be unknown only before ${unknown.until}`;
  const fix = `write a stage after ${requiredFrom}, or take "unknown:" out`;
  return [{ path: ["unknown", "until"], message, fix }];
}

function checkEvidence(stage: Stage, { unknown }: Contract): Finding[] {
  if (!unknown || isAsked(unknown.until, stage) || stage === "lost") return [];
  const message = `evidence is asked for at ${stage}, while it may be unknown until ${unknown.until}`;
  const fix = `ask for it from ${unknown.until} on, or let it be unknown until ${stage}`;
  return [{ path: ["evidence", stage], message, fix }];
}

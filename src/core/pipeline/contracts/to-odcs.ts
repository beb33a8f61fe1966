// Contracts as one document of the Open Data Contract Standard, v3.0.1 (bitol-io/open-data-contract-standard, Apache 2).
// What the standard has no word for (precedence, evidence by stage, "unknown until") goes into customProperties.
import { dayMs } from "../../durations.ts";
import { type Stage, stages } from "../../model.ts";
import {
  type Contract,
  type ContractKind,
  contractKinds,
  type FieldType,
  ownerRoles,
} from "./contract.ts";
import { writeOrders } from "./precedence.ts";

/** A document ready to be written as JSON or YAML. */
export type OdcsDocument = Record<string, unknown>;

type Numbered = { contract: Contract; number: number };

/** All contracts as one document; its version counts what was published here. */
export function toOdcs(contracts: readonly Numbered[]): OdcsDocument {
  const published = contracts.reduce((sum, { number }) => sum + number, 0);
  const all = contracts.map(({ contract }) => contract);
  return {
    apiVersion: "v3.0.1",
    kind: "DataContract",
    id: "ringside-golden-fields",
    name: "Golden fields",
    version: `1.${published}.0`,
    status: "active",
    domain: "sales",
    description: {
      purpose:
        "Who may set each golden field of deals and customers, how fresh it is, what proves it.",
      usage:
        "Kept at the one gate every write passes; what outside systems change is reported as drift.",
    },
    schema: contractKinds.flatMap((kind) => toObject(kind, all)),
    roles: ownerRoles.map((role) => ({ role, access: "write", description: rightsOf(role, all) })),
    slaProperties: all.flatMap(toFreshness),
  };
}

function toObject(kind: ContractKind, contracts: readonly Contract[]): object[] {
  const own = contracts.filter((contract) => contract.kind === kind);
  if (own.length === 0) return [];
  return [
    { name: kind, logicalType: "object", physicalType: "table", properties: own.map(toProperty) },
  ];
}

const logicalTypes = {
  text: "string",
  choice: "string",
  email: "string",
  number: "number",
  money: "number",
  date: "date",
} as const satisfies Record<FieldType, string>;

function toProperty(contract: Contract): object {
  const { field, name, about, type } = contract;
  const options = toOptions(contract);
  const quality = [...qualityOfStages(contract), ...qualityOfValues(contract)];
  return {
    name: field,
    ...(name.en ? { businessName: name.en } : {}),
    ...(about.en ? { description: about.en } : {}),
    logicalType: logicalTypes[type],
    required: false,
    criticalDataElement: true,
    ...(Object.keys(options).length > 0 ? { logicalTypeOptions: options } : {}),
    ...(quality.length > 0 ? { quality } : {}),
    customProperties: toCustom(contract),
  };
}

function toOptions({ type, valid }: Contract): Record<string, string | number> {
  const { least, most, mostCharacters, pattern } = valid;
  return {
    ...(least === undefined ? {} : { minimum: least }),
    ...(most === undefined ? {} : { maximum: most }),
    ...(mostCharacters === undefined ? {} : { maxLength: mostCharacters }),
    ...(pattern === undefined ? {} : { pattern }),
    ...(type === "email" ? { format: "email" } : {}),
  };
}

function qualityOfStages({ field, requiredFrom, onlyOpen, unknown, evidence }: Contract): object[] {
  const text = (dimension: string, description: string) => ({
    ...{ type: "text", dimension, description },
  });
  const until = unknown ? `, or an answer "not known until" a day before ${unknown.until}` : "";
  const ending = onlyOpen ? " while the deal is open" : "";
  const asked = requiredFrom
    ? [text("completeness", `${field} has a value from stage ${requiredFrom} on${ending}${until}.`)]
    : [];
  const proofs = stages.flatMap((stage) => {
    const kinds = evidence[stage];
    if (!kinds) return [];
    return [text("accuracy", `A move to ${stage} comes with one of: ${kinds.join(", ")}.`)];
  });
  return [...asked, ...proofs];
}

function qualityOfValues({ field, valid, freshMs }: Contract): object[] {
  const { oneOf, notPast } = valid;
  return [
    ...(oneOf
      ? [{ type: "library", rule: "validValues", dimension: "conformity", validValues: [...oneOf] }]
      : []),
    ...(notPast
      ? [
          {
            ...{ type: "text", dimension: "conformity" },
            description: `${field} lies ahead on the day a person sets it.`,
          },
        ]
      : []),
    ...(freshMs === null
      ? []
      : [
          {
            ...{ type: "text", dimension: "timeliness" },
            description: `${field} was confirmed within ${freshMs / dayMs} days.`,
          },
        ]),
  ];
}

function toCustom(contract: Contract): { property: string; value: unknown }[] {
  const { owner, mayOverride, sources, precedence, counts, requiredFrom, onlyOpen, unknown } =
    contract;
  const evidence = Object.entries(contract.evidence).map(([stage, kinds]) => ({
    ...{ stage: stage as Stage, kinds: [...(kinds ?? [])] },
  }));
  const given: Record<string, unknown> = {
    owner,
    mayOverride: [...mayOverride],
    sources: [...sources],
    precedence: writeOrders(precedence),
    estimatedFrom: [...counts.estimated],
    verifiedFrom: [...counts.verified],
    requiredFrom,
    onlyOpen: onlyOpen || null,
    unknownUntil: unknown?.until ?? null,
    unknownAtMostDays: unknown ? unknown.atMostMs / dayMs : null,
    evidenceByStage: evidence,
  };
  const isSaid = (value: unknown) =>
    value !== null && !(Array.isArray(value) && value.length === 0);
  return Object.entries(given)
    .filter(([, value]) => isSaid(value))
    .map(([property, value]) => ({ property, value }));
}

function toFreshness({ id, freshMs }: Contract): object[] {
  if (freshMs === null) return [];
  const element = id;
  return [{ property: "frequency", value: freshMs / dayMs, unit: "d", element }];
}

function rightsOf(role: (typeof ownerRoles)[number], contracts: readonly Contract[]): string {
  const owned = contracts.filter(({ owner }) => owner === role).map(({ id }) => id);
  const others = contracts
    .filter(({ owner, mayOverride }) => owner !== role && mayOverride.includes(role))
    .map(({ id }) => id);
  return [
    owned.length > 0 ? `Owns ${owned.join(", ")}.` : "Owns none.",
    ...(others.length > 0 ? [`May override ${others.join(", ")}.`] : []),
  ].join(" ");
}

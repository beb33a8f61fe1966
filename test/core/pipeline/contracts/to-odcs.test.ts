import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { z } from "zod";
import { toOdcs } from "../../../../src/core/pipeline/contracts/to-odcs.ts";
import { readContracts } from "../../../../src/sources/contracts/read-contracts.ts";
import { shippedContracts } from "../../../../src/sources/contracts/shipped.ts";
import { aContract } from "./contracts.ts";

const fixture = new URL("odcs.fixture.yaml", import.meta.url);

// What the standard's JSON schema (v3.0.1) says of the parts we write, transcribed by hand; strict where it allows
// nothing else.
const custom = z.array(z.object({ property: z.string(), value: z.unknown() }));
const dimensions = [
  ...["accuracy", "completeness", "conformity", "consistency", "coverage", "timeliness"],
  "uniqueness",
];
const quality = z.discriminatedUnion("type", [
  z.object({ type: z.literal("text"), dimension: z.enum(dimensions), description: z.string() }),
  z.object({ type: z.literal("library"), dimension: z.enum(dimensions), rule: z.string() }),
]);
const options = {
  string: z.strictObject({
    minLength: z.int().min(0).optional(),
    maxLength: z.int().min(0).optional(),
    pattern: z.string().optional(),
    format: z.string().optional(),
  }),
  number: z.strictObject({ minimum: z.number().optional(), maximum: z.number().optional() }),
  date: z.strictObject({ minimum: z.string().optional(), maximum: z.string().optional() }),
};
const property = <Type extends keyof typeof options>(type: Type) =>
  z.strictObject({
    name: z.string(),
    businessName: z.string().optional(),
    description: z.string().optional(),
    logicalType: z.literal(type),
    logicalTypeOptions: options[type].optional(),
    required: z.boolean(),
    criticalDataElement: z.boolean(),
    quality: z.array(quality).optional(),
    customProperties: custom,
  });
const standard = z.strictObject({
  version: z.string(),
  kind: z.literal("DataContract"),
  apiVersion: z.enum(["v3.0.1", "v3.0.0", "v2.2.2", "v2.2.1", "v2.2.0"]),
  id: z.string(),
  name: z.string(),
  status: z.string(),
  domain: z.string(),
  description: z.object({ usage: z.string(), purpose: z.string() }),
  schema: z.array(
    z.strictObject({
      name: z.string(),
      logicalType: z.literal("object"),
      physicalType: z.string(),
      properties: z.array(
        z.discriminatedUnion("logicalType", [
          property("string"),
          property("number"),
          property("date"),
        ]),
      ),
    }),
  ),
  roles: z.array(z.object({ role: z.string(), access: z.string(), description: z.string() })),
  slaProperties: z.array(
    z.object({
      property: z.string(),
      value: z.union([z.string(), z.number(), z.boolean(), z.null()]),
      unit: z.string(),
      element: z.string(),
    }),
  ),
});

describe("the export as Open Data Contract Standard", () => {
  it("equals the fixture that was verified by hand", () => {
    const contract = aContract({
      name: { en: "Amount" },
      about: { en: "The total on the table." },
      evidence: { won: ["file", "message"] },
    });
    expect(toOdcs([{ contract, number: 2 }])).toEqual(parse(readFileSync(fixture, "utf8")));
  });

  it("of the shipped contracts holds all twelve, and nothing the standard does not know", async () => {
    const { contracts } = await readContracts(shippedContracts);
    const document = toOdcs(contracts.map(({ contract }) => ({ contract, number: 0 })));
    const read = standard.parse(document);
    expect(read.schema.flatMap(({ properties }) => properties)).toHaveLength(12);
    expect(standard.safeParse({ ...document, colour: "red" }).success).toBe(false);
  });

  it("says which values are allowed", () => {
    const contract = aContract({
      id: "deal.competitor",
      type: "text",
      valid: { oneOf: ["A", "B"], pattern: "^[AB]$" },
    });
    const [deal] = standard.parse(toOdcs([{ contract, number: 0 }])).schema;
    expect(deal?.properties[0]).toMatchObject({ logicalTypeOptions: { pattern: "^[AB]$" } });
    expect(JSON.stringify(toOdcs([{ contract, number: 0 }]))).toContain(
      '"rule":"validValues","dimension":"conformity","validValues":["A","B"]',
    );
  });
});

// Where a customer lies beside their record: rows that go, rows that lose what is personal, and what names them.
import type { Prisma } from "../generated/client.ts";

/** Statements with the contact's id as their one parameter. */
export const contactStatements: readonly string[] = [
  `DELETE FROM "FieldValue" WHERE "kind" = 'contact' AND "recordId" = ?`,
  `DELETE FROM "ExternalId" WHERE "kind" = 'contact' AND "recordId" = ?`,
  `DELETE FROM "Drift" WHERE "kind" = 'contact' AND "recordId" = ?`,
  `UPDATE "Merge" SET "before" = '{}', "reasons" = '[]' WHERE "kind" = 'contact' AND ? IN ("keptId", "mergedId")`,
  `UPDATE "CrmWrite" SET "change" = '{}' WHERE "kind" = 'contact' AND "recordId" = ?`,
];

/** Statements with a list of visitors, as JSON, as their one parameter. */
export const visitorStatements: readonly string[] = [
  `DELETE FROM "CustomerIdentity" WHERE "visitorId" IN (SELECT "value" FROM json_each(?))`,
  `DELETE FROM "Visitor" WHERE "id" IN (SELECT "value" FROM json_each(?))`,
];

/** Columns of records and facts that may name a customer in words, beside what people were told. */
export const namingContacts: readonly [Prisma.ModelName, string][] = [
  ["Lead", "title"],
  ["Lead", "need"],
  ["Deal", "name"],
  ["Deal", "nextStep"],
  ["Deal", "decisionMaker"],
  ["FieldValue", "value"],
  ["FieldValue", "original"],
  ["StageUpdate", "text"],
  ["StageUpdate", "understood"],
  ["NextAction", "reasons"],
  ["SlippingAlert", "reasons"],
  ["Match", "touches"],
  ["Assignment", "contributions"],
  ["Assignment", "alternatives"],
  ["CrmWrite", "change"],
];

import { expect, it } from "vitest";
import { missesOf } from "../../../../src/core/pipeline/write-back/check-mapping.ts";
import { mappingSchema } from "../../../../src/core/pipeline/write-back/mapping.ts";

const mapped = mappingSchema.parse({
  crm: "hubspot",
  records: {
    deal: {
      object: "Opportunity",
      fields: {
        amount: "Ammount",
        nextStep: "NextStep__c",
        closeDate: "CloseDate",
        name: { to: "Name", write: false },
        stage: { to: "StageName", values: { won: "Closed-Won", lost: "Closed Lost" } },
      },
    },
  },
}).records.deal;

it("names what is not there with the nearest that is, what is read-only, and words it does not take", () => {
  if (!mapped) throw new Error("no mapping");
  const known = [
    { name: "Amount", label: "Amount", isReadOnly: false },
    { name: "NextStep", label: "Next step", isReadOnly: false },
    { name: "CloseDate", label: "Close date", isReadOnly: true },
    { name: "Name", label: "Name", isReadOnly: true },
    {
      name: "StageName",
      label: "Stage",
      isReadOnly: false,
      options: ["Closed Won", "Closed Lost"],
    },
  ];
  const misses = missesOf("deal", mapped, known);
  expect(misses.map(({ field, code, nearest }) => [field, code, nearest])).toEqual([
    ["amount", "no_field", "Amount"],
    ["nextStep", "no_field", "NextStep"],
    ["closeDate", "read_only", null],
    ["stage", "no_option", "Closed Won"],
  ]);
});

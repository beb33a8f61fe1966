import { beforeEach, describe, expect, it } from "vitest";
import { createGate } from "../../../../src/core/gate/gate.ts";
import { operator } from "../../../../src/core/people/actor.ts";
import { keepCodes } from "../../../../src/core/pipeline/checks/keep-codes.ts";
import type { Records } from "../../../../src/store/records/records.ts";
import { openTestRecords } from "../../../helpers/records.ts";

let records: Records;
beforeEach(async () => {
  records = await openTestRecords();
});

const write = (set: object, via: "chat" | "api" | "import") =>
  records.write((unit) =>
    createGate({ contracts: [keepCodes] }).apply(unit, {
      ...{ by: operator, via, source: "test" },
      changes: [{ kind: "account", id: "acc_one", create: true, set: { name: "One", ...set } }],
    }),
  );

describe("codes of companies at the gate", () => {
  it("are refused from people when they do not add up, with the field", async () => {
    const [refusal] = await write({ creditCode: "91350100M000100Y42" }, "chat");
    expect(refusal).toMatchObject({ code: "invalid", field: "creditCode" });
    expect(await write({ vatId: "DE136695977" }, "api")).toHaveLength(1);
    expect(await write({ vatId: "136695977", country: "DE" }, "chat")).toHaveLength(1);
  });

  it("pass when they hold, when no rule is known, and from files", async () => {
    expect(await write({ creditCode: "91350100M000100Y43", vatId: "12-345" }, "chat")).toEqual([]);
    expect(await write({ creditCode: "91350100M000100Y42" }, "import")).toEqual([]);
  });
});

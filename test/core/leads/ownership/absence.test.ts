import { expect, it } from "vitest";
import { createCalendar } from "../../../../src/calendar.ts";
import { createGate } from "../../../../src/core/gate/gate.ts";
import { submitAway } from "../../../../src/core/leads/ownership/absence.ts";
import type { Unit } from "../../../../src/core/ports.ts";
import { aPerson, testNow } from "../../../helpers/people.ts";

const services = { gate: createGate(), clock: () => testNow, workdays: createCalendar() };

it.each([
  ["2026-12-01", "12"],
  ["2026-12-01", ""],
  ["friday", "2026-12-01"],
  ["2026-12-01", "2026-02-31x"],
])("an absence from %j to %j is refused with a sentence", async (from, to) => {
  const person = aPerson("per_ana");
  const effect = submitAway(services, { person, params: {}, values: { from, to } });
  const { errors } = await effect({ now: testNow } as Unit);
  expect(errors?.to).toContain("must not lie before");
});

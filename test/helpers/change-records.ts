// What a CRM does to the records of a world, through the gate.
import type { Change } from "../../src/core/gate/gate.ts";
import { operator } from "../../src/core/people/actor.ts";
import type { World } from "./world.ts";

export const changeByCrm = ({ ringside }: World, ...changes: Change[]) =>
  ringside.records.write((unit) =>
    ringside.gate.apply(unit, { by: operator, via: "import", source: "crm:test", changes }),
  );

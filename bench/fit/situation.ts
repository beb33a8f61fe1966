// Leads and reps with twelve random factors, the same at every run: as flat arrays and as the values behind them.
import {
  createFitTable,
  type FactorShape,
  type FitTable,
  setRow,
  setValue,
  setWeights,
} from "../../src/core/leads/engine/fit-table.ts";
import { createUniform } from "../../src/core/statistics/uniform.ts";

export type Situation = {
  table: FitTable;
  weights: number[];
  /** One row of values, to set. */
  row: Uint8Array;
  /** The places of each rep. */
  capacities: number[];
};

const shapes = Array.from(
  { length: 12 },
  (_, factor): FactorShape => (factor < 10 ? "pair" : "rep"),
);
const weights = [20, 12, 12, 10, 8, 8, 6, 6, 4, 2, 8, 4];

export function createSituation({ leads, reps }: { leads: number; reps: number }): Situation {
  const random = createUniform(20_261_122);
  const percent = () => Math.floor(random() * 101);
  const table = createFitTable({ leads, reps, shapes });
  const row = new Uint8Array(reps);
  for (const [factor, shape] of shapes.entries()) {
    for (let lead = 0; shape === "pair" && lead < leads; lead += 1)
      setRow(table, { factor, lead, percents: row.map(percent) });
    for (let rep = 0; shape === "rep" && rep < reps; rep += 1)
      setValue(table, { factor, rep, percent: percent() });
  }
  setWeights(table, weights);
  const capacities = Array.from({ length: reps }, () =>
    Math.ceil((leads / reps) * (0.5 + random())),
  );
  return { table, weights, row: row.map(percent), capacities };
}

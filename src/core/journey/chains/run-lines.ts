// What is known of a run of touches between looking at them and working on them.
import { scopes } from "./customers.ts";

/** Touches taken together: few enough that what is looked at for them stays in the nearest caches. */
export const longestRun = 64;

/** One line per touch and scope in which it hits something. Its guards lie in the list before its steps. */
export type RunLines = {
  lines: number;
  ids: string[];
  ats: Float64Array;
  scopes: Uint8Array;
  /** Where their ids lie (id-table.ts), and their numbers. */
  hashes: Int32Array;
  customers: Int32Array;
  guardsTo: Int32Array;
  stepsTo: Int32Array;
};

/** Room for a run. */
export function createRunLines(): RunLines {
  const lines = longestRun * scopes.length;
  return {
    ...{ lines: 0, ids: Array<string>(lines).fill(""), ats: new Float64Array(lines) },
    ...{ scopes: new Uint8Array(lines), hashes: new Int32Array(lines) },
    ...{
      customers: new Int32Array(lines),
      guardsTo: new Int32Array(lines),
      stepsTo: new Int32Array(lines),
    },
  };
}

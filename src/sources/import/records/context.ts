// What every step of writing one file needs.
import type { Gate } from "../../../core/gate/gate.ts";
import type { NoteParams, RejectionCode } from "../../../core/importing/model.ts";
import type { Actor } from "../../../core/people/actor.ts";
import type { Store, Unit } from "../../../core/ports.ts";
import type { CompiledFile } from "../mapping/compile.ts";
import type { Note } from "./interpret.ts";

export type ImportContext = {
  store: Store;
  gate: Gate;
  by: Actor;
  batchId: string;
  /** "import:" and the mapping's name, or the kind; external ids and field values carry it. */
  source: string;
  /** Every source whose ids references may use, this one first. */
  sources: readonly string[];
  onBatch?: ((unit: Unit, batch: { leadIds: string[] }) => Promise<void> | void) | undefined;
};

/** How one batch of rows goes in. */
export type Pass = {
  context: ImportContext;
  file: CompiledFile;
  unit: Unit;
  /** Rows of its own file that a row refers to are all there: what is not found now never will be. */
  isLast: boolean;
  tally: Tally;
};

/** What one batch of rows came to; counted only once its transaction has committed. */
export type Tally = {
  stored: number;
  rejections: {
    line: number;
    code: RejectionCode;
    params: NoteParams;
    column: string | null;
  }[];
  notes: (Note & { line: number; count?: number })[];
  /** A row refers to one that has not come yet. */
  isPending: boolean;
};

export function createTally(): Tally {
  return { stored: 0, rejections: [], notes: [], isPending: false };
}

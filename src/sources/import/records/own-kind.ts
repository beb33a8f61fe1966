// From the kind of a file to the kind of record its rows become.
import { recordKindOf } from "../../../core/importing/fields.ts";
import type { RecordKind } from "../../../core/model.ts";
import type { CompiledFile } from "../mapping/compile.ts";

/** The record that each row of a file becomes; nothing for touches, which are no records. */
export function ownKindOf({ kind }: Pick<CompiledFile, "kind">): RecordKind | undefined {
  return kind === "touches" ? undefined : recordKindOf[kind];
}

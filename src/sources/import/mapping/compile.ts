// A mapping laid over the header of one file: which cell is read how, into which field of which record.
import { Refused } from "../../../core/errors.ts";
import {
  essentials,
  type FieldSpec,
  fieldSpec,
  recordKindOf,
} from "../../../core/importing/fields.ts";
import type { FileMapping, Target } from "../../../core/importing/mapping.ts";
import type { ImportKind } from "../../../core/importing/model.ts";
import { recordSchemas } from "../../../core/records/schemas.ts";
import { createFormatParser } from "../values/date.ts";
import { createReader, type Reader } from "../values/read-value.ts";

export type CompiledField = {
  field: string;
  spec: FieldSpec;
  target: Target;
  read: Reader;
  /** Field of the record; the import field's own name unless the spec says otherwise. */
  record: string;
  /** Whether the record may have this value, and whether it may have none. */
  fits: (value: unknown) => boolean;
  nullable: boolean;
};

export type CompiledColumn = CompiledField & { index: number; column: string };

export type CompiledFile = {
  name: string;
  kind: ImportKind;
  header: readonly string[];
  columns: CompiledColumn[];
  unmapped: { index: number; column: string }[];
  constants: (CompiledField & { value: unknown })[];
};

export type CompileOptions = { name: string; header: readonly string[]; mapping: FileMapping };

/** Throws Refused where the mapping names a column the file has not, or cannot make a record of its kind. */
export function compileFile({ name, header, mapping }: CompileOptions): CompiledFile {
  const { kind, columns: wanted, constants = {}, zone = "UTC" } = mapping;
  const columns = Object.entries(wanted).flatMap(([column, targets]) => {
    const index = header.indexOf(column);
    if (index === -1) throw missingColumn(name, column, header);
    return targets.map((target) => ({ index, column, ...compileField(kind, target, zone) }));
  });
  refuseWrongKind(name, kind, [...columns.map(({ field }) => field), ...Object.keys(constants)]);
  return {
    name,
    kind,
    header,
    columns,
    unmapped: header
      .map((column, index) => ({ column, index }))
      .filter(({ column }) => (wanted[column] ?? []).length === 0),
    constants: Object.entries(constants).map(([field, text]) => {
      const compiled = compileField(kind, { field }, zone);
      return { ...compiled, value: compiled.read(text).value };
    }),
  };
}

function compileField(kind: ImportKind, target: Target, zone: string): CompiledField {
  const spec = fieldSpec(kind, target.field);
  // The schema of mappings has checked this; a shipped or guessed one that fails is a bug.
  if (!spec) throw new Error(`${kind} has no field ${target.field}`);
  const formats = target.formats ? createFormatParser(target.formats, zone) : undefined;
  const read = createReader({ kind, target, spec, zone, ...(formats ? { formats } : {}) });
  const record = spec.record ?? target.field;
  return { field: target.field, spec, target, read, record, ...checksOf(kind, spec, record) };
}

/** The record's own schema says what fits, so that the gate never meets a value of ours it refuses. */
function checksOf(kind: ImportKind, spec: FieldSpec, record: string) {
  const anything = { fits: () => true, nullable: true };
  if (kind === "touches" || spec.type === "reference" || spec.record === null) return anything;
  const shape: Record<string, { safeParse(value: unknown): { success: boolean } }> =
    recordSchemas[spec.part ?? recordKindOf[kind]].shape;
  const schema = shape[record];
  if (!schema) return anything;
  const fits = (value: unknown) => schema.safeParse(value).success;
  return { fits, nullable: fits(null) };
}

function refuseWrongKind(name: string, kind: ImportKind, fields: readonly string[]): void {
  const missing = essentials[kind].find((group) => !group.some((field) => fields.includes(field)));
  if (!missing) return;
  throw new Refused(
    "wrong_kind",
    `${name} has no column for ${missing.join(" or ")}, so its rows are no ${kind}: import it as what it holds, or name the column in a mapping (--mapping).`,
    { file: name, kind },
  );
}

function missingColumn(name: string, column: string, header: readonly string[]): Refused {
  return new Refused(
    "mapping_column_missing",
    `The mapping names a column "${column}" that ${name} does not have; its columns are ${header.join(", ")}.`,
    { file: name, column },
  );
}

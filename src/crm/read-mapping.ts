// Reads a mapping file; whatever is wrong has its line.
import { readFile } from "node:fs/promises";
import { LineCounter, parseDocument } from "yaml";
import type { z } from "zod";
import { Refused } from "../core/errors.ts";
import { type CrmMapping, mappingSchema } from "../core/pipeline/write-back/mapping.ts";
import { type RestSettings, restSchema } from "./rest/schema.ts";

export type MappingFile = { file: string; mapping: CrmMapping; rest?: RestSettings };

/** Throws Refused with every mistake of the file. */
export async function readMapping(file: string): Promise<MappingFile> {
  const text = await readFile(file, "utf8").catch(() => {
    throw new Refused("crm_mapping", `${file} cannot be read. Correct CRM_MAPPING.`);
  });
  const lines = new LineCounter();
  const document = whole(file, () => parseDocument(text, { lineCounter: lines }));
  const [broken] = document.errors;
  if (broken) throw new Refused("crm_mapping", `${file}: ${broken.message}`);
  const { rest, ...written } = (whole(file, () => document.toJS() as unknown) ?? {}) as Record<
    string,
    unknown
  >;
  const lineOf = (path: readonly PropertyKey[]): number => {
    const node = document.getIn([...path], true) as { range?: [number] } | undefined;
    if (node?.range || path.length === 0) return lines.linePos(node?.range?.[0] ?? 0).line;
    return lineOf(path.slice(0, -1));
  };
  const say = (issues: z.core.$ZodIssue[], under: PropertyKey[]) =>
    issues.map(({ path, message }) => {
      const whole = [...under, ...path];
      return `${file}:${lineOf(whole)} ${whole.join(".")}: ${message}`;
    });
  const mapping = mappingSchema.safeParse(written);
  const api = rest === undefined ? undefined : restSchema.safeParse(rest);
  const problems = [
    ...(mapping.success ? [] : say(mapping.error.issues, [])),
    ...(!api || api.success ? [] : say(api.error.issues, ["rest"])),
  ];
  if (problems.length > 0 || !mapping.success) {
    throw new Refused("crm_mapping", problems.join("\n"));
  }
  return { file, mapping: mapping.data, ...(api?.success ? { rest: api.data } : {}) };
}

/** yaml descends by calls and follows aliases: what is nested or repeated without end is refused as what it is. */
function whole<Value>(file: string, read: () => Value): Value {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof RangeError || error instanceof ReferenceError)) throw error;
    throw new Refused(
      "crm_mapping",
      `${file} is nested too deeply, or its aliases repeat too much.`,
    );
  }
}

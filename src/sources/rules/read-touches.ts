// A file of touches to try rules on: JSON lines, no database. It takes the names of the import and those of our own log
// (contact or contactId, account or accountId), and refuses a line it cannot read rather than judge without it.
import { createReadStream } from "node:fs";
import { createInterface } from "node:readline";
import { z } from "zod";
import { Refused } from "../../core/errors.ts";
import type { Touch } from "../../core/model.ts";
import { parseDate } from "../import/values/date.ts";

/** The touches of a file, each id once; a later line with a known id is the same touch again. */
export type ReadTouches = { touches: Touch[]; duplicates: number };

const name = z
  .union([z.string(), z.number()])
  .transform((value) => String(value).trim() || null)
  .nullish();

/** UTC milliseconds, or a date as people and programs write it; without a zone it is UTC. */
const moment = z.union([z.number(), z.string()]).transform((value, context) => {
  const at = typeof value === "number" ? value : parseMoment(value);
  if (at !== undefined && Number.isSafeInteger(at)) return at;
  context.addIssue({ code: "custom", message: `${JSON.stringify(value)} is no time` });
  return z.NEVER;
});

/** Programs write ISO 8601, which is read a hundred times faster than everything else. */
function parseMoment(text: string): number | undefined {
  const isIso = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,3})?(Z|[+-]\d\d:\d\d)$/.test(text);
  const at = isIso ? Date.parse(text) : Number.NaN;
  return Number.isNaN(at) ? parseDate(text, { order: "dmy", zone: "UTC" }) : at;
}

const props = z.record(z.string(), z.unknown());
const line = z
  .object({
    id: name,
    contact: name,
    contactId: name,
    anonymousId: name,
    account: name,
    accountId: name,
    type: z.string().trim().min(1),
    at: moment,
    receivedAt: moment.nullish(),
    props: props.nullish(),
    properties: props.nullish(),
    source: z.string().nullish(),
  })
  .refine(({ contact, contactId, anonymousId }) => contact ?? contactId ?? anonymousId, {
    message: "it is of nobody: give contact or anonymousId",
  });

/** Reads a file. Throws Refused (`bad_touches`) naming the line that is no touch, or `no_file`. */
export async function readTouches(file: string): Promise<ReadTouches> {
  const known = new Map<string, Touch>();
  let duplicates = 0;
  let number = 0;
  try {
    const lines = createInterface({
      input: createReadStream(file, "utf8"),
      crlfDelay: Number.POSITIVE_INFINITY,
    });
    for await (const text of lines) {
      number += 1;
      if (text.trim() === "") continue;
      const touch = toTouch(text, { file, number });
      if (known.has(touch.id)) duplicates += 1;
      else known.set(touch.id, touch);
    }
  } catch (error) {
    throw asRefusal(error, file);
  }
  return { touches: [...known.values()], duplicates };
}

type Where = { file: string; number: number };

function toTouch(text: string, { file, number }: Where): Touch {
  const read = line.safeParse(parse(text, { file, number }));
  if (!read.success) throw refuse({ file, number }, sayWrong(read.error));
  const { id, contact, contactId, anonymousId, account, accountId, ...rest } = read.data;
  return {
    // Padded, so that ties go by line.
    id: id ?? `line-${String(number).padStart(9, "0")}`,
    contactId: contactId ?? contact ?? null,
    anonymousId: anonymousId ?? null,
    accountId: accountId ?? account ?? null,
    type: rest.type,
    at: rest.at,
    receivedAt: rest.receivedAt ?? rest.at,
    props: rest.props ?? rest.properties ?? {},
    source: rest.source ?? "file",
  };
}

function parse(text: string, where: Where): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ""));
  } catch {
    throw refuse(where, "this is no JSON: write one object per line");
  }
}

function sayWrong({ issues }: z.ZodError): string {
  const [issue] = issues;
  const path = issue?.path.join(".");
  return path ? `${path}: ${issue?.message}` : (issue?.message ?? "this is no touch");
}

function refuse({ file, number }: Where, what: string): Refused {
  const message = `${file}:${number} ${what}. Correct this line and try again.`;
  return new Refused("bad_touches", message, { file, line: number });
}

function asRefusal(error: unknown, file: string): unknown {
  if (error instanceof Refused) return error;
  const { code, message } = error as NodeJS.ErrnoException;
  if (!code) return error;
  return new Refused("no_file", `${file} cannot be read (${message}): give a file of JSON lines.`);
}

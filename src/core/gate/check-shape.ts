// The gate asks: would the changed record still be one?
import type { z } from "zod";
import { recordDefaults } from "../records/defaults.ts";
import { toNameKey } from "../records/names.ts";
import { isSameValue } from "../records/same-value.ts";
import { recordSchemas } from "../records/schemas.ts";
import type { Change, Draft, Refusal } from "./gate.ts";

/** The record as it would be, or why it cannot be one. */
export function checkShape(
  index: number,
  change: Change,
  existing: Record<string, unknown> | undefined,
  now: number,
): Draft | Refusal {
  if (!change.create && !existing) {
    return refuse(index, {
      code: "missing",
      field: null,
      message: `There is no ${change.kind} ${change.id}.`,
    });
  }
  const before = change.create ? undefined : existing;
  const whole = { ...(before ?? newRecord(change, now)), ...change.set, id: change.id };
  const parsed = recordSchemas[change.kind].safeParse({ ...whole, ...derived(change, whole, now) });
  if (!parsed.success) return toRefusal(index, change, parsed.error);

  const after: Record<string, unknown> = parsed.data;
  const fields = Object.keys(change.set).filter(
    (field) => !isSameValue(before?.[field], after[field]),
  );
  return { index, change, before, after, fields };
}

function newRecord(change: Change, now: number): Record<string, unknown> {
  return { ...recordDefaults[change.kind], createdAt: now };
}

/** Fields that follow from others and are nobody's to set. */
function derived(
  change: Change,
  whole: Record<string, unknown>,
  now: number,
): Record<string, unknown> {
  const named = change.kind === "account" || change.kind === "product";
  return {
    ...(change.kind === "team" ? {} : { updatedAt: now }),
    ...(named && typeof whole.name === "string" ? { nameKey: toNameKey(whole.name) } : {}),
  };
}

function toRefusal(index: number, change: Change, error: z.ZodError): Refusal {
  const issue = error.issues[0];
  const field = issue?.path[0];
  const name = typeof field === "string" ? field : null;
  return refuse(index, {
    code: "invalid",
    field: name,
    message: `${change.kind}.${name ?? "record"}: ${issue?.message ?? "is not valid"}`,
  });
}

function refuse(index: number, why: Omit<Refusal, "index">): Refusal {
  return { index, ...why };
}

// From what the page or the console hands over to events and interactions: checked once, here.
import { z } from "zod";
import { maxRefLength } from "../../core/card.ts";
import { Refused } from "../../core/errors.ts";
import type { ChatEvent, Interaction, ShortcutName, Values } from "../adapter.ts";
import { localConnection } from "./adapter.ts";
import { limits } from "./limits.ts";

/** Who did it and under which key; the same key is the same event, however often it arrives. */
export type Origin = { personId: string; key: string; at: number };

const origin = z.object({
  personId: z.string().min(1).max(limits.id),
  key: z
    .string()
    .regex(/^[\w-]+$/)
    .max(limits.key),
  at: z.int(),
});
const words = z.string().max(limits.text);
const ref = z.string().min(1).max(maxRefLength);
const values = z.record(z.string(), z.union([words, z.number(), z.array(words)]));
const dropped = z.object({ assetId: z.string().min(1), name: z.string(), text: words });

/** Words somebody wrote. */
export function parseMessage(from: Origin, text: string): ChatEvent {
  const said = check(words, text).trim();
  if (!said) throw new Refused("local.nothing-said", "The message is empty.");
  return { ...toInbound(from), kind: "message", text: said };
}

/** A file somebody dropped, already kept as an asset, with the words that came with it. */
export function parseFile(
  from: Origin,
  file: { assetId: string; name: string; text: string },
): ChatEvent {
  return { ...toInbound(from), kind: "file", ...check(dropped, file) };
}

/** Somebody opened the chat. */
export function parseOpened(from: Origin): ChatEvent {
  return { ...toInbound(from), kind: "opened" };
}

/** A pressed button. */
export function parsePress(from: Origin, pressed: string): Interaction {
  return { ...toInbound(from), kind: "action", ref: check(ref, pressed) };
}

/** A filled form. */
export function parseSubmit(
  from: Origin,
  { ref: pressed, values: answers }: { ref: string; values: Values },
): Interaction {
  return {
    ...toInbound(from),
    kind: "submit",
    ref: check(ref, pressed),
    values: check(values, answers),
  };
}

/** A shortcut, with the words of the message it was picked on. */
export function parseShortcut(
  from: Origin,
  { shortcut, text }: { shortcut: ShortcutName; text: string },
): Interaction {
  return { ...toInbound(from), kind: "shortcut", shortcut, text };
}

function toInbound(from: Origin) {
  const { personId, key, at } = check(origin, from);
  const surface = "local" as const;
  return { key, surface, connection: localConnection, externalId: personId, at };
}

function check<Value>(schema: z.ZodType<Value>, input: unknown): Value {
  const result = schema.safeParse(input);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  if (issue?.code === "too_big" && issue.maximum === limits.text) {
    const message = `A text on the local chat may have ${limits.text} characters.`;
    throw new Refused("local.text-too-long", message, { limit: limits.text });
  }
  throw new Refused("local.bad-request", z.prettifyError(result.error));
}

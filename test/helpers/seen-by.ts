// What stands in somebody's conversation, read as one text.
import type { Actor } from "./surfaces.ts";

/** All words of every message, oldest first. */
export async function seenBy(actor: Actor): Promise<string> {
  return (await actor.all()).map(({ text }) => text).join("\n");
}

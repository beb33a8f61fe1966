// Who speaks: a colleague, or a stranger who gets one sentence.
import type { Person } from "../core/model.ts";
import { textsFor } from "../core/text/texts.ts";
import type { Effect } from "../core/use-case.ts";
import type { ChatEvent, Interaction } from "./adapter.ts";

/** The colleague behind a platform account; nobody for strangers, guests and those who left. */
export type FindPerson = (event: ChatEvent | Interaction) => Promise<Person | undefined>;

/** Strangers get one sentence, in both languages, and nothing else. */
export function strangerEffect(event: ChatEvent | Interaction): Effect {
  const sentence = textsFor("en").chat.stranger;
  return async (unit) => {
    if (["opened", "unopened", "flooded"].includes(event.kind)) return {};
    if (["action", "submit", "shortcut"].includes(event.kind)) return { toast: sentence };
    unit.post({
      to: toAccount(event),
      card: {
        key: `stranger:${toAccount(event)}`,
        title: sentence,
        tone: "info",
        summary: sentence,
        blocks: [],
      },
    });
    return {};
  };
}

/** A target that is a platform account rather than a person of ours. */
export function toAccount({
  surface,
  connection,
  externalId,
}: Pick<ChatEvent, "surface" | "connection" | "externalId">): string {
  return `account:${JSON.stringify([surface, connection, externalId])}`;
}

/** Reads what toAccount wrote. */
export function fromAccount(
  target: string,
): { surface: string; connection: string; externalId: string } | undefined {
  if (!target.startsWith("account:")) return undefined;
  const [surface, connection, externalId] = JSON.parse(target.slice("account:".length)) as string[];
  if (!surface || !connection || !externalId) return undefined;
  return { surface, connection, externalId };
}

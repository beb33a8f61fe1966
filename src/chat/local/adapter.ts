// The local chat as the rest of Ringside sees it: the same port as Slack and Lark.
import { Refused } from "../../core/errors.ts";
import type { LocalMessage } from "../../core/facts.ts";
import type { Store } from "../../core/ports.ts";
import type { Address, ChatAdapter, MessageRef } from "../adapter.ts";
import type { LocalClient } from "./client.ts";

/** The one connection of the local chat; on it a person's external id is their own id. */
export const localConnection = "local";

export function createLocalAdapter(client: LocalClient, store: Store): ChatAdapter {
  return {
    surface: "local",
    async send(to, card, key) {
      await requirePerson(store, to);
      const place = { personId: to.externalId, ...(to.thread?.id ? { under: to.thread.id } : {}) };
      return toRef(await client.send(place, card, key));
    },
    async update(ref, card) {
      await client.edit(ref.id ?? "", card);
    },
    async find(to, key) {
      const message = await client.find(key);
      return message?.personId === to.externalId ? toRef(message) : undefined;
    },
  };
}

async function requirePerson(store: Store, { externalId }: Address): Promise<void> {
  if (await store.read.people.get(externalId)) return;
  throw new Refused("local.unknown-person", `Nobody on the local chat has the id ${externalId}.`);
}

function toRef(message: LocalMessage): MessageRef {
  return { id: message.id };
}

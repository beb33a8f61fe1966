// The port between a chat platform and Ringside. Slack, Lark and the local chat each have one adapter.
import type { Card, Outcome } from "../core/card.ts";
import type { Surface } from "../core/model.ts";

/** Where a message stands on its platform; only its adapter looks inside. */
export type MessageRef = Record<string, string>;

/** Whom to write to: a platform account on one connection. */
export type Address = { connection: string; externalId: string };

/** Sends and edits cards. Throws RetryLater when busy or away, Refused when the platform will never take it. */
export interface ChatAdapter {
  readonly surface: Surface;
  /** `key` is the idempotency key of this one message. */
  send(to: Address, card: Card, key: string): Promise<MessageRef>;
  update(ref: MessageRef, card: Card): Promise<void>;
  /** How long the platform itself takes the same key only once. */
  readonly idempotentForMs?: number;
  /** Looks for a message sent under a key, after a failure that left its fate unknown. */
  find?(to: Address, key: string): Promise<MessageRef | undefined>;
}

type Inbound = {
  /** The platform's own id of this event: a redelivery has the same. */
  key: string;
  /** Other keys under which the same event may come again. */
  aliases?: string[];
  surface: Surface;
  connection: string;
  /** The platform account it comes from. */
  externalId: string;
  at: number;
};

/** Something a person said, dropped or opened. Answered by cards, later. */
export type ChatEvent = Inbound &
  (
    | { kind: "message"; text: string }
    | { kind: "file"; assetId: string; name: string; text: string }
    | { kind: "opened" }
  );

/** A press or a filled form. Answered at once. */
export type Interaction = Inbound &
  ({ kind: "action"; ref: string } | { kind: "submit"; ref: string; values: Values });

/** What a form came back with: strings, numbers, or lists of strings, by field name. */
export type Values = Record<string, string | number | string[]>;

/** What an adapter hands its verified events to. */
export interface ChatHost {
  /** Resolves once the event is on disk; the work comes after. */
  accept(event: ChatEvent): Promise<void>;
  /** Persists, decides and returns the answer for the acknowledgement. A redelivery gets the same answer. */
  interact(interaction: Interaction): Promise<Outcome>;
}

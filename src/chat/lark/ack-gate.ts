// A card whose press is being answered is locked: a change before the answer is lost on the phone that pressed.
import { setTimeout } from "node:timers/promises";

export type AckGate = {
  /** Holds changes of a message until what is answered has been, and has settled. */
  hold(messageId: string): () => void;
  /** Resolves when nobody holds the message. */
  wait(messageId: string): Promise<void>;
};

export function createAckGate({ settleMs }: { settleMs: number }): AckGate {
  const held = new Map<string, Promise<void>>();
  return {
    hold(messageId) {
      let answered = (): void => {};
      const until = new Promise<void>((resolve) => {
        answered = resolve;
      }).then(() => setTimeout(settleMs));
      const all = Promise.all([held.get(messageId), until]).then(() => {
        if (held.get(messageId) === all) held.delete(messageId);
      });
      held.set(messageId, all);
      return answered;
    },
    wait: async (messageId) => held.get(messageId),
  };
}

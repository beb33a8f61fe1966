// The first time a socket stands, or the reason it never will.
import { RetryLater } from "../../../core/errors.ts";
import { within } from "../../../within.ts";

export type Ready = {
  resolve(): void;
  reject(error: Error): void;
  /** Rejects with RetryLater when neither happened in time: the SDK itself may try for ever. */
  within(ms: number): Promise<void>;
};

export function createReady(): Ready {
  let settle: { resolve: () => void; reject: (error: Error) => void } | undefined;
  const done = new Promise<void>((resolve, reject) => {
    settle = { resolve, reject };
  });
  done.catch(() => {});
  return {
    resolve: () => settle?.resolve(),
    reject: (error) => settle?.reject(error),
    async within(ms) {
      const isUp = done.then(() => true);
      if (await within(isUp, ms)) return;
      throw new RetryLater("The long connection to Lark did not come up.", { afterMs: 30_000 });
    },
  };
}

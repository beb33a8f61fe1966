// Where the SDK keeps an app's token. One each: the SDK's own cache is shared by app id across domains.
import type { Cache } from "@larksuiteoapi/node-sdk";

export type TokenCache = Cache & {
  /** Forgets the token, after Lark said it is no longer good. */
  clear(): void;
};

export function createTokenCache(): TokenCache {
  const kept = new Map<string, { value: unknown; until: number }>();
  const nameOf = (key: string | symbol | object) => key.toString();
  return {
    async set(key, value, expire) {
      kept.set(nameOf(key), { value, until: expire ?? Number.POSITIVE_INFINITY });
      return true;
    },
    async get(key) {
      const entry = kept.get(nameOf(key));
      // The SDK counts in real time, whatever clock the rest of us holds.
      return entry && entry.until > Date.now() ? entry.value : undefined;
    },
    clear: () => kept.clear(),
  };
}

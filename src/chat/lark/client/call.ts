// One call of Lark's API: its code checked, a stale token renewed once, and what keeps the whole app from working noted.
import { Refused, RetryLater } from "../../../core/errors.ts";
import { LarkFault } from "./failures.ts";

/** What every answer of Lark has. */
export type Answer = { code?: number | undefined; msg?: string | undefined };
/** Throws LarkFault for a refusal and RetryLater when Lark did not answer. */
export type Call = <Given extends Answer>(make: () => Promise<Given>) => Promise<Given>;

/** `trouble` is the last refusal that concerns the app rather than one call; undefined since a call went well. */
export function createCall({ renew }: { renew: () => void }): {
  call: Call;
  trouble: () => string | undefined;
} {
  let trouble: string | undefined;
  return {
    trouble: () => trouble,
    async call(make) {
      try {
        const answer = await callTwice(make, renew);
        trouble = undefined;
        return answer;
      } catch (error) {
        if (error instanceof LarkFault && error.isOfApp) trouble = error.message;
        throw error;
      }
    },
  };
}

// A revoked token stays in the cache until it would have expired.
async function callTwice<Given extends Answer>(
  make: () => Promise<Given>,
  renew: () => void,
): Promise<Given> {
  const once = () => make().then(requireOk, rethrow);
  try {
    return await once();
  } catch (error) {
    if (!(error instanceof LarkFault) || error.reaction !== "token") throw error;
    renew();
    return await once();
  }
}

function requireOk<Given extends Answer>(answer: Given): Given {
  const { code, msg = "" } = answer;
  if (code === 0) return answer;
  const { afterMs } = answer as { afterMs?: number };
  throw new LarkFault(code ?? -1, { message: msg, afterMs });
}

/** What the SDK throws, as one of ours: it reports refused keys as an error with the code in its sentence. */
export function rethrow(error: unknown): never {
  if (error instanceof LarkFault || error instanceof Refused || error instanceof RetryLater)
    throw error;
  const message = error instanceof Error ? error.message : "";
  const code = /code: (\d+)/.exec(message)?.[1];
  if (code) throw new LarkFault(Number(code), { message });
  throw new RetryLater("Lark's SDK failed.", { afterMs: 5_000, ambiguous: true });
}

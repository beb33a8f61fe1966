// Where a talk track was used: with an action that was done, or as its rep said, for which deal.
import type { NextAction } from "../journey/actions/next-action.ts";
import type { Reader } from "../ports.ts";

/** Something done once for one customer. */
export type Use = { scriptId: string; dealId: string | null; accountId: string | null; at: number };

/** What a rep says when they used a talk track; its audit names the deal. */
export const usedAction = "script.used";

/** Uses of these talk tracks, in no order. */
export async function usesOf(read: Reader, scriptIds: readonly string[]): Promise<Use[]> {
  const done = await read.nextActions.find({ state: "done", talkTrack: scriptIds });
  const said = await read.audits.find({
    ...{ kind: "script", recordId: scriptIds, action: usedAction },
  });
  return [
    ...done.map((action) => useOf(action)),
    ...said.map(({ recordId, detail, at }) => ({
      ...{ scriptId: recordId, at, accountId: null },
      dealId: dealIn(detail),
    })),
  ];
}

/** A done action as a use. */
export function useOf({ talkTrack, dealId, accountId, closedAt }: NextAction): Use {
  const at = closedAt ?? Number.NEGATIVE_INFINITY;
  return { scriptId: talkTrack ?? "", dealId, accountId, at };
}

function dealIn(detail: unknown): string | null {
  const { dealId } = (detail ?? {}) as { dealId?: unknown };
  return typeof dealId === "string" ? dealId : null;
}

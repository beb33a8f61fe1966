// Touches for tests, whole, with only what matters to the test spelled out.
import type { Touch } from "../../src/core/model.ts";

/** A touch of Wang Li, received when it happened. */
export function aTouch(id: string, at: number, set: Partial<Touch> = {}): Touch {
  return {
    ...{ id, contactId: "con_wang", anonymousId: null, accountId: null, type: "page.view" },
    ...{ at, receivedAt: at, props: {}, source: "test", ...set },
  };
}

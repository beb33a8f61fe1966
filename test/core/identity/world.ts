// A company whose visitors can be met: touches as sources append them.
import { strangerOf, type Who } from "../../../src/core/journey/who.ts";
import type { Touch } from "../../../src/core/model.ts";
import { testNow } from "../../helpers/people.ts";
import type { World } from "../../helpers/world.ts";

let count = 0;

/** A touch as a source tells it; its person is `who`. */
export function aVisit(who: Who, set: Partial<Touch> = {}): Touch {
  count += 1;
  return {
    id: `tch_visit_${count}`,
    contactId: null,
    anonymousId: strangerOf(who),
    accountId: null,
    type: "page.view",
    at: testNow - 3_600_000,
    receivedAt: testNow - 3_600_000,
    source: "web",
    ...set,
    props: { page: "pricing", who, ...set.props },
  };
}

/** Touches arrive, and whoever follows the log has seen them. */
export async function visits({ ringside }: World, ...touches: Touch[]): Promise<void> {
  await ringside.events.append(touches);
  await ringside.drain();
}

/** Whom a visitor of the log is taken for. */
export async function linkOf({ ringside }: World, visitorId: string): Promise<string | null> {
  return (await ringside.records.read.visitors.get(visitorId))?.contactId ?? null;
}

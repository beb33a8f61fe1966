// A history of touches for conversations about rules.
import type { Touch } from "../../src/core/model.ts";
import { testNow } from "./people.ts";
import type { Stage } from "./surfaces.ts";
import { aTouch } from "./touches.ts";

const day = 86_400_000;
/** The preset that the history fires. */
export const doubtRule = "quiet-pricing-doubt";
const product = { page: "product", dwellSeconds: 200 };

/** The three signs of the preset, `ago` days back. */
export function doubts(contactId: string, ago: number, dwellSeconds = 200): Touch[] {
  const at = testNow - ago * day;
  const of = (name: string, set: Partial<Touch>) =>
    aTouch(`${contactId}-${ago}-${name}`, at, { contactId, ...set });
  return [
    of("a", { props: { ...product, dwellSeconds } }),
    { ...of("b", { type: "file.download", props: { kind: "whitepaper" } }), at: at + 1_000 },
    { ...of("c", { type: "page.leave", props: { page: "pricing" } }), at: at + 2_000 },
  ];
}

/** A history of 100 days: Wang Li doubted three times, and somebody came a step short. */
export async function withHistory({ world }: Stage): Promise<void> {
  await world.add("contact", "con_near", { name: "Nora Near" });
  await world.ringside.events.append([
    aTouch("old", testNow - 100 * day),
    ...doubts("con_wang", 80),
    ...doubts("con_wang", 40, 150),
    ...doubts("con_wang", 3),
    ...doubts("con_near", 60).slice(0, 2),
  ]);
}

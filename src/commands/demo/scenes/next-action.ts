// Scene 2: what the new customer does on the website completes a chain, and becomes the rep's next action.
import { minuteMs } from "../../../core/durations.ts";
import type { Touch } from "../../../core/model.ts";
import { textsFor } from "../../../core/text/texts.ts";
import { switchOnPresets } from "../../write/switch-on-presets.ts";
import { cardOf, repOf, type Scene, type Stage } from "../stage.ts";

/** Looks at the product closely, takes the white paper, leaves the prices: minutes apart, as the preset has it. */
const visit: { type: string; props: Touch["props"]; after: number }[] = [
  { type: "page.view", props: { page: "product", dwellSeconds: 210 }, after: 1 },
  { type: "file.download", props: { kind: "whitepaper" }, after: 5 },
  { type: "page.leave", props: { page: "pricing", dwellSeconds: 8 }, after: 8 },
];

export const nextAction: Scene = {
  name: "nextAction",
  async play(stage): Promise<object> {
    const rep = repOf(stage);
    const texts = textsFor(stage.options.language).demo;
    const { records, clock } = stage.ringside;
    await switchOnPresets({ store: records, clock });
    await stage.tell(texts.visits);
    await arrive(stage);
    const [action] = await records.read.nextActions.find(
      { personId: rep.id },
      { order: { by: "createdAt", descending: true }, limit: 1 },
    );
    const [nudge] = await records.read.nudges.find(
      { personId: rep.id, kind: "next_action" },
      { order: { by: "createdAt", descending: true }, limit: 1 },
    );
    if (!action || !nudge) throw new Error("The chain matched nothing.");
    await stage.tell(texts.completed({ rep: rep.name }));
    await stage.show(rep, await cardOf(stage, rep, nudge.cardKey));
    await stage.presses(rep, "action.done");
    const after = await records.read.nextActions.get(action.id);
    return {
      ...{ rep: rep.name, action: action.action, value: action.reasons.value },
      ...{ touches: action.reasons.evidence.length, state: after?.state },
    };
  },
};

async function arrive(stage: Stage): Promise<void> {
  const { ringside, cast } = stage;
  const began = ringside.clock();
  const touches = visit.map(({ type, props, after }, index): Touch => {
    const at = began + after * minuteMs;
    return {
      ...{ id: `tch_demo_${index}`, contactId: cast.contactId ?? null, anonymousId: null },
      ...{ accountId: null, type, props, at, receivedAt: at, source: "web" },
    };
  });
  await stage.passes(10 * minuteMs);
  await ringside.events.append(touches);
  await ringside.drain();
}

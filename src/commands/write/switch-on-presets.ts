// The presets, switched on for the sample team: a real team switches its own on in chat, after looking at what they would
// have done.
import { dayMs } from "../../core/durations.ts";
import { publishRule } from "../../core/journey/rules-in-force.ts";
import type { Clock, Store } from "../../core/ports.ts";
import { readRules } from "../../sources/rules/read-rules.ts";
import { shippedRules } from "../../sources/rules/shipped.ts";

/** What customers did within a day still calls for something; what they did before is history. */
const freshMs = dayMs;

export async function switchOnPresets({
  store,
  clock,
}: {
  store: Store;
  clock: Clock;
}): Promise<void> {
  const { rules } = await readRules(shippedRules);
  const activatedAt = clock() - freshMs;
  await store.write(async (unit) => {
    for (const { rule, source } of rules) {
      const version = { ruleId: rule.id, source, authorId: null, reason: null, activatedAt };
      await publishRule(unit, version);
    }
  });
}

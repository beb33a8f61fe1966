// Which slider, moved how little, makes a rule fire as rarely as a team can bear.
import { weekMs } from "../../durations.ts";
import type { Rule, Slider } from "../rules/rule.ts";
import { ruleSchema } from "../rules/schema.ts";
import { moveSlider, readSlider } from "../rules/sliders.ts";
import { type RunOptions, runRules } from "./run-rules.ts";
import { fullestWeek, lastWeeks } from "./weeks.ts";

/** A slider's new value, and the matches of the fullest of the last weeks with it. */
export type Suggestion = { sliderId: string; value: number; perWeek: number };

type Options = {
  rule: Rule;
  source: unknown;
  run: Pick<RunOptions, "touches" | "until" | "pause">;
  most: number;
};

/** Values tried between where a slider stands and each of its ends. */
const triedPerSide = 6;
const lookBackMs = 4 * weekMs;

/** The smallest move that is enough, as a share of the slider's length; null when none is. */
export async function suggestSlider({
  rule,
  source,
  run,
  most,
}: Options): Promise<Suggestion | null> {
  const trials = rule.sliders.flatMap((slider) => trialsOf(slider, source));
  if (trials.length === 0) return null;
  const since = run.until - lookBackMs - rule.withinMs - (rule.absent?.forMs ?? 0);
  const touches = run.touches.filter(({ at }) => at >= since);
  const moments = new Map<Rule, number[]>(trials.map((trial) => [trial.rule, []]));
  await runRules({ ...run, touches, rules: [...moments.keys()] }, (match) => {
    moments.get(match.rule)?.push(match.at);
  });
  const enough = trials
    .map((trial) => ({
      ...trial,
      perWeek: fullestWeek(lastWeeks(moments.get(trial.rule) ?? [], run.until)),
    }))
    .filter((trial) => trial.perWeek <= most && trial.perWeek > 0)
    .sort((one, other) => one.moved - other.moved);
  const [best] = enough;
  return best ? { sliderId: best.sliderId, value: best.value, perWeek: best.perWeek } : null;
}

type Trial = { sliderId: string; value: number; moved: number; rule: Rule };

function trialsOf(slider: Slider, source: unknown): Trial[] {
  const { id, min, max } = slider;
  const stands = readSlider(slider, source);
  if (stands === undefined) return [];
  const values = [min, max].flatMap((end) =>
    Array.from({ length: triedPerSide }, (_, index) => {
      const wanted = stands + ((end - stands) * (index + 1)) / triedPerSide;
      return readSlider(slider, moveSlider(slider, source, wanted));
    }),
  );
  return [...new Set(values)].flatMap((value): Trial[] => {
    if (value === undefined || value === stands) return [];
    const read = ruleSchema.safeParse(moveSlider(slider, source, value));
    if (!read.success) return [];
    const rule = { ...read.data, id: `${read.data.id} ${id} ${value}` };
    return [{ sliderId: id, value, moved: Math.abs(value - stands) / (max - min || 1), rule }];
  });
}

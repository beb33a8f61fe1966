// A rule's sliders: the few numbers of it a manager moves in chat. A slider names a place in the rule as written.
import { dayMs, hourMs } from "../../durations.ts";
import type { Finding } from "./check-rule.ts";
import { parseDuration } from "./duration.ts";
import type { Rule, Slider } from "./rule.ts";

const unitMs = { hours: hourMs, days: dayMs } as const;
const letters = { hours: "h", days: "d" } as const;

/** Where a slider stands in a rule as written; nothing when there is no such number. */
export function readSlider({ sets, unit }: Slider, source: unknown): number | undefined {
  const written = toPath(sets).reduce<unknown>(
    (value, key) => (value as Partial<Record<string, unknown>> | null | undefined)?.[key],
    source,
  );
  if (unit !== "hours" && unit !== "days") return typeof written === "number" ? written : undefined;
  const ms = typeof written === "string" ? parseDuration(written) : undefined;
  return ms === undefined ? undefined : ms / unitMs[unit];
}

/** A copy of a rule as written, with one slider moved; a value beyond its ends is taken to the nearest one allowed. */
export function moveSlider(slider: Slider, source: unknown, value: number): unknown {
  const { min, max, step, unit } = slider;
  const steps = Math.round((Math.min(max, Math.max(min, value)) - min) / step);
  const number = Math.min(max, Number((min + steps * step).toFixed(6)));
  const written = unit === "hours" || unit === "days" ? `${number}${letters[unit]}` : number;
  return replaceAt(source, toPath(slider.sets), written);
}

/** Finds sliders that set nothing, stand outside their own ends, or share an id. */
export function checkSliders({ sliders }: Rule, source: unknown): Finding[] {
  return sliders.flatMap((slider, index) => {
    const complain = (key: string, message: string, fix: string): Finding[] => [
      { code: "invalid", path: ["sliders", index, key], message, fix },
    ];
    const { id, sets, min, max } = slider;
    if (sliders.findIndex((each) => each.id === id) < index) {
      return complain("id", `two sliders are called "${id}"`, "rename one");
    }
    const stands = readSlider(slider, source);
    if (stands === undefined) {
      const fix = "write the keys to it with dots, such as steps.0.where.percent.gte";
      return complain(
        "sets",
        `the slider "${id}" moves nothing: ${sets} is no ${slider.unit}`,
        fix,
      );
    }
    if (stands >= min && stands <= max) return [];
    return complain("min", `"${id}" is ${stands}, outside of ${min} to ${max}`, "widen the slider");
  });
}

const toPath = (sets: string) => sets.split(".");

function replaceAt(value: unknown, [key, ...rest]: string[], written: unknown): unknown {
  if (key === undefined) return written;
  if (Array.isArray(value)) {
    return value.map((each, index) =>
      String(index) === key ? replaceAt(each, rest, written) : each,
    );
  }
  const group = value as Record<string, unknown>;
  return { ...group, [key]: replaceAt(group[key], rest, written) };
}

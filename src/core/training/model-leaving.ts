// What leaves this machine for a connected chat model, in sentences for the people whose words it is.
import type { Texts } from "../text/en.ts";

/** Where words go; undefined: no model is connected. */
export type ModelEndpoint = { host: string; model: string };

/** The sentences for `privacy`: all that is sent, where to, and what never is. */
export function describeModelLeaving(
  endpoint: ModelEndpoint | undefined,
  { model: texts, ask }: Pick<Texts, "model" | "ask">,
): string[] {
  if (!endpoint) return [texts.none];
  const place = { model: endpoint.model, endpoint: endpoint.host };
  const { customer, judge, updates, never } = texts;
  return [customer(place), judge(place), updates(place), ask.leaving(place), never];
}

// Sessions played to their end from the scripts, for tests of what comes after.
import { readFileSync } from "node:fs";
import { parse } from "yaml";
import type { Language } from "../../../src/core/model.ts";
import { toPlan } from "../../../src/core/training/customer/plan.ts";
import type { Library } from "../../../src/core/training/library.ts";
import { playScript } from "../../../src/core/training/session/play-script.ts";
import type { Session } from "../../../src/core/training/session/session.ts";

type Pair = { scenario: string; excellent: string[]; poor: string[] };

/** The first scripted scenario of a language, played by an excellent or a poor rep. */
export function played(
  library: Library,
  {
    language = "en",
    rep = "excellent",
    seed = 1,
  }: { language?: Language; rep?: "excellent" | "poor"; seed?: number } = {},
): Session {
  const file = new URL(`./scripts/${language}.yaml`, import.meta.url);
  const [pair] = parse(readFileSync(file, "utf8")) as Pair[];
  if (!pair) throw new Error("There is a script in every language.");
  const plan = toPlan(library, { scenario: pair.scenario, language });
  return playScript(plan, { seed, script: pair[rep].map((text) => ({ text })) }).session;
}

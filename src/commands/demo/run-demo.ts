// `demo` from the command line: which story, in which language, how fast.
import { setTimeout } from "node:timers/promises";
import { InvalidArgumentError } from "commander";
import type { Terminal } from "../../cli.ts";
import { languages } from "../../core/model.ts";
import { createLog } from "../../log.ts";
import { demo } from "../demo.ts";
import { stories } from "./stories.ts";

type DemoFlags = { lang: string; story: string; fast?: boolean; json?: boolean };

/** Tells a story on the terminal, or returns what it led to as JSON. */
export async function runDemo(
  terminal: Terminal,
  { lang, story, fast = false, json = false }: DemoFlags,
): Promise<void> {
  const language = languages.find((one) => one === lang);
  if (!language) throw new InvalidArgumentError(`--lang takes ${languages.join(" or ")}`);
  const load = Object.hasOwn(stories, story) ? stories[story] : undefined;
  if (!load) throw new InvalidArgumentError(`--story takes ${Object.keys(stories).join(" or ")}`);
  const isPaced = !fast && !json && process.stdout.isTTY === true;
  const report = await demo({
    ...{ language, story: await load() },
    print: json ? () => {} : terminal.print,
    pause: isPaced ? (ms) => setTimeout(ms) : async () => {},
    width: Math.min(process.stdout.columns ?? 90, 100),
    color: process.stdout.isTTY,
    log: createLog({ level: "warn" }),
  });
  if (json) terminal.json(report);
}

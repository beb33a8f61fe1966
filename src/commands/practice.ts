// `practice`: a scripted rep against the customer, every turn with its state, then the score and the report.
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { type Command, InvalidArgumentError, Option } from "commander";
import { z } from "zod";
import type { Terminal } from "../cli.ts";
import { dropTracing } from "../config.ts";
import { Refused } from "../core/errors.ts";
import { type Language, languages } from "../core/model.ts";
import { parseJson } from "../core/parse-json.ts";
import type { Plan } from "../core/training/customer/model.ts";
import type { ScriptTurn } from "../core/training/session/play-script.ts";
import type { SessionReport } from "../core/training/session/report.ts";
import type { SessionTurn } from "../core/training/session/session.ts";

type Flags = {
  scenario: string;
  lang: Language;
  vertical?: string;
  script: string;
  seed: number;
  level: number;
  drill?: string | true;
  model?: boolean;
  json?: boolean;
};

/** Adds the words and options of `practice`. */
export function addPractice(program: Command, terminal: Terminal): void {
  program
    .command("practice")
    .description("play a scripted rep against the customer; nothing is recorded")
    .requiredOption("--scenario <id>", "a scenario of the playbooks")
    .requiredOption("--script <file>", "a line per turn of the rep, or JSON lines {text, atMs?}")
    .addOption(new Option("--lang <language>", "its language").choices(languages).default("en"))
    .option("--vertical <id>", "when two verticals have a scenario of that name")
    .option("--seed <number>", "another customer's choice of words", toWhole, 1)
    .option("--level <step>", "-1 easier, 1 harder", toLevel, 0)
    .option("--drill [objection]", "one objection in 90 seconds")
    .option(
      "--model",
      "let the model of MODEL_BASE_URL word the customer and judge beside the score",
    )
    .option("--json", "print one JSON object")
    .action((flags: Flags) => runPractice(terminal, flags));
}

async function runPractice(terminal: Terminal, { json = false, ...flags }: Flags): Promise<void> {
  const result = await practise(flags, terminal);
  if (json) terminal.json(result);
  else for (const line of toLines(result)) terminal.print(line);
}

type Result = { turns: SessionTurn[]; report: SessionReport; [key: string]: unknown };

async function practise(
  { script, seed, ...flags }: Omit<Flags, "json">,
  terminal: Terminal,
): Promise<Result> {
  const { playScript, playScriptWith } = await import("../core/training/session/play-script.ts");
  const turns = parseScript(await readScript(script));
  const plan = await planOf(flags, terminal);
  const connected = flags.model ? await connect(terminal) : undefined;
  const play = { seed, script: turns };
  const { session, report, unheard } = connected
    ? await playScriptWith(connected.customers, plan, play)
    : playScript(plan, play);
  const { score } = report;
  const { title, goal, difficulty, id } = plan.scenario;
  const { vertical, language } = plan;
  const judged = await connected?.judge.judge({ plan, turns: session.turns, score });
  return {
    scenario: { id, vertical, language, title, goal, difficulty },
    persona: { id: plan.persona.id, name: plan.persona.name },
    ...(connected ? { model: { ...connected.endpoint, judgement: judged } } : {}),
    ...{ seed, turns: session.turns, ending: session.ending, playedMs: session.playedMs },
    ...{ unheard, score, report },
  };
}

type Chosen = Pick<Flags, "scenario" | "lang" | "vertical" | "drill" | "level">;

/** From the shipped playbooks and the company's own, as the bot reads them. */
async function planOf(flags: Chosen, terminal: Terminal): Promise<Plan> {
  const [{ readLibrary }, { shippedPlaybooks }, { toPlan }] = await Promise.all([
    import("../sources/playbooks/read-library.ts"),
    import("../sources/playbooks/shipped.ts"),
    import("../core/training/customer/plan.ts"),
  ]);
  const own = join(terminal.config().dataDir, "playbooks");
  const { library, problems } = await readLibrary({ shipped: shippedPlaybooks, own });
  for (const { file, line, message } of problems) {
    terminal.note(
      `${file}:${line} ${message}. Your own playbooks are left out until it is mended.`,
    );
  }
  const { scenario, lang: language, vertical, drill } = flags;
  const level = flags.level as -1 | 0 | 1;
  const plan = toPlan(library, { scenario, language, vertical, level });
  if (!drill) return plan;
  const ids = plan.scenario.objections.map(({ id }) => id);
  if (typeof drill === "string" && !ids.includes(drill)) throw noObjection(drill, ids);
  return toPlan(library, { scenario, language, vertical, drill, level });
}

function noObjection(drill: string, ids: readonly string[]): Refused {
  const message = `${drill} is no objection of this scenario. It has ${ids.join(", ")}.`;
  return new Refused("practice.drill", message, { drill });
}

async function connect(terminal: Terminal) {
  const { model } = terminal.config();
  if (!model) {
    const message = "No model is connected. Set MODEL_BASE_URL in .env, or leave --model out.";
    throw new Refused("practice.model", message);
  }
  const { toConnectModel } = await import("../model/connect-model.ts");
  dropTracing();
  const onFallback = (why: string) => terminal.note(`The embedded customer took a turn: ${why}.`);
  return toConnectModel(model)({ onFallback });
}

/** The text of a script; bytes that are no text are refused, and so is a file without a word. */
async function readScript(script: string): Promise<string> {
  const read = await readFile(script, "utf8").catch(() => missing(script));
  // Windows' editors put a mark before the first line.
  const text = read.replace(/^\uFEFF/, "");
  const isText = !/[\0\ufffd]/.test(text);
  if (isText && text.trim().length > 0) return text;
  const what = isText ? "is empty" : "is no UTF-8 text";
  const message = `${script} ${what}. Write one line per turn of the rep, or JSON lines {text, atMs?}.`;
  throw new Refused("practice.script", message);
}

const scriptTurn = z.object({ text: z.string(), atMs: z.number().min(0).optional() });

/** JSON lines when the first line is an object, else a line per turn; in plain text an empty line is silence. */
export function parseScript(file: string): ScriptTurn[] {
  const lines = file.replace(/\r?\n$/, "").split(/\r?\n/);
  if (!lines[0]?.trimStart().startsWith("{")) return lines.map((text) => ({ text }));
  return lines.flatMap((line, index) => {
    if (!line.trim()) return [];
    const read = scriptTurn.safeParse(parseJson(line));
    if (read.success) return [read.data];
    const message = `Line ${index + 1} of the script is not {"text": …, "atMs"?: …}.`;
    throw new Refused("practice.script", message, { line: index + 1 });
  });
}

function missing(script: string): never {
  throw new Refused("practice.script", `${script} cannot be read. Give a file with --script.`);
}

function toLines({ turns, report }: Result): string[] {
  const { score, ending } = report;
  return [
    ...turns.map(({ who, text, reaction, mood }) => {
      const state = mood ? `  [${reaction}, trust ${mood.trust}, patience ${mood.patience}]` : "";
      return `${who === "rep" ? ">" : " "} ${text}${state}`;
    }),
    `ending: ${ending}, score ${score.score}`,
    ...Object.entries(score.skills).map(
      ([skill, value]) => `  ${skill}: ${value ?? "not called for"}`,
    ),
    ...score.breaches.map(
      ({ turn, rule, quote }) => `  breach of ${rule} in turn ${turn + 1}: ${quote}`,
    ),
  ];
}

function toWhole(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new InvalidArgumentError("It takes a whole number.");
  return value;
}

function toLevel(text: string): number {
  const value = Number(text);
  if (![-1, 0, 1].includes(value)) throw new InvalidArgumentError("It takes -1, 0 or 1.");
  return value;
}

// Every command of the CLI: its words and options. What each does lies in a file of its name.
import { Argument, type Command, InvalidArgumentError, Option } from "commander";
import type { Terminal } from "../cli.ts";
import { type ImportCommand, importKinds } from "../core/importing/model.ts";
import { languages } from "../core/model.ts";
import { createLog } from "../log.ts";
import { addAsk } from "./ask.ts";
import { addCheck } from "./check.ts";
import { addContracts } from "./contracts.ts";
import { addCrm } from "./crm.ts";
import { usualStory } from "./demo/stories.ts";
import { addDiscover } from "./discover.ts";
import { addContacts, addForgetPerson } from "./forget.ts";
import { addHealth } from "./health.ts";
import { createProgressBar, toJson, toSummary } from "./import/import-lines.ts";
import { createAsk, runImport } from "./import.ts";
import { addBacktest } from "./measure/backtest.ts";
import { addBench } from "./measure/bench.ts";
import { addEvals } from "./measure/eval.ts";
import { addEvidence } from "./measure/evidence.ts";
import { addFuzz } from "./measure/fuzz.ts";
import { addBackup } from "./operate/backup.ts";
import { addConnect } from "./operate/connect.ts";
import { addKeys } from "./operate/keys.ts";
import { addRestore } from "./operate/restore.ts";
import { addWebhooks } from "./operate/webhooks.ts";
import { addPlaybook } from "./playbook.ts";
import { addPractice } from "./practice.ts";
import { addRules } from "./rules.ts";
import { write } from "./write/write.ts";

type Add = (program: Command, terminal: Terminal) => void;

export function addCommands(program: Command, terminal: Terminal): void {
  const running: Add[] = [addStart, addDemo, addDoctor, addChat, addManifest];
  const data: Add[] = [
    addPlaybook,
    addPractice,
    addRules,
    addDiscover,
    addContracts,
    addCrm,
    addHealth,
    addAsk,
    addCheck,
    addImport,
    addPeople,
    addContacts,
  ];
  const operating: Add[] = [
    addBackup,
    addRestore,
    addKeys,
    addWebhooks,
    addConnect,
    addBacktest,
    addBench,
    addFuzz,
    addEvals,
    addEvidence,
  ];
  for (const add of [...running, ...data, ...operating]) add(program, terminal);
}

function addStart(program: Command, terminal: Terminal): void {
  program
    .command("start")
    .description("run the bot: chat, jobs, HTTP")
    .action(() => runStart(terminal));
}

function addDemo(program: Command, terminal: Terminal): void {
  program
    .command("demo")
    .description("a story through all five jobs in the terminal, computed on the sample team")
    .option("--lang <language>", "en or zh", "en")
    .option("--story <name>", "which story to tell", usualStory)
    .option("--fast", "without pauses to read")
    .option("--json", "print what each scene led to as one JSON object")
    .action(async (options) => (await import("./demo/run-demo.ts")).runDemo(terminal, options));
}

function addDoctor(program: Command, terminal: Terminal): void {
  program
    .command("doctor")
    .description("the state of every part: ok, off, or broken and what to do")
    .option("--live", "also ask Slack, Feishu/Lark and the chat model with real calls")
    .option("--json", "print one JSON object")
    .action(async (options) => {
      const { runDoctor } = await import("./doctor.ts");
      await runDoctor(terminal, options);
    });
}

function addChat(program: Command, terminal: Terminal): void {
  program
    .command("chat")
    .description("the local chat in this terminal")
    .option("--as <name>", "whom to begin as")
    .action(async ({ as }) => {
      const { chat } = await import("./chat.ts");
      await chat(terminal, as);
    });
}

function addManifest(program: Command, terminal: Terminal): void {
  program
    .command("manifest")
    .description("what to paste into Slack, or tick in Feishu/Lark, to create the app")
    .addArgument(new Argument("<platform>").choices(["slack", "lark"]))
    .option("--http <url>", "the platform calls this public address instead", parseAddress)
    .addOption(
      new Option("--lang <language>", "of Feishu/Lark's console").choices(languages).default("en"),
    )
    .action(async (platform, { http: url, lang: language }) => {
      const { renderSetup } = await import("./manifest.ts");
      terminal.print(renderSetup({ platform, url, language }));
    });
}

/** A public address as Slack takes it: https, the path is ours. */
function parseAddress(value: string): string {
  const url = URL.canParse(value) ? new URL(value) : undefined;
  if (url?.protocol !== "https:")
    throw new InvalidArgumentError("Give a public https address, such as https://your.host.");
  return url.origin;
}

async function runStart(terminal: Terminal): Promise<void> {
  const { note, signal } = terminal;
  // Wrong settings are said at once: only then is everything loaded, which takes two seconds.
  const options = { config: terminal.config(), log: terminal.log(), say: note, signal };
  note("Starting …");
  const { start } = await import("./start.ts");
  await start(options);
}

function addImport(program: Command, terminal: Terminal): void {
  program
    .command("import")
    .description("bring in a file, or a folder of several (crm); again changes nothing")
    .addArgument(new Argument("<kind>").choices([...importKinds, "crm"]))
    .requiredOption("--from <path>", "CSV, JSON or JSON lines; a folder for crm")
    .option("--mapping <file>", "which column is what; known exports need none")
    .option("--yes", "take guessed columns without asking")
    .option("--json", "print one JSON object")
    .action((kind, options) => importInto(terminal, kind, options));
}

type ImportFlags = { from: string; mapping?: string; yes?: boolean; json?: boolean };

async function importInto(
  terminal: Terminal,
  kind: ImportCommand,
  { json = false, yes = false, ...paths }: ImportFlags,
): Promise<void> {
  const isSeen = process.stderr.isTTY && !json;
  const report = await runImport({
    ...{ kind, yes, ...paths },
    config: terminal.config(),
    log: createLog({ level: "warn" }),
    ask: isSeen && process.stdin.isTTY ? createAsk(terminal.note) : undefined,
    onProgress: isSeen ? createProgressBar((text) => process.stderr.write(text)) : () => {},
  });
  if (json) terminal.json(toJson(report));
  else for (const line of toSummary(report)) terminal.print(line);
}

function addPeople(program: Command, terminal: Terminal): void {
  const people = program.command("people").description("the team");
  addForgetPerson(people, terminal);
  people
    .command("add")
    .description("add one person, such as the first manager")
    .requiredOption("--name <name>", "as colleagues write it")
    .option("--email <email>", "the address the chat platform knows")
    .option("--phone <phone>", "the number the chat platform knows")
    .option("--role <role>", "rep, manager, contributor or operator", "rep")
    .option("--language <language>", "en or zh", "en")
    .option("--time-zone <zone>", "such as Europe/London or Asia/Shanghai", "UTC")
    .option("--json", "print one JSON object")
    .action((options) =>
      write(terminal, "people.add", options, (person) => `Added ${JSON.stringify(person)}.`),
    );
}

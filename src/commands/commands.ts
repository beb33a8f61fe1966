// Every command of the CLI: its words and options. What each does lies beside this file.
import type { Command } from "commander";
import type { Terminal } from "../cli.ts";
import { createLog } from "../log.ts";
import { scopes } from "../web/keys.ts";
import { runWrite } from "./run-write.ts";
import { start } from "./start.ts";

export function addCommands(program: Command, terminal: Terminal): void {
  program
    .command("start")
    .description("run the bot: chat, jobs, HTTP")
    .action(() =>
      start({ ...terminal, config: terminal.config(), log: terminal.log(), say: terminal.note }),
    );
  addPeople(program, terminal);
  addKeys(program, terminal);
}

function addPeople(program: Command, terminal: Terminal): void {
  program
    .command("people")
    .description("the team")
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

function addKeys(program: Command, terminal: Terminal): void {
  const keys = program.command("keys").description("API keys");
  keys
    .command("add")
    .description("make a key; it is shown once")
    .requiredOption("--name <name>", "what uses it")
    .requiredOption("--scopes <scopes>", `comma separated: ${scopes.join(", ")}`)
    .option("--json", "print one JSON object")
    .action(({ scopes: wanted, ...options }) =>
      write(terminal, "keys.add", { ...options, scopes: wanted.split(",") }, ({ key }) =>
        String(key),
      ),
    );
  keys
    .command("revoke")
    .description("end a key for good")
    .requiredOption("--name <name>", "its name or id")
    .option("--json", "print one JSON object")
    .action((options) => write(terminal, "keys.revoke", options, () => "Revoked."));
}

/** Runs a write command and prints its result. */
async function write(
  terminal: Terminal,
  command: string,
  { json, ...args }: { json?: boolean } & Record<string, unknown>,
  toLine: (result: Record<string, unknown>) => string,
): Promise<void> {
  const log = createLog({ level: "warn" });
  const result = await runWrite({ command, args }, { config: terminal.config(), log });
  if (json) terminal.json(result);
  else terminal.print(toLine(result as Record<string, unknown>));
}

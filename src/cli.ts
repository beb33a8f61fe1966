// The command line. Results go to stdout, everything else to stderr; with --json stdout is one JSON object.
import { Command, CommanderError } from "commander";
import { addCommands } from "./commands/commands.ts";
import { whatToInstall } from "./commands/not-installed.ts";
import { version } from "./commands/version.ts";
import { type Config, readConfig, readEnv } from "./config.ts";
import { NotFound, Refused, RetryLater } from "./core/errors.ts";
import { createLog, type ParentLog } from "./log.ts";

/** What every command gets. */
export type Terminal = {
  config(): Config;
  log(): ParentLog;
  /** One line of a result, for people. */
  print(line: string): void;
  /** One line beside the result: progress, hints. */
  note(line: string): void;
  /** The one JSON object of a command run with --json. */
  json(value: unknown): void;
  /** Aborts at SIGINT or SIGTERM. */
  signal: AbortSignal;
};

const stop = new AbortController();
for (const name of ["SIGINT", "SIGTERM"] as const) {
  process.on(name, () => {
    // A second signal does not wait.
    if (stop.signal.aborted) process.exit(130);
    stop.abort();
  });
}

// Piped into something that read enough (`| head`): that is no error.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code === "EPIPE") process.exit(0);
  throw error;
});

const terminal: Terminal = {
  config: () => readConfig(readEnv()),
  log: () => createLog({ level: readConfig(readEnv()).logLevel, pretty: process.stderr.isTTY }),
  print: (line) => void process.stdout.write(`${line}\n`),
  note: (line) => void process.stderr.write(`${line}\n`),
  json: (value) => void process.stdout.write(`${JSON.stringify(value)}\n`),
  signal: stop.signal,
};

const program = new Command("ringside")
  .description("The assistant in a sales team's corner.")
  .version(version)
  .exitOverride()
  .showHelpAfterError();
addCommands(program, terminal);

try {
  await program.parseAsync();
} catch (error) {
  process.exitCode = report(error);
}

/** Says what went wrong, once, and how the process ends: 2 for wrong usage, 1 for everything else. */
function report(error: unknown): number {
  if (error instanceof CommanderError) return reportUsage(error);
  const install = whatToInstall(error);
  const message = install ?? (error instanceof Error ? error.message : String(error));
  const code = error instanceof Refused || error instanceof NotFound ? error.code : "failed";
  if (isJson()) terminal.json({ error: { code, message } });
  const isExpected = install !== undefined || isKnown(error);
  terminal.note(isExpected ? message : `Ringside failed, which is a bug: ${stackOf(error)}`);
  return 1;
}

/** Commander has said it on stderr; what was only asked for, such as --help, is no mistake. */
function reportUsage({ exitCode, message }: CommanderError): number {
  if (exitCode === 0) return 0;
  const said = message.replace(/^error: /, "");
  if (isJson()) terminal.json({ error: { code: "usage", message: said } });
  return 2;
}

function isJson(): boolean {
  return process.argv.includes("--json");
}

function isKnown(error: unknown): boolean {
  return error instanceof Refused || error instanceof NotFound || error instanceof RetryLater;
}

function stackOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

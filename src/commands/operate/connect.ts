// `connect`: further workspaces and tenants beside the one of .env, their keys stored encrypted.
import { text } from "node:stream/consumers";
import type { Command } from "commander";
import type { Terminal } from "../../cli.ts";
import { write } from "../write/write.ts";
import { createAskSecret } from "./connect/ask-secret.ts";
import type { Connected } from "./connect/connect-here.ts";
import { readKeys } from "./connect/read-keys.ts";

type Flags = Record<string, string | undefined> & { json?: never };
type Common = { json?: boolean; check: boolean; stdin?: boolean };

/** Adds the words and options of `connect`. */
export function addConnect(program: Command, terminal: Terminal): void {
  const connect = program
    .command("connect")
    .description(
      "further Slack workspaces and Feishu/Lark tenants; their keys are stored encrypted",
    );
  withSources(connect.command("slack"))
    .description("a further Slack workspace, with an app of its own from the manifest")
    .option("--bot-token <token>", "xoxb-… (ends up in the shell's history: prefer --from-env)")
    .option("--app-token <token>", "xapp-… for Socket Mode")
    .option("--signing-secret <secret>", "for signed HTTP instead")
    .option("--workspace <id>", "the workspace it must be, such as T0123; needed with --no-check")
    .option("--api-url <url>", "another server, such as https://slack-gov.com/api/")
    .action((flags) => {
      const options = pick(flags, ["apiUrl"]);
      return add(terminal, { surface: "slack", flags, options, workspace: flags.workspace ?? "" });
    });
  withSources(connect.command("lark"))
    .description("a further Feishu/Lark tenant, with a custom app of its own")
    .option("--app-id <id>", "cli_…")
    .option("--app-secret <secret>", "ends up in the shell's history: prefer --from-env")
    .option("--domain <domain>", "feishu, lark, or the address of a private deployment", "feishu")
    .option("--encrypt-key <key>", "for HTTP callbacks instead of the long connection")
    .option("--verification-token <token>", "for HTTP callbacks")
    .action((flags) => add(terminal, { surface: "lark", flags, options: pick(flags, ["domain"]) }));
  addKept(connect, terminal);
}

/** What is done with those that are stored. */
function addKept(connect: Command, terminal: Terminal): void {
  connect
    .command("list")
    .description("the stored connections and their state")
    .option("--json", "print one JSON object")
    .action((flags) =>
      write(terminal, "connect.list", flags, ({ connections }) =>
        toLines(connections as Connected[]),
      ),
    );
  connect
    .command("remove <id>")
    .description("forget a connection and its keys")
    .option("--json", "print one JSON object")
    .action((id, flags) =>
      write(
        terminal,
        "connect.remove",
        { id, ...flags },
        () => `Removed ${id}, and its keys with it.`,
      ),
    );
}

function withSources(command: Command): Command {
  return command
    .option("--from-env <prefix>", "read <prefix>_BOT_TOKEN and so on from the environment or .env")
    .option("--stdin", "read lines such as BOT_TOKEN=… from standard input")
    .option("--no-check", "store without asking the platform")
    .option("--json", "print one JSON object");
}

type Adding = {
  surface: "slack" | "lark";
  flags: Flags & Common;
  options: Record<string, string>;
  workspace?: string;
};

async function add(
  terminal: Terminal,
  { surface, flags, options, workspace }: Adding,
): Promise<void> {
  const { json = false, check, stdin, fromEnv } = flags;
  const { appId, ...keys } = await readKeys(surface, {
    options: flags,
    ...(fromEnv ? { fromEnv } : {}),
    ...(stdin ? { stdin: () => text(process.stdin) } : {}),
    ...(process.stdin.isTTY && !json ? { ask: createAskSecret(terminal.note) } : {}),
  });
  const args = { surface, workspace: workspace ?? appId ?? "", options, keys, check };
  await write(terminal, "connect.add", { ...args, json }, (made) => toLine(made as Connected));
}

function toLines(connections: readonly Connected[]): string {
  if (connections.length === 0) return "None beside what .env connects.";
  return connections.map(toLine).join("\n");
}

function toLine({ id, surface, workspace, name, state, why }: Connected): string {
  return `${marks[state]} ${id}  ${surface}  ${name} (${workspace}): ${why}`;
}

const marks = { on: "✓", broken: "✗", "next-start": "○" } as const;

function pick(flags: Record<string, unknown>, names: string[]): Record<string, string> {
  const entries = names.map((name) => [name, flags[name]] as const);
  return Object.fromEntries(
    entries.filter((entry): entry is [string, string] => Boolean(entry[1])),
  );
}

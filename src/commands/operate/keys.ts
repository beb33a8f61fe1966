// The `keys` command: keys for /api/v1, made, listed, ended.
import type { Command } from "commander";
import type { Terminal } from "../../cli.ts";
import { type ShownKey, scopes } from "../../web/keys.ts";
import { write } from "../write/write.ts";

/** Adds `keys add|list|revoke`. */
export function addKeys(program: Command, terminal: Terminal): void {
  const keys = program.command("keys").description("API keys");
  keys
    .command("add")
    .description("make a key; it is shown once")
    .requiredOption("--name <name>", "what uses it")
    .requiredOption("--scopes <scopes>", `comma separated: ${scopes.join(", ")}`)
    .option("--person <id or e-mail>", "it sees what this rep or manager may see")
    .option("--team <id or name>", "it sees what this team and those below it have")
    .option("--json", "print one JSON object")
    .action(({ scopes: wanted, ...options }) =>
      write(terminal, "keys.add", { ...options, scopes: wanted.split(",") }, ({ key }) =>
        String(key),
      ),
    );
  keys
    .command("list")
    .description("every key: what it may, when it was last used, and whether it was revoked")
    .option("--json", "print one JSON object")
    .action((options) =>
      write(terminal, "keys.list", options, (result) => toLines(result.keys as ShownKey[])),
    );
  keys
    .command("revoke")
    .description("end a key for good, and the webhooks made with it")
    .requiredOption("--name <name>", "its name or id")
    .option("--json", "print one JSON object")
    .action((options) => write(terminal, "keys.revoke", options, () => "Revoked."));
}

function toLines(keys: readonly ShownKey[]): string {
  if (keys.length === 0) return "There is no key. keys add makes one.";
  return keys.map(toLine).join("\n");
}

function toLine({ name, id, scopes: own, personId, teamId, ...key }: ShownKey): string {
  const tie = personId ?? teamId;
  const used = key.lastUsedAt === null ? "never used" : `last used ${dayOf(key.lastUsedAt)}`;
  const after = key.refusals > 0 ? `, tried ${key.refusals} times since` : "";
  const ended = key.revokedAt === null ? "" : `; revoked ${dayOf(key.revokedAt)}${after}`;
  return `${name} (${id}): ${own.join(", ")}${tie ? `; as ${tie}` : ""}; ${used}${ended}`;
}

const dayOf = (at: number) => `${new Date(at).toISOString().slice(0, 16).replace("T", " ")} UTC`;

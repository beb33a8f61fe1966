// The `webhooks` command: where other programs hear of events.
import type { Command } from "commander";
import type { Terminal } from "../../cli.ts";
import { webhookEvents } from "../../core/webhooks/event.ts";
import { write } from "../write/write.ts";
import type { ShownWebhook } from "./webhooks/webhooks-here.ts";

/** Adds `webhooks add|list|remove|resume|test`. */
export function addWebhooks(program: Command, terminal: Terminal): void {
  const webhooks = program.command("webhooks").description("where programs hear of events");
  webhooks
    .command("add")
    .description("tell an address of events; its secret is shown once")
    .requiredOption("--url <url>", "https, such as https://example.com/hooks")
    .requiredOption("--events <events>", `comma separated, or all: ${webhookEvents.join(", ")}`)
    .option("--private", "it may lie in your own network, and without https")
    .option("--json", "print one JSON object")
    .action(({ events, private: allowPrivate = false, ...options }) =>
      write(
        terminal,
        "webhooks.add",
        { ...options, allowPrivate, events: events === "all" ? webhookEvents : events.split(",") },
        ({ id, secret }) => `${id}\n${secret}`,
      ),
    );
  webhooks
    .command("list")
    .description("every webhook, whether it works, and what waits")
    .option("--json", "print one JSON object")
    .action((options) =>
      write(terminal, "webhooks.list", options, ({ webhooks: all }) =>
        toLines(all as ShownWebhook[]),
      ),
    );
  addOneById(webhooks, terminal);
}

/** What is done to one. */
function addOneById(webhooks: Command, terminal: Terminal): void {
  const byId = (name: string, about: string) =>
    webhooks
      .command(name)
      .description(about)
      .requiredOption("--id <id>", "as webhooks list names it")
      .option("--json", "print one JSON object");
  byId("remove", "forget a webhook, and what waits for it").action((options) =>
    write(terminal, "webhooks.remove", options, () => "Removed."),
  );
  byId("resume", "switch one on again; what waited is sent").action((options) =>
    write(terminal, "webhooks.resume", options, () => "On."),
  );
  byId("test", "send webhook.test now, and say what was answered").action((options) =>
    write(terminal, "webhooks.test", options, ({ arrived, answer }) =>
      arrived ? `Arrived: ${answer}.` : `It did not arrive: ${answer}.`,
    ),
  );
}

function toLines(webhooks: readonly ShownWebhook[]): string {
  if (webhooks.length === 0) return "There is no webhook. webhooks add makes one.";
  return webhooks.map(toLine).join("\n");
}

function toLine({ id, url, events, state, waiting, error }: ShownWebhook): string {
  const trouble = error ? `; last: ${error}` : "";
  return `${id} ${state} ${url} (${events.join(", ")}); ${waiting} waiting${trouble}`;
}

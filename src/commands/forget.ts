// `people forget` and `contacts forget`: somebody who left, or a customer who asks for it, is gone for good.
import type { Command } from "commander";
import type { Terminal } from "../cli.ts";
import { Refused } from "../core/errors.ts";
import { write } from "./write/write.ts";

/** Adds `forget` to the commands about the team. */
export function addForgetPerson(people: Command, terminal: Terminal): void {
  addForget(people, terminal, {
    command: "people.forget",
    what: "forget somebody who left: what was theirs, their accounts and their name",
  });
}

/** Adds `contacts`, with its one command. */
export function addContacts(program: Command, terminal: Terminal): void {
  addForget(program.command("contacts").description("customers as persons"), terminal, {
    command: "contacts.forget",
    what: "forget a customer: what they did, how they were called and their name",
  });
}

function addForget(
  parent: Command,
  terminal: Terminal,
  { command, what }: { command: string; what: string },
): void {
  parent
    .command("forget")
    .description(what)
    .argument("<id>", "the id here, such as per_01jd… or con_01jd…")
    .option("--yes", "it cannot be undone, so say so")
    .option("--json", "print one JSON object")
    .action(async (id: string, { yes = false, json = false }) => {
      if (!yes) {
        const message = `This deletes everything personal of ${id} for good. Add --yes to do it.`;
        throw new Refused("not_confirmed", message);
      }
      await write(terminal, command, { id, json }, () => `${id} is forgotten.`);
    });
}

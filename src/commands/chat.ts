// `npm run chat`: the local chat in the terminal, as the bot itself while nobody else runs it.
import { runConsole } from "../chat/local/console.ts";
import type { Terminal } from "../cli.ts";
import { createLog } from "../log.ts";
import { sampleFeatured } from "../sample/featured.ts";
import { fillIfEmpty, withRingside } from "./write/run-here.ts";

/** Talks until /quit; refused with a sentence while the bot runs elsewhere (its page is the same chat). */
export async function chat(terminal: Terminal, name?: string): Promise<void> {
  const config = terminal.config();
  const log = createLog({ level: "warn" });
  await withRingside({ config, log, featured: sampleFeatured }, async (ringside) => {
    await fillIfEmpty(ringside, { config, say: terminal.note });
    ringside.start();
    await ringside.drain();
    const people = await ringside.localChat.people();
    const person =
      name && people.find((one) => one.name.toLowerCase().includes(name.toLowerCase()));
    await runConsole({
      chat: ringside.localChat,
      input: process.stdin,
      output: process.stdout,
      color: process.stdout.isTTY,
      settle: ringside.drain,
      onError: (error) => log.error({ err: error }, "the console failed"),
      ...(person ? { personId: person.id } : {}),
    });
  });
}

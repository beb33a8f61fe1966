// The crowd's process: both platforms and the people on them, away from the bot's own. Started by fork.
import { textsFor } from "../../src/core/text/texts.ts";
import { play } from "./crowd.ts";
import { startLarkSide } from "./lark-side.ts";
import { startSlackSide } from "./slack-side.ts";
import type { Answer, Ask, Asks, Side } from "./wire.ts";

let sides: Side[] = [];

async function prepare({ mode, people }: Asks["prepare"]["ask"]) {
  const half = Math.ceil(people / 2);
  sides = [await startSlackSide(mode, half), await startLarkSide(mode, people - half)];
  return sides.map(({ platform }) => platform);
}

async function look() {
  const seen = sides.flatMap((side) =>
    side.platform.users.map(async (user) => {
      const { name: platform } = side.platform;
      return { platform, user, messages: await side.seen(user) };
    }),
  );
  return Promise.all(seen);
}

async function answer(asked: Ask): Promise<unknown> {
  switch (asked.name) {
    case "prepare":
      return prepare(asked.ask);
    case "play":
      for (const side of sides) await side.findButtons(textsFor("en").leads.accept);
      return play(sides, asked.ask.base);
    case "look":
      return look();
    case "stop":
      for (const side of sides) await side.close();
      return null;
  }
}

process.on("message", (asked: Ask) => {
  answer(asked).then(
    (result) => send({ answer: result }),
    (error: unknown) => send({ failed: String(error) }),
  );
});

// Nobody is left to ask: the bot's process has ended.
process.on("disconnect", () => process.exit());

function send(message: Answer): void {
  process.send?.(message);
}

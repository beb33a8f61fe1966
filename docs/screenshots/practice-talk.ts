// A whole practice in the local chat, in both languages, played by a script against the embedded customer.
import { randomUUID } from "node:crypto";
import { readFile } from "node:fs/promises";
import { parse } from "yaml";
import type { Card } from "../../src/core/card.ts";
import type { Language } from "../../src/core/model.ts";
import { textsFor } from "../../src/core/text/texts.ts";
import { sharedTraining } from "../../test/helpers/training.ts";
import { createWorld, type World } from "../../test/helpers/world.ts";

/** Whose conversation it stands in. */
export type Talk = { language: Language; personId: string; world: World };

type Ladder = { scenario: string; excellent: string[] };

/** Reps of the test company who read these languages. */
const reps: Record<Language, string> = { en: "per_ana", zh: "per_lei" };
const betweenTurnsMs = 25_000;

/** Plays the first script of a language from the brief to the report. */
export async function withTalk<Result>(
  language: Language,
  use: (talk: Talk) => Promise<Result>,
): Promise<Result> {
  await sharedTraining().reload();
  const world = await createWorld();
  const personId = reps[language];
  try {
    await play({ language, personId, world }, await readLadder(language));
    return await use({ language, personId, world });
  } finally {
    await world.close();
  }
}

async function readLadder(language: Language): Promise<Ladder> {
  const file = new URL(
    `../../test/core/training/scripts/ladders-${language}.yaml`,
    import.meta.url,
  );
  const [first] = parse(await readFile(file, "utf8")) as Ladder[];
  if (!first) throw new Error(`There is no script in ${language}.`);
  return first;
}

async function play(
  { language, personId, world }: Talk,
  { scenario, excellent }: Ladder,
): Promise<void> {
  const { localChat } = world.ringside;
  const { practice } = textsFor(language);
  const says = async (text: string) => {
    await localChat.say(personId, text, randomUUID());
    await world.passes(betweenTurnsMs);
  };
  const taps = async (label: string) => {
    const messages = await localChat.transcript(personId, { limit: 200 });
    const actions = messages.flatMap(({ body }) =>
      ((body as Partial<Card>).blocks ?? []).flatMap((block) =>
        block.t === "actions" ? block.actions : [],
      ),
    );
    const found = actions.findLast((action) => action.label === label);
    const ref = found && "ref" in found ? found.ref : undefined;
    if (!ref) throw new Error(`No button “${label}”.`);
    await localChat.tap(personId, ref, randomUUID());
    await world.passes(1_000);
  };
  await says(`${language === "zh" ? "演练" : "practice"} ${scenario}`);
  await taps(practice.agree);
  await taps(practice.start);
  const isOver = async () => {
    const closed = { personId, state: "closed" } as const;
    return (await world.ringside.records.read.practiceSessions.count(closed)) > 0;
  };
  for (const turn of excellent) if (!(await isOver())) await says(turn);
}

// What a rep and a manager see of skills: the radar of the one, the heat map of the other, after two months of practice.
import { randomUUID } from "node:crypto";
import type { Card } from "../../src/core/card.ts";
import type { Language, Person } from "../../src/core/model.ts";
import { setConsent } from "../../src/core/people/consent.ts";
import { closeWithReport } from "../../src/core/training/report/close-session.ts";
import { prepareReport } from "../../src/core/training/report/prepare-report.ts";
import { played } from "../../test/core/training/played.ts";
import { sharedTraining } from "../../test/helpers/training.ts";
import { createWorld, type World } from "../../test/helpers/world.ts";
import type { Offer } from "./offers.ts";

/** One card as it stands in somebody's conversation. */
type Shown = Offer & { name: string };

const dayMs = 86_400_000;
const reps = ["per_ana", "per_lei"];
const words = {
  en: { skills: "my skills", team: "team skills" },
  zh: { skills: "我的能力", team: "团队能力" },
} as const;

/** Plays the practices of the test company's reps, shares them, and shows each card while its reader reads that language. */
export async function withSkills(
  use: (world: World) => Promise<(shown: Shown) => Promise<void>>,
): Promise<void> {
  await sharedTraining().reload();
  const world = await createWorld();
  try {
    for (const personId of reps) await practise(world, personId);
    await world.passes(31 * dayMs);
    for (const personId of reps) await play(world, { personId, rep: "excellent", round: 3 });
    const show = await use(world);
    for (const language of ["en", "zh"] as const) {
      const rep = language === "en" ? "per_ana" : "per_lei";
      await speaks(world, "per_mia", language);
      await show(await ask(world, { personId: rep, language, what: "skills" }));
      await show(await ask(world, { personId: "per_mia", language, what: "team" }));
    }
  } finally {
    await world.close();
  }
}

async function practise(world: World, personId: string): Promise<void> {
  const person = await personOf(world, personId);
  await world.ringside.records.write((unit) =>
    setConsent(unit, { person, purpose: "practice", agree: true }),
  );
  await play(world, { personId, rep: "poor", round: 1 });
  await world.passes(dayMs);
  await play(world, { personId, rep: personId === "per_ana" ? "excellent" : "poor", round: 2 });
}

type Round = { personId: string; rep: "excellent" | "poor"; round: number };

/** A session, its report, and its sharing. */
async function play(world: World, { personId, rep, round }: Round): Promise<void> {
  const { records } = world.ringside;
  const person = await personOf(world, personId);
  const training = sharedTraining();
  const session = played(training.library(), { language: person.language, rep });
  const prepared = await prepareReport(training, { session });
  const sessionId = `prc_${personId}_${round}`;
  await records.write(async (unit) => {
    await closeWithReport(unit, { person, sessionId, session, prepared });
    const report = await unit.practiceReports.get(sessionId);
    if (report) await unit.practiceReports.put({ ...report, sharedAt: unit.now });
  });
  await world.ringside.drain();
}

type Asking = { personId: string; language: Language; what: "skills" | "team" };

async function ask(world: World, { personId, language, what }: Asking): Promise<Shown> {
  const { localChat } = world.ringside;
  await localChat.say(personId, words[language][what], randomUUID());
  await world.passes(1_000);
  const messages = await localChat.transcript(personId, { limit: 200 });
  const last = messages.findLast(({ author }) => author === "ringside");
  const name = `${what === "skills" ? "radar" : "heat-map"}-${language}`;
  const rep = await personOf(world, personId);
  return { name, language, rep, card: last?.body as Card };
}

async function speaks(world: World, personId: string, language: Language): Promise<void> {
  const { localChat } = world.ringside;
  await localChat.say(personId, language === "zh" ? "中文" : "English", randomUUID());
  await world.passes(1_000);
}

async function personOf(world: World, id: string): Promise<Person> {
  const person = await world.ringside.records.read.people.get(id);
  if (!person) throw new Error(`The test company has no ${id}.`);
  return person;
}

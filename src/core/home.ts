// "home": what a person sees at a glance, by what they are here. It says only what is true now.
import { heading, sentence } from "./blocks.ts";
import type { Block, Card } from "./card.ts";
import { importLines } from "./home/import-lines.ts";
import { ownLines } from "./home/own-lines.ts";
import { peopleLines } from "./home/people-lines.ts";
import { practiceLines } from "./home/practice-lines.ts";
import type { HomeServices, Section } from "./home/section.ts";
import { teamLines } from "./home/team-lines.ts";
import { readSourceCounts, sourceBlocks } from "./leads/lead-sources.ts";
import type { Person, Role } from "./model.ts";
import { readingOf } from "./text/format.ts";
import type { Effect } from "./use-case.ts";

/** Posts the home as a message of its own: later ones do not replace it. */
export async function showHome(services: HomeServices, person: Person): Promise<Effect> {
  const reading = readingOf(person);
  const { home } = reading.texts;
  const now = services.clock();
  const parts = await Promise.all(
    sections[person.role].map((section) => section({ ...services, person, reading, now })),
  );
  return async (unit) => {
    const key = `home:${person.id}:${unit.newId("message")}`;
    const arm = (action: string, params: Record<string, string>) =>
      unit.arm({ action, params, personId: person.id, cardKey: key });
    const blocks = parts.map((part) => part(arm)).filter((part) => part.length > 0);
    const card: Card = {
      key,
      title: home.title({ name: person.name }),
      subtitle: reading.format.day(now),
      tone: "info",
      summary: home.summary,
      blocks: blocks.flatMap((part, index): Block[] =>
        index > 0 ? [{ t: "divider" }, ...part] : part,
      ),
    };
    unit.post({ to: person.id, card });
    return {};
  };
}

/** Whoever brings leads in sees what became of them. */
const contributorLines: Section = async ({ store, person, reading, now }) => {
  const { home, leadSources } = reading.texts;
  const counts = await readSourceCounts(store.read, person, now);
  const leads = [heading(leadSources.summary), ...sourceBlocks(counts, reading)];
  return () => [sentence(home.contributor), ...(counts.length > 0 ? leads : [])];
};

const sections: Record<Role, Section[]> = {
  rep: [ownLines, practiceLines],
  manager: [teamLines, ownLines, importLines, practiceLines],
  contributor: [contributorLines],
  operator: [peopleLines, importLines],
};

// A practice of one skill, by the rep's own tap: the scenario that calls for it most.
import { ownLeads } from "../../leads/visible-leads.ts";
import { readingOf } from "../../text/format.ts";
import type { Ask, Effect } from "../../use-case.ts";
import { skills } from "../playbook.ts";
import { chooseScenario } from "../practice/choose-scenario.ts";
import { askPractice, playAgain, readLibrary } from "../practice/open-brief.ts";
import type { PracticeServices } from "../practice/services.ts";
import { verticalOf } from "../verticals.ts";

/** Opens the brief of a scenario for a skill; while the library is being read it says so. */
export async function practiseSkill(services: PracticeServices, ask: Ask): Promise<Effect> {
  const { person, params } = ask;
  const weak = skills.find((one) => one === params.skill);
  if (!weak) return async () => ({ toast: readingOf(person).texts.chat.gone });
  const library = readLibrary(services);
  if (!library) return askPractice(services, person);
  const { read } = services.store;
  const verticals = [...new Set(library.playbooks.map(({ vertical }) => vertical))];
  const vertical = verticalOf(person, { leads: await ownLeads(read, person), verticals });
  const reports = await read.practiceReports.find(
    { personId: person.id },
    { order: { by: "at", descending: true }, limit: 50 },
  );
  const played = [...new Set(reports.map(({ body }) => body.played.scenario))];
  const { language } = person;
  const choice = chooseScenario(library, { language, vertical, weak, played });
  if (!choice) return askPractice(services, person);
  const place = { scenario: choice.scenario, vertical: choice.vertical, language };
  return playAgain(services, { person, params: place });
}

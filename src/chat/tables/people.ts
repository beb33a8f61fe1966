// People: their home, their rights, their language, and what may interrupt them.
import { setByButton, setByWords, showPreferences } from "../../core/attention/preferences.ts";
import { showDigest, showNudge } from "../../core/attention/show-nudge.ts";
import type { HomeServices } from "../../core/home/section.ts";
import { showHome } from "../../core/home.ts";
import { tellHowToImport } from "../../core/importing/tell-how.ts";
import type { LeadServices } from "../../core/leads/assigning/assign-leads.ts";
import { addPerson, askPerson } from "../../core/people/add-person.ts";
import { setLanguage } from "../../core/people/set-language.ts";
import type { Area } from "./area.ts";

export type PeopleServices = LeadServices & HomeServices;

export function peopleArea(services: PeopleServices) {
  return {
    intents: {
      home: (person) => showHome(services, person),
      add_person: (person) => askPerson(person),
      import_data: (person) => tellHowToImport(person),
      notifications: (person) => showPreferences(person),
      mute: (person, kind) => setByWords(person, kind, "mute"),
      unmute: (person, kind) => setByWords(person, kind, "push"),
      digest: (person) => showDigest(person),
      language_en: (person) => setLanguage(services, person, "en"),
      language_zh: (person) => setLanguage(services, person, "zh"),
    },
    actions: {
      "person.add.submit": (answer) => addPerson(services, answer),
      "notifications.set": (ask) => setByButton(ask),
      "nudge.show": (ask) => showNudge(ask),
    },
  } satisfies Area;
}

// All a brief says, decided before it is written: the story, the promise, the objection and the lines for it.
import type { Customer } from "../../customers/find-customers.ts";
import { RetryLater } from "../../errors.ts";
import { languageOf } from "../../journey/actions/starting/prepare-action.ts";
import { searchNear } from "../../journey/actions/words/find-lines.ts";
import type { Deal, Language, Lead, Person } from "../../model.ts";
import type { Reader } from "../../ports.ts";
import { textsFor } from "../../text/texts.ts";
import type { Library } from "../../training/library.ts";
import { languageOf as languageIn } from "../../training/moves/text.ts";
import { drillFor } from "../../training/practice/choose-scenario.ts";
import { readLibrary } from "../../training/practice/open-brief.ts";
import type { ScriptHit } from "../../training/script-search.ts";
import { verticalNamed } from "../../training/verticals.ts";
import { findSubjects } from "../subjects.ts";
import { type LastPromise, lastPromise } from "./last-promise.ts";
import { type Expected, expectObjection, type Sign } from "./objection.ts";
import type { BriefServices } from "./services.ts";
import { gatherStory, type Story } from "./story.ts";

export type Brief = {
  story: Story;
  /** The latest lead, where there is no deal. */
  lead: Lead | undefined;
  promise: LastPromise | undefined;
  expected: Expected | undefined;
  lines: ScriptHit[];
  /** The library is still being read: what is missing may be in it. */
  isReading: boolean;
  /** The first of the lines that can be practised on a virtual customer. */
  drill: ScriptHit | undefined;
};

type About = { person: Person; customer: Customer; deal: Deal | undefined };

/** Reads and decides. */
export async function prepareBrief(services: BriefServices, about: About): Promise<Brief> {
  const { store, events, clock } = services;
  const { person: reader, customer, deal } = about;
  const now = clock();
  const story = await gatherStory({ read: store.read, events, now }, { customer, deal, reader });
  const lead = await leadOf(store.read, customer);
  const [contact = null] = story.contacts;
  const language = languageOf({ contact, lead: lead ?? null }, reader);
  const library = readLibrary(services);
  const vertical = verticalOf(story, library);
  const expected = expectObjection(story, now, { library, vertical, language });
  const found = expected ? await linesFor(services, expected.first, { vertical, language }) : [];
  const lines = found ?? [];
  const drill = lines.find((hit) => library && drillFor(library, hit));
  const promise = lastPromise(story, { reader, workdays: services.workdays });
  const isReading = !library || !found;
  return { story, lead, promise, expected, lines, isReading, drill };
}

/** The deal that words name, else the one changed last. */
export async function dealOf(
  read: Pick<Reader, "deals">,
  { subjects }: Customer,
  words: string,
): Promise<Deal | undefined> {
  const deals = subjects.filter(({ kind }) => kind === "deal");
  const [named] = findSubjects(deals, words);
  const chosen = named ?? deals[0];
  return chosen && read.deals.get(chosen.id);
}

async function leadOf(read: Reader, { subjects }: Customer): Promise<Lead | undefined> {
  const first = subjects.find(({ kind }) => kind === "lead");
  return first && read.leads.get(first.id);
}

function verticalOf({ account }: Story, library: Library | undefined): string | undefined {
  const verticals = new Set(library?.playbooks.map(({ vertical }) => vertical));
  return verticalNamed(account?.industry ?? "", [...verticals]);
}

type Wanted = { vertical: string | undefined; language: Language };

/** Lines for the objection, found by the customer's words where there are any; null while the index is being built. */
async function linesFor(
  { scripts }: BriefServices,
  { tactic, quote, strength }: Sign,
  { vertical, ...wanted }: Wanted,
): Promise<ScriptHit[] | null> {
  // Whoever said it said it in their language.
  const language = strength === "said" && quote ? languageIn(quote) : wanted.language;
  const query = quote ?? textsFor(language).scripts.tactics[tactic] ?? tactic;
  try {
    return await searchNear(scripts, query, {
      ...{ language, tactic },
      ...(vertical ? { vertical } : {}),
    });
  } catch (error) {
    if (error instanceof RetryLater) return null;
    throw error;
  }
}

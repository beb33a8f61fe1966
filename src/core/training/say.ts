// "say too expensive" / "话术 太贵了": three lines to say, each with its source, at once.
import { RetryLater } from "../errors.ts";
import { ownLeads } from "../leads/visible-leads.ts";
import type { Language, Person } from "../model.ts";
import type { Store } from "../ports.ts";
import { countUses } from "../strategy/debrief/team-entries.ts";
import { readingOf } from "../text/format.ts";
import { type Answer, type Effect, textOf } from "../use-case.ts";
import type { Library } from "./library.ts";
import { oneMoment } from "./one-moment.ts";
import { askCard, linesCard, noneCard } from "./say-card.ts";
import type { ScriptHit, ScriptSearch } from "./script-search.ts";
import { verticalNamed, verticalOf } from "./verticals.ts";

/** What talk tracks are found with. */
export type ScriptServices = { store: Store; scripts: ScriptSearch; library: () => Library };

/** What a phone shows at a glance. */
const shown = 3;
/** More than this says nothing more about an objection. */
const maxObjection = 600;

/**
 * Three lines for what a customer said. Words before a colon that name a vertical choose its library; else it is that
 * of most of the person's open leads. The lines are in the customer's language. While the library is still being read
 * it says so, and the answer follows.
 */
export async function sayLines(
  services: ScriptServices,
  person: Person,
  words: string,
): Promise<Effect> {
  try {
    return await findAndShow(services, person, words);
  } catch (error) {
    if (!(error instanceof RetryLater)) throw error;
    return oneMoment(person, { asked: "say", words });
  }
}

/** The same; rejects with RetryLater while the library is being read. */
export async function findAndShow(
  services: ScriptServices,
  person: Person,
  words: string,
): Promise<Effect> {
  const verticals = verticalsOf(services.library());
  const asked = readObjection(words, verticals);
  if (!asked.objection) {
    return async (unit) => {
      unit.post({ to: person.id, card: askCard(unit, person, verticals) });
      return {};
    };
  }
  const leads = asked.vertical ? [] : await ownLeads(services.store.read, person);
  const vertical = asked.vertical ?? verticalOf(person, { leads, verticals });
  const { objection } = asked;
  const hits = await findLines(services.scripts, { objection, vertical, person });
  const others = verticals.filter((each) => each !== vertical);
  return async (unit) => {
    const found = { objection, hits, others };
    await countUses(unit, person, { ids: hits.map(({ entry }) => entry.id), use: "script.shown" });
    unit.post({
      to: person.id,
      card: hits.length > 0 ? linesCard(unit, person, found) : noneCard(unit, person, found),
    });
    return {};
  };
}

/** The answer to the form that asks for the customer's words. */
export async function saySubmitted(
  services: ScriptServices,
  { person, values }: Answer,
): Promise<Effect> {
  const { ask } = readingOf(person).texts.scripts;
  const objection = textOf(values, "objection");
  if (!objection) return async () => ({ errors: { objection: ask.missing } });
  const vertical = textOf(values, "vertical");
  return sayLines(services, person, vertical ? `${vertical}: ${objection}` : objection);
}

type Wanted = { objection: string; vertical: string | undefined; person: Person };

/** From the vertical first; what it lacks comes from the others. */
async function findLines(
  scripts: ScriptSearch,
  { objection, vertical, person }: Wanted,
): Promise<ScriptHit[]> {
  const language = languageOf(objection, person.language);
  const near = vertical ? await scripts.search(objection, { language, vertical }, shown) : [];
  if (near.length >= shown) return near;
  const rest = await scripts.search(objection, { language }, shown * 2);
  const isNew = (hit: ScriptHit) =>
    !near.some(({ entry, vertical: from }) => entry.id === hit.entry.id && from === hit.vertical);
  return [...near, ...rest.filter(isNew)].slice(0, shown);
}

function readObjection(
  words: string,
  verticals: readonly string[],
): { objection: string; vertical?: string } {
  const trimmed = words.trim().slice(0, maxObjection);
  const [, before = "", after = ""] = /^([^:：]{1,40})[:：]\s*(.+)$/s.exec(trimmed) ?? [];
  const vertical = verticalNamed(before, verticals);
  return vertical ? { objection: unquote(after), vertical } : { objection: unquote(trimmed) };
}

/** Customers' words often come in quotation marks. */
function unquote(words: string): string {
  return words.replace(/^["“「『']+|(?<!["”」』'])["”」』']+$/gu, "").trim();
}

/** Whose language a sentence is in: any Han makes it Chinese, two Latin words English; else the reader's own. */
function languageOf(words: string, otherwise: Language): Language {
  if (/\p{Script=Han}/u.test(words)) return "zh";
  return (words.match(/\p{Script=Latin}+/gu) ?? []).length >= 2 ? "en" : otherwise;
}

function verticalsOf({ playbooks }: Library): string[] {
  return [...new Set(playbooks.map(({ vertical }) => vertical))].sort();
}

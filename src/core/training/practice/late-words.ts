// Words that come after the end of a practice: kindly told so, with the ways to play once more.
import { type Action, type Card, type Outcome, text } from "../../card.ts";
import type { Practised } from "../../facts.ts";
import type { Person } from "../../model.ts";
import type { Unit } from "../../ports.ts";
import { readingOf } from "../../text/format.ts";
import type { Effect } from "../../use-case.ts";
import { type Button, buttonsOn } from "./buttons.ts";
import { roomKey } from "./keys.ts";
import { playAgain } from "./open-brief.ts";
import { type Level, stepLevel } from "./practice-row.ts";
import type { PracticeServices } from "./services.ts";

/** So long after the end "again" is heard: reading the report takes about as long. */
const againMs = 5 * 60_000;
/** So long words that ask for nothing are taken for late ones: a sentence that was being written when it ended. */
const lateMs = 90_000;

/** The practice that ended a few minutes ago, or the one of this session whenever it ended. */
export async function lastPractised(
  { store, clock }: PracticeServices,
  { id }: Person,
  sessionId?: string,
): Promise<Practised | undefined> {
  const practised = (await store.read.conversations.get(id))?.state.practised;
  if (!practised) return undefined;
  const isMeant =
    sessionId === undefined ? clock() - practised.at <= againMs : practised.sessionId === sessionId;
  return isMeant ? practised : undefined;
}

/** Whether words of now may still have been meant for the customer. */
export function isLate({ clock }: Pick<PracticeServices, "clock">, { at }: Practised): boolean {
  return clock() - at <= lateMs;
}

/** "Again" is the step 0, "harder" 1, "easier" -1. */
export function playOnceMore(
  services: PracticeServices,
  person: Person,
  { practised: { played }, step }: { practised: Practised; step: Level },
): Promise<Effect> {
  const params = paramsOf({ ...played, level: stepLevel(played.level, step) });
  return playAgain(services, { person, params });
}

/** `sessionId`: in its thread; `words`: beside any, where they may have been meant for us. */
type Late = { sessionId?: string; words?: string };

/** Tells that it is over. */
export const overEffect =
  (person: Person, late: Late): Effect =>
  (unit) =>
    postOver(unit, person, late);

/** Posts that it is over, with ways to play once more where it is still known what was played. */
export async function postOver(unit: Unit, person: Person, late: Late): Promise<Outcome> {
  const { sessionId, words } = late;
  const practised = (await unit.conversations.get(person.id))?.state.practised;
  const isIt = sessionId === undefined || practised?.sessionId === sessionId;
  const card = overCard(unit, person, { played: isIt ? practised?.played : undefined, words });
  unit.post({ to: person.id, card, ...(sessionId ? { under: roomKey(sessionId) } : {}) });
  return {};
}

type Played = Practised["played"];

const paramsOf = (played: Played) => ({ ...played, level: String(played.level) });

type Over = { played: Played | undefined; words: string | undefined };

/** `words`: beside any thread they may have been meant for us; a tap takes them for that. */
function overCard(unit: Unit, person: Person, { played, words }: Over): Card {
  const { practice, report, chat } = readingOf(person).texts;
  const key = `practice.ended:${unit.newId("message")}`;
  const button = buttonsOn(unit, { person, cardKey: key });
  const ask = (label: string, words: string, id: string) =>
    button("ask", label, { params: { text: words }, id });
  const again = played
    ? againButtons({ played, button, words: report })
    : [ask(practice.ended.again, chat.help.examples.practice ?? "", "practice.new")];
  const forMe = words ? [ask(practice.ended.forMe, words, "practice.forMe")] : [];
  return {
    ...{ key, title: practice.ended.title, tone: "info", tags: [practice.tag] },
    summary: practice.ended.title,
    blocks: [
      { t: "text", text: [text(words ? practice.ended.late : practice.ended.body)] },
      { t: "actions", actions: [...again, ...forMe] },
    ],
  };
}

type Again = { played: Played; button: Button; words: { again: string; harder: string } };

function againButtons({ played, button, words }: Again): Action[] {
  const at = (label: string, step: Level, id: string) => {
    const params = paramsOf({ ...played, level: stepLevel(played.level, step) });
    return button("practice.again", label, { params, id });
  };
  const harder = played.level < 1 ? [at(words.harder, 1, "practice.harder")] : [];
  return [at(words.again, 0, "practice.again"), ...harder];
}

// A question in words, with the ones before it in mind: to a query, to an answer, or to why there is none.
import { NotFound } from "../errors.ts";
import type { Person } from "../model.ts";
import { parseJson } from "../parse-json.ts";
import { localTime } from "../people/working-time.ts";
import type { Unit } from "../ports.ts";
import { readingOf } from "../text/format.ts";
import type { Ask, Effect } from "../use-case.ts";
import { answerCard } from "./answer-card.ts";
import { readQuestionByModel } from "./ask-model.ts";
import { mostQuestion, problemCard, type Trouble } from "./problem-card.ts";
import { type Query, querySchema } from "./query.ts";
import { mayAsk, type Reach, readReach } from "./reach.ts";
import { beginsWithMetric, followsUp, isQuestion, mayConcernData } from "./reading/is-question.ts";
import type { Problem, ReadQuestion } from "./reading/pieces.ts";
import { readQuestion } from "./reading/read-question.ts";
import { runQuery, writeLooks } from "./run-query.ts";
import type { AskServices } from "./services.ts";

/** How long "and by month?" is about the question before. */
const rememberMs = 600_000;

type Said = { person: Person; question: string };

/** A question that was said to be one: answered, or told why not. */
export async function askQuestion(services: AskServices, said: Said): Promise<Effect> {
  const { person, question } = said;
  if (question.length > mostQuestion) return tell({ ...said, trouble: { code: "tooLong" } });
  const reach = await reachOf(services, person);
  const before = await followedBy(services, said);
  const read = readIt(services, { ...said, reach, before });
  if ("query" in read) return answer(services, { ...said, reach, read });
  const byModel = await readQuestionByModel(services, { ...said, reach });
  if (!byModel) return tell({ ...said, reach, trouble: read.problem });
  const note = readingOf(person).texts.ask.readAs;
  return answer(services, { ...said, reach, read: { query: byModel }, note });
}

/** Open deals by stage, as they are: what stands in for a forecast, which nothing here can make. */
export async function showPipeline(services: AskServices, person: Person): Promise<Effect> {
  const reach = await reachOf(services, person);
  const whole = { where: [], period: null, order: null, top: null, compare: false };
  const query: Query = { metric: "open_amount", by: "stage", ...whole };
  const note = readingOf(person).texts.ask.noForecast;
  return answer(services, { person, question: "", reach, read: { query }, note });
}

/** Words nobody asked us for: an answer where they are a question to the data, else nothing. */
export async function takeQuestion(
  services: AskServices,
  person: Person,
  { text, isAsking }: { text: string; isAsking: boolean },
): Promise<Effect | undefined> {
  if (isAsking || !mayAsk(person) || text.length > mostQuestion) return undefined;
  const before = await followedBy(services, { person, question: text });
  if (!before && !mayConcernData(text)) return undefined;
  const reach = await reachOf(services, person);
  const said = { person, question: text, reach };
  const read = readIt(services, { ...said, before });
  if ("query" in read) {
    const isMeant = before !== undefined || isQuestion(text, read.query);
    return isMeant ? answer(services, { ...said, read }) : undefined;
  }
  return isAbout(text, read.problem) ? tell({ ...said, trouble: read.problem }) : undefined;
}

/** Whether words that have no answer were a question to us all the same. */
function isAbout(words: string, { code }: Problem): boolean {
  return code !== "no_metric" && (isQuestion(words) || beginsWithMetric(words));
}

/** A button with a query on it: checked and bounded like any other. */
export async function answerAgain(services: AskServices, { person, params }: Ask): Promise<Effect> {
  const query = querySchema.safeParse(parseJson(params.query ?? "")).data;
  if (!query) throw new NotFound("gone", "The button carries no query.");
  const reach = await reachOf(services, person);
  return answer(services, { person, question: "", reach, read: { query } });
}

function reachOf({ store, askData }: AskServices, person: Person): Promise<Reach> {
  return readReach({ read: store.read, data: askData }, person);
}

type Reading = Said & { reach: Reach; before: Query | undefined };

function readIt(
  { clock }: AskServices,
  { person, question, reach, before }: Reading,
): ReadQuestion {
  const today = localTime(clock(), person.timeZone).day;
  return readQuestion(question, { today, vocabulary: reach.vocabulary }, before);
}

/** The query these words turn; undefined where they turn none, or it is too long ago. */
async function followedBy(
  { store, clock }: AskServices,
  { person, question }: Said,
): Promise<Query | undefined> {
  if (!followsUp(question)) return undefined;
  const asked = (await store.read.conversations.get(person.id))?.state.asked;
  if (!asked || clock() - asked.at > rememberMs) return undefined;
  return querySchema.safeParse(asked.query).data;
}

type Answering = Said & {
  reach: Reach;
  read: Extract<ReadQuestion, { query: Query }>;
  note?: string;
};

async function answer(services: AskServices, answering: Answering): Promise<Effect> {
  const { person, reach, read, question, note } = answering;
  const ran = await runQuery(services, { person, query: read.query, reach });
  if ("trouble" in ran) return tell({ person, question, reach, trouble: ran.trouble });
  const { dropped } = readingOf(person).texts.ask;
  const notes = [...(note ? [note] : []), ...(read.dropped ? [dropped] : [])];
  return async (unit) => {
    const key = `ask:${unit.newId("message")}`;
    await remember(unit, person, read.query);
    await writeLooks(unit, { person, reach, answer: ran.answer });
    const view = { person, answer: ran.answer, names: reach.names, people: reach.scope.length };
    unit.post({ to: person.id, card: answerCard(unit, { ...view, notes, key }) });
    return {};
  };
}

async function remember(unit: Unit, person: Person, query: Query): Promise<void> {
  const known = await unit.conversations.get(person.id);
  const state = { ...known?.state, asked: { query, at: unit.now } };
  await unit.conversations.put({ id: person.id, state, updatedAt: unit.now });
}

function tell(view: Said & { reach?: Reach; trouble: Trouble }): Effect {
  return async (unit) => {
    unit.post({ to: view.person.id, card: problemCard(unit, view) });
    return {};
  };
}

// What `ask` prints: the answer in numbers and in words, with the query, its filters and the SQL.
import { answerQuery } from "../../core/ask/answer-query.ts";
import type { RunSql } from "../../core/ask/counting.ts";
import type { Figure } from "../../core/ask/figures.ts";
import { mostQuestion, sayAskable, sayTrouble } from "../../core/ask/problem-card.ts";
import type { Query } from "../../core/ask/query.ts";
import { readReach } from "../../core/ask/reach.ts";
import { readQuestion } from "../../core/ask/reading/read-question.ts";
import { sayFigure, saySample } from "../../core/ask/say-figure.ts";
import { sayFilters, sayTitle, sayValue } from "../../core/ask/say-query.ts";
import { NotFound, Refused } from "../../core/errors.ts";
import type { Person } from "../../core/model.ts";
import { localTime } from "../../core/people/working-time.ts";
import { readingOf } from "../../core/text/format.ts";
import type { Ringside } from "../../main.ts";
import { createAskData } from "../../store/ask/data.ts";

type Line = { name: string; key: string | null; says: string; sample: string; figures: Figure[] };

export type AskReport = {
  question: string;
  as: string;
  title: string;
  query: Query;
  figures: Figure[];
  before: Figure[];
  groups: Line[];
  says: string[];
  definition: string;
  caveat: string;
  filters: string[];
  people: number;
  sql: RunSql[];
};

/** Asks it as one person. Throws Refused with why it has none, and NotFound for somebody unknown. */
export async function askHere(
  { question, as }: { question: string; as: string },
  { records, clock, dataDir }: Pick<Ringside, "records" | "clock" | "dataDir">,
): Promise<AskReport> {
  const person = await findAsker(as, records);
  if (question.length > mostQuestion) {
    throw new Refused("too_long", `A question has at most ${mostQuestion} characters.`);
  }
  const data = createAskData({ dataDir, sql: records.sql });
  const reach = await readReach({ read: records.read, data }, person);
  const now = clock();
  const { timeZone } = person;
  const today = localTime(now, timeZone).day;
  const read = readQuestion(question, { today, vocabulary: reach.vocabulary });
  const reading = readingOf(person);
  if (!("query" in read)) {
    const why = sayTrouble(read.problem, reading);
    throw new Refused(read.problem.code, `${why} ${sayAskable(reading)}`);
  }
  const answer = await answerQuery(read.query, { data, reach, askerId: person.id, timeZone, now });
  if (typeof answer === "string") throw new Refused(answer, sayTrouble({ code: answer }, reading));
  const { metric, by } = read.query;
  const { counts = "", caveat = "" } = reading.texts.ask.metrics[metric] ?? {};
  const { names } = reach;
  return {
    ...{ question, as: person.id, title: sayTitle(read.query, reading), query: read.query },
    ...{ figures: answer.figures, before: answer.before, definition: counts, caveat },
    says: answer.figures.map((figure) => sayFigure(metric, figure, reading)),
    groups: answer.groups.map(({ key, figures }) => ({
      ...{ key, figures, name: by ? sayValue(by, key, { names, reading }) : "" },
      says: figures.map((figure) => sayFigure(metric, figure, reading)).join(", "),
      sample: figures.map((figure) => saySample(metric, figure, reading)).join(", "),
    })),
    filters: sayFilters(answer, { names, reading, isOwn: person.role === "rep" }),
    ...{ people: reach.scope.length, sql: answer.sql },
  };
}

async function findAsker(as: string, { read }: Ringside["records"]): Promise<Person> {
  const byId = await read.people.get(as);
  const named = byId
    ? [byId]
    : [...(await read.people.find({ name: as })), ...(await read.people.find({ email: as }))];
  const [person, other] = named;
  if (!person)
    throw new NotFound("unknown_person", `Nobody is called ${as}: give a name, e-mail or id.`);
  if (other) throw new Refused("ambiguous_person", `Several people are called ${as}: give an id.`);
  return person;
}

/** The report as lines for a terminal. */
export function toLines({
  title,
  filters,
  says,
  groups,
  definition,
  caveat,
  sql,
}: AskReport): string[] {
  return [
    `${title}: ${says.join(", ")}`,
    filters.join(" · "),
    ...groups.map(({ name, says: value, sample }) => `  ${name.padEnd(24)} ${value} (${sample})`),
    ...[definition, caveat],
    ...sql.map(({ text }) => `\n${text}`),
  ];
}

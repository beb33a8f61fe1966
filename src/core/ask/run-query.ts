// One query from reach to card, or to the trouble it ran into.
import { Refused } from "../errors.ts";
import type { Person } from "../model.ts";
import type { Unit } from "../ports.ts";
import type { Answer } from "./answer-query.ts";
import { answerQuery } from "./answer-query.ts";
import type { Trouble } from "./problem-card.ts";
import type { Query } from "./query.ts";
import type { Reach } from "./reach.ts";
import type { AskServices } from "./services.ts";

/** Values within reach: a button pressed after somebody left the team counts without them. */
export type Ran = { answer: Answer } | { trouble: Trouble };

/** Counts it. */
export async function runQuery(
  { askData, clock }: Pick<AskServices, "askData" | "clock">,
  { person, query, reach }: { person: Person; query: Query; reach: Reach },
): Promise<Ran> {
  const asking = {
    data: askData,
    reach,
    askerId: person.id,
    timeZone: person.timeZone,
    now: clock(),
  };
  try {
    const answer = await answerQuery(query, asking);
    return typeof answer === "string" ? { trouble: { code: answer } } : { answer };
  } catch (error) {
    const trouble = troubleOf(error);
    if (!trouble) throw error;
    return { trouble };
  }
}

function troubleOf(error: unknown): Trouble | undefined {
  if (!(error instanceof Refused)) return undefined;
  if (error.code === "ask_slow") return { code: "slow" };
  if (error.code === "ask_too_many") return { code: "tooManyRows", max: Number(error.params.max) };
  return undefined;
}

/** A manager who counts shared practice has looked at it: those it is about see that. */
export async function writeLooks(
  unit: Unit,
  { person, answer, reach }: { person: Person; answer: Answer; reach: Reach },
): Promise<void> {
  const { metric, where } = answer.query;
  if (metric !== "practice_sessions" || person.role !== "manager") return;
  if (answer.figures.length === 0) return;
  const asked = where.find(({ dimension }) => dimension === "person")?.values;
  const shown = await unit.practiceReports.find({
    personId: reach.scope.map(({ id }) => id).filter((id) => asked?.includes(id) ?? true),
    sharedAt: { gte: 0 },
  });
  const subjects = [...new Set(shown.map(({ personId }) => personId))];
  const looks = subjects
    .filter((id) => id !== person.id)
    .map((subjectId) => ({
      ...{ id: unit.newId("look"), viewerId: person.id, subjectId },
      ...{ resource: "heat_map", at: unit.now },
    }));
  await unit.looks.put(...looks);
}

// A question nobody here understands, read by a connected model: into a query that is checked like any other.
import type { Person } from "../model.ts";
import { localTime } from "../people/working-time.ts";
import { readingOf } from "../text/format.ts";
import { metricIds, metrics } from "./metrics.ts";
import { toQuery } from "./model-query.ts";
import type { Query } from "./query.ts";
import type { Reach } from "./reach.ts";
import type { AskServices } from "./services.ts";

/** The query; undefined where no model is connected, or it made none that holds. */
export async function readQuestionByModel(
  { questionReader, clock }: Pick<AskServices, "questionReader" | "clock">,
  { person, question, reach }: { person: Person; question: string; reach: Reach },
): Promise<Query | undefined> {
  if (!questionReader) return undefined;
  const { ask } = readingOf(person).texts;
  const answer = await questionReader.read({
    ...{ question, language: person.language },
    layer: {
      today: localTime(clock(), person.timeZone).day,
      metrics: metricIds.map((id) => ({
        ...{ id, name: ask.metrics[id]?.name ?? id, counts: ask.metrics[id]?.counts ?? "" },
        ...{ by: metrics[id].by, hasPeriod: metrics[id].hasTime },
      })),
    },
  });
  return answer && toQuery(answer, { question, vocabulary: reach.vocabulary });
}

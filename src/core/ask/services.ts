// What questions to the data work with.
import type { Clock, Store } from "../ports.ts";
import type { AskData } from "./counting.ts";
import type { QuestionReader } from "./model-query.ts";

export type AskServices = {
  store: Pick<Store, "read">;
  clock: Clock;
  askData: AskData;
  /** A connected model that makes queries of questions nobody else understands; absent where none is. */
  questionReader?: QuestionReader;
};

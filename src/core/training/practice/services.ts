// What practice is played with.
import type { Clock, Store, TalkTraces, Threads } from "../../ports.ts";
import type { CustomerMaker } from "../customer/maker.ts";
import type { Library } from "../library.ts";
import type { ModelEndpoint } from "../model-leaving.ts";
import type { Judge } from "../scorer/judge.ts";
import type { ScriptSearch } from "../script-search.ts";

export type PracticeServices = {
  store: Store;
  clock: Clock;
  scripts: ScriptSearch;
  /** Throws RetryLater before it was read once. */
  library: () => Library;
  /** Speaks as the customer. */
  customer: CustomerMaker;
  /** Where the words go, where a model is connected; only of those who agreed (model-consent.ts). */
  modelEndpoint?: ModelEndpoint;
  /** Gives its own view beside the score, where a model is connected. */
  judge?: Judge;
  threads: Threads;
  traces: TalkTraces;
  /** Does something after so long, unless what it returns is called before. */
  soon: (afterMs: number, work: () => Promise<void>) => () => void;
};

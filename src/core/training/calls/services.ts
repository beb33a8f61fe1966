// What calls are taken and read with.
import type { Retention } from "../../people/privacy/kept.ts";
import type { Workdays } from "../../people/working-time.ts";
import type { AssetStore, Clock, ProbeAudio, Speech, Store, TalkTraces } from "../../ports.ts";
import type { AnalysisServices } from "./analyse-call.ts";

export type CallServices = AnalysisServices & {
  store: Store;
  clock: Clock;
  assets: AssetStore;
  workdays: Workdays;
  probeAudio: ProbeAudio;
  traces: TalkTraces;
  /** How long things are kept. */
  retention: Pick<Retention, "calls">;
  speech?: Speech;
  /** Hears why the endpoint did not take a recording. */
  onSpeechError(error: unknown): void;
};

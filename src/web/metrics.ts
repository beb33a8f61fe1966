// What Ringside counts about itself, in Prometheus' text format. Labels are kinds and states, never ids or names.
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";
import { addVitals, type Vitals } from "./vital-metrics.ts";

/** Something that only grows. */
export type Count<Label extends string> = { inc(labels: Record<Label, string>, by?: number): void };

/** Durations in seconds, by label. */
type Durations<Label extends string> = {
  observe(labels: Record<Label, string>, seconds: number): void;
};

/** Each member is a port of its own: hand a part only what it counts. */
export type Metrics = {
  httpRequests: Count<"route" | "status">;
  inboxEvents: Count<"kind" | "result">;
  outboxMessages: Count<"state">;
  jobs: Count<"kind" | "result">;
  /** What a platform sent us and what we refused of it, before it reaches the inbox. */
  surfaceEvents: Count<"surface" | "what">;
  /** What sources of touches delivered, and what became of the touches. */
  sourceDeliveries: Count<"source" | "result">;
  touches: Count<"source" | "result">;
  /** Requests behind links on cards, by what became of them. */
  pageViews: Count<"result">;
  ackSeconds: Durations<"surface">;
  /** Calls of the chat model, by what for; its tokens, in and out; and turns that it did not word. */
  modelCalls: Count<"use" | "result">;
  modelSeconds: Durations<"use">;
  modelTokens: Count<"use" | "direction">;
  modelFallbacks: Count<"why">;
  contentType: string;
  /** Everything as text, with the queues as they are at this moment. */
  render(): Promise<string>;
};

export type MetricsOptions = {
  /** How much waits in each queue (inbox, outbox, jobs), asked for at every scrape: keep it an indexed count. */
  countWaiting?: () => Promise<Record<string, number>>;
  /** How the installation is doing, asked for at every scrape too. */
  readVitals?: () => Promise<Vitals>;
};

// Everything a person waits for is acknowledged in under a second; platforms give up after 3 s.
const ackBuckets = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2, 3];

export function createMetrics(options: MetricsOptions = {}): Metrics {
  const registry = createRegistry(options);
  const both = [processRegistry(), registry];
  const registers = [registry];
  const count = <Label extends string>(name: string, help: string, labelNames: Label[]) =>
    new Counter({ name, help, labelNames, registers });
  return {
    httpRequests: count(
      "ringside_http_requests_total",
      "Requests answered on the public listener.",
      ["route", "status"],
    ),
    inboxEvents: count("ringside_inbox_events_total", "Chat events taken in.", ["kind", "result"]),
    outboxMessages: count("ringside_outbox_messages_total", "Messages by what became of them.", [
      "state",
    ]),
    jobs: count("ringside_jobs_total", "Jobs run.", ["kind", "result"]),
    surfaceEvents: count("ringside_surface_events_total", "Calls of chat platforms, by kind.", [
      "surface",
      "what",
    ]),
    sourceDeliveries: count(
      "ringside_source_deliveries_total",
      "Deliveries of sources of touches.",
      ["source", "result"],
    ),
    touches: count("ringside_touches_total", "Touches by source and what became of them.", [
      "source",
      "result",
    ]),
    pageViews: count("ringside_page_views_total", "Requests behind links on cards.", ["result"]),
    ackSeconds: new Histogram({
      name: "ringside_ack_seconds",
      help: "From an event's arrival to its acknowledgement.",
      labelNames: ["surface"],
      buckets: ackBuckets,
      registers,
    }),
    ...createModelMetrics(registers),
    contentType: registry.contentType,
    render: () => Registry.merge(both).metrics(),
  };
}

let ofProcess: Registry | undefined;

/** Memory, collections, the event loop: once for all that is open here, as its observer and 10 ms timer never end. */
function processRegistry(): Registry {
  if (ofProcess) return ofProcess;
  ofProcess = new Registry();
  collectDefaultMetrics({ register: ofProcess });
  return ofProcess;
}

/** With what is read at every scrape: the queues, the installation. */
function createRegistry({ countWaiting, readVitals }: MetricsOptions): Registry {
  const registry = new Registry();
  if (countWaiting) addWaiting(registry, countWaiting);
  if (readVitals) addVitals(registry, readVitals);
  return registry;
}

// A turn of practice takes 20 s at most unless the operator waits longer.
const modelBuckets = [0.25, 0.5, 1, 2, 3, 5, 8, 12, 20, 40, 60];

function createModelMetrics(
  registers: Registry[],
): Pick<Metrics, "modelCalls" | "modelSeconds" | "modelTokens" | "modelFallbacks"> {
  const count = <Label extends string>(name: string, help: string, labelNames: Label[]) =>
    new Counter({ name: `ringside_model_${name}_total`, help, labelNames, registers });
  return {
    modelCalls: count("calls", "Calls of the chat model.", ["use", "result"]),
    modelSeconds: new Histogram({
      ...{ name: "ringside_model_seconds", help: "A call of the chat model, to its last word." },
      ...{ labelNames: ["use"], buckets: modelBuckets, registers },
    }),
    modelTokens: count("tokens", "Tokens as the endpoint counts them.", ["use", "direction"]),
    modelFallbacks: count("fallbacks", "Turns the embedded customer took instead.", ["why"]),
  };
}

function addWaiting(registry: Registry, countWaiting: () => Promise<Record<string, number>>): void {
  new Gauge({
    name: "ringside_waiting",
    help: "Rows waiting for work, by queue.",
    labelNames: ["queue"],
    registers: [registry],
    async collect() {
      this.reset();
      // When the store cannot be asked, /readyz says so; the other numbers are needed then more than ever.
      const waiting = await countWaiting().catch(() => ({}));
      for (const [queue, rows] of Object.entries(waiting)) this.set({ queue }, rows);
    },
  });
}

// The port to a model that speaks as the customer: a brief goes in, a view comes out, or the reason why not.
import type { Language } from "../../../model.ts";
import type { CustomerBrief } from "./brief.ts";
import type { Drift } from "./find-drift.ts";
import type { CustomerView } from "./view.ts";

/** Why an endpoint gave no usable answer; for operators. */
export type Failure =
  | "timeout"
  | "busy"
  | "key"
  | "unreachable"
  | "error"
  | "refusal"
  | "cut"
  | "nonsense";

/** Why the embedded customer took a turn although a model is connected. */
export type Fallback = Failure | "attack" | "circuit" | `drift:${Exclude<Drift, "form">}`;

/** What is asked of a voice. */
export type VoiceRequest = {
  brief: CustomerBrief;
  language: Language;
  /** A first try that was not right: what it was, and why. */
  mend?: { answer: string; drift: Drift };
  /** Ends the wait, whatever has come by then. */
  signal: AbortSignal;
  /** Called with as much of the view as came so far, in the order of its fields. */
  onPartial?: (partial: Partial<CustomerView>) => void;
};

/** `answer` is the model's text as it came, for asking again. */
export type VoiceAnswer =
  | { view: CustomerView; answer: string }
  | { failure: Failure; answer: string };

/** A model that speaks. It never throws for what an endpoint does. */
export type CustomerVoice = { say(request: VoiceRequest): Promise<VoiceAnswer> };

// A call as it is kept: what was said by whom, how the other side was told, and what it shows. Times are UTC milliseconds.
import type { Language } from "../../model.ts";
import type { BetterLine } from "../report/practice-report.ts";
import type { Score } from "../scorer/model.ts";

/** How the other side can have been told; whoever was told in none of these ways is not analysed. */
export const toldWays = ["announced", "written", "invitation", "platform"] as const;
export type ToldWay = (typeof toldWays)[number];

/** How a call came. */
export type CallSource = "recording" | "transcript";

/** One thing said. `speaker`: the label it came with; null where nothing tells. */
export type Line = { speaker: string | null; text: string };

/** A stretch of a recording that is transcribed by itself; a channel of its own where each side has one. */
export type Piece = { fromMs: number; toMs: number; channel: number | null };

/** What is known of a call's words so far; `heard` follows the order of the pieces, so that a crash costs one of them. */
export type Transcript = {
  state: "reading" | "read";
  name: string;
  /** The recording, until it is read. */
  assetId: string | null;
  heard: Line[][];
  lines: Line[];
};

/** How it was decided which speaker is the rep. */
export type SpeakerGround = "names" | "guess" | "lines" | "said";

/** Who the rep is in a call. */
export type Speakers = {
  /** As the transcript calls them, in order of appearance. */
  labels: string[];
  rep: string;
  /** How sure that is, in [0, 1]. */
  sure: number;
  ground: SpeakerGround;
};

/** An objection of the customer: what was answered, and whether with substance. */
export type HeardObjection = { quote: string; isMet: boolean; answer: string | null };

/** Something one side said they would do. */
export type Commitment = { who: "rep" | "customer"; quote: string };

/** A next step as it was understood; nothing is written anywhere until the rep says so. */
export type NextStepDraft = { quote: string; step: string | null; day: string | null };

/** What a call shows. The same transcript always shows the same. */
export type Analysis = {
  language: Language;
  vertical: string | null;
  customer: string;
  dealStage: string | null;
  speakers: Speakers;
  score: Score;
  /** What each check of the rubric asks, by its id. */
  asks: Record<string, string>;
  objections: HeardObjection[];
  commitments: Commitment[];
  best: string | null;
  worst: { quote: string; before: string } | null;
  better: BetterLine | null;
  draft: NextStepDraft | null;
  /** Whether it is evidence of skills: not while it is uncertain who spoke. */
  counts: boolean;
};

/** A call as it is stored. `consentedAt`: when its rep let their manager see it. */
export type Call = {
  id: string;
  personId: string;
  contactId: string | null;
  dealId: string | null;
  source: CallSource;
  toldHow: ToldWay;
  transcript: Transcript;
  analysis: Analysis | null;
  /** It is deleted then. */
  heldUntil: number;
  at: number;
  consentedAt: number | null;
};

/** The card of a call: one from the question to the summary. */
export const callKey = (id: string): string => `call:${id}`;

// A vertical's library: who its customers are, what they do, what to say, and what never to say. Files under playbooks/.
import { z } from "zod";

/** What a customer does to a seller, and what a talk track answers. One list for every vertical and language. */
export const tactics = [
  "price_anchoring",
  "discount_demand",
  "budget_freeze",
  "competitor_quote",
  "payback_demand",
  "send_me_something",
  "no_time",
  "silence",
  "authority",
  "false_urgency",
  "technical_trap",
  "compliance_trap",
  "status_quo",
  "switching_cost",
  "risk_aversion",
  "reference_demand",
  "pilot_demand",
  "contract_terms",
  "data_security",
  "bad_experience",
  "committee",
  "small_talk",
] as const;

/** What a session is scored on. */
export const skills = [
  "needs_discovery",
  "value_presentation",
  "objection_handling",
  "price_negotiation",
  "competitor_comparison",
  "closing_rhythm",
  "rapport",
  "compliance",
] as const;
export type Skill = (typeof skills)[number];

const id = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "use small letters, digits and hyphens");
const line = z.string().trim().min(2).max(600);
const lines = z.array(line);
const share = z.number().min(0).max(1);

export const personaSchema = z.strictObject({
  id,
  name: line,
  /** What it says on their card. */
  role: line,
  /** The kind of organisation, in a phrase. */
  organisation: line,
  decides: z.enum(["decides", "influences", "blocks"]),
  /** What they ask themselves about every offer. */
  cares: lines.min(2).max(6),
  /** What they do not say, and what moves them when it is found. */
  hiddenAgenda: line,
  /** How they talk: pace, words, habits. */
  speaks: line,
  /** At the start of a conversation. */
  mood: z.strictObject({ trust: share, patience: share }),
  /** Lines only this person would say, usable in any scenario. */
  phrases: lines.min(4).max(12),
});

/** One objection: what is said at first, when it is dodged, and when it is met. */
const objectionSchema = z.strictObject({
  id,
  tactic: z.enum(tactics),
  /** Different wordings of the first time. */
  says: lines.min(2).max(5),
  /** Harder, after an answer that evades it. */
  dodged: lines.min(2).max(5),
  /** Softer, after an answer that meets it. */
  met: lines.min(1).max(4),
  /** What an answer holds that meets it, each as a short demand: "a number", "who is liable". */
  metBy: lines.min(1).max(5),
});

/** What a question to a customer can be about: one list for every vertical and language. */
export const topics = [
  "scale",
  "today",
  "cost",
  "budget",
  "deadline",
  "decides",
  "against",
  "before",
  "success",
  "process",
  "team",
  "rivals",
  "trouble",
  "mood",
] as const;
export type Topic = (typeof topics)[number];

/** Something this customer knows and tells whoever asks: `mood` answers "how are you?". */
const factSchema = z
  .strictObject({
    about: z.enum(topics),
    /** Words of questions for it, beside those of the answer. */
    asks: line.optional(),
    /** Whole questions that it answers, in as different words as people find. */
    questions: lines.min(2).max(12).optional(),
    /** What they say, with the scenario's own figures. */
    says: line,
    /** The heart of it in other words, for whoever asks again. */
    again: line,
  })
  .refine(({ asks, questions }) => asks !== undefined || questions !== undefined, {
    message: "neither asks nor questions say who is told this",
    params: { fix: "add questions, as people put them" },
  });
/** More that a customer knows: the files of facts/, one for a scenario and called by its id. */
export const factsSchema = z.array(factSchema).min(1).max(60);

export const scenarioSchema = z.strictObject({
  id,
  title: line,
  persona: id,
  /** 1 easy, 2 usual, 3 hard. */
  difficulty: z.number().int().min(1).max(3),
  /** What the rep knows before it begins. */
  situation: line,
  /** What the rep is to reach. */
  goal: line,
  /** The customer's first words, one of them. */
  opening: lines.min(2).max(4),
  /** In the order in which they tend to come; at least three different tactics. */
  objections: z.array(objectionSchema).min(3).max(6),
  /** What a good question can bring to light, and what the customer then says. */
  reveals: z
    .array(z.strictObject({ asks: line, says: line }))
    .min(2)
    .max(6),
  /**
   * What they know of their own house, told to whoever asks, those of facts/ behind the scenario's own. Sessions kept
   * from before there were any have none.
   */
  facts: z.array(factSchema).max(16).optional(),
  /** When they say yes, and how. */
  won: z.strictObject({ when: line, says: lines.min(1).max(3) }),
  /** When they end it, and how. */
  lost: z.strictObject({ when: line, says: lines.min(1).max(3) }),
});

/** One thing a customer says or does, and what to say. */
export const entrySchema = z.strictObject({
  id,
  tactic: z.enum(tactics),
  /** Scenarios it belongs to; none: any. */
  scenarios: z.array(id).max(8).default([]),
  /** When it comes up, in a phrase. */
  when: line,
  /** As customers say it. */
  customer: lines.min(1).max(3),
  /** Three lines to copy, the strongest first. */
  say: lines.length(3),
  /** Why it works, for the rep, in one sentence. */
  why: line,
  /** The tempting wrong answer. */
  avoid: line.optional(),
});

export const rubricSchema = z.partialRecord(
  z.enum(skills),
  z
    .array(
      z.strictObject({
        id,
        /** Answered by yes or no from the transcript; yes is good. */
        check: line,
        /** Words or signs that show it. */
        signs: lines.min(1).max(12),
        /** For a check on what was asked: what such a question is about, in whatever words. */
        about: z.array(z.enum(topics)).min(1).max(3).optional(),
      }),
    )
    .min(2)
    .max(8),
);

export const complianceSchema = z.strictObject({
  id,
  /** What must not be said, as reps say it. */
  never: lines.min(1).max(6),
  /** What may be said in its place. */
  instead: line,
  /** The rule behind it: for Chinese the statute and article, for English the rule or "company policy". */
  source: line,
});

/** The files of one vertical in one language. */
export const playbookFiles = {
  "personas.yaml": z.array(personaSchema).min(6),
  "scenarios.yaml": z.array(scenarioSchema).min(8),
  "entries.yaml": z.array(entrySchema).min(60),
  "rubric.yaml": rubricSchema,
  "compliance.yaml": z.array(complianceSchema).min(6),
} as const;

export type Persona = z.output<typeof personaSchema>;
export type Scenario = z.output<typeof scenarioSchema>;
export type Fact = z.output<typeof factSchema>;
export type Entry = z.output<typeof entrySchema>;
export type Rubric = z.output<typeof rubricSchema>;
export type Compliance = z.output<typeof complianceSchema>;

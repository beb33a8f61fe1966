// Dialogues to score, one JSON object a line, whoever wrote them.
import { z } from "zod";
import { languages } from "../../core/model.ts";

const turnSchema = z.object({
  who: z.enum(["rep", "customer"]),
  text: z.string(),
  labels: z.union([z.string().transform((one) => [one]), z.array(z.string())]).nullish(),
});

const dialogueSchema = z.object({
  id: z.coerce.string(),
  lang: z.enum(languages).nullish(),
  vertical: z.string().nullish(),
  turns: z.array(turnSchema),
  /** A number (more is better), yes or no, or how a deal ended. */
  outcome: z.union([z.number(), z.boolean(), z.string()]).nullish(),
});

/** One dialogue to score. */
export type Dialogue = z.output<typeof dialogueSchema>;

/** What a line of a file of dialogues is. */
export const dialogueLine = {
  schema: dialogueSchema,
  fields: 'id, lang?, vertical?, turns: [{who: "rep" or "customer", text, labels?}], outcome?',
};

const words: Record<string, number> = {
  ...{ won: 1, win: 1, yes: 1, true: 1, success: 1, converted: 1, donated: 1, agreed: 1, 成交: 1 },
  ...{ open: 0.5, undecided: 0.5, pending: 0.5, 待定: 0.5 },
  ...{ lost: 0, loss: 0, no: 0, false: 0, failure: 0, declined: 0, refused: 0, 失败: 0, 丢单: 0 },
};

/** An outcome as a number to rank by, or undefined when there is none. */
export function outcomeOf({ outcome }: Dialogue): number | undefined {
  if (outcome === null || outcome === undefined) return undefined;
  if (typeof outcome !== "string") return Number(outcome);
  const value = words[outcome.trim().toLowerCase()] ?? Number.parseFloat(outcome);
  return Number.isFinite(value) ? value : undefined;
}

// A claim as data: who did what, to which customers, with which effect. It is fixed and fingerprinted before any test runs.
import { z } from "zod";
import { stages } from "../model.ts";

/** What can be counted after an action. */
export const metrics = ["won", "meeting", "moved", "reply"] as const;
export type Metric = (typeof metrics)[number];

/** Stages in which something can still be done for a deal. */
export const openStages = stages.filter((stage) => stage !== "won" && stage !== "lost");

const name = z.string().trim().min(1).max(100);

const action = z.discriminatedUnion("kind", [
  /** A touch of this type; `part` names the page or file, as in "pricing". */
  z.strictObject({ kind: z.literal("touch"), type: name, part: name.optional() }),
  /** A rule's action that was done. */
  z.strictObject({ kind: z.literal("rule"), ruleId: name }),
  /** An action that was done with this talk track. */
  z.strictObject({ kind: z.literal("script"), scriptId: name }),
]);

const population = z.strictObject({
  /** Empty: in any stage. */
  stages: z.array(z.enum(openStages as [string, ...string[]])).default([]),
  /** An industry as the accounts have it; absent: any. */
  industry: name.optional(),
  /** A team and those below it; absent: everybody under the author. */
  teamId: name.optional(),
});

/** Days after the action that count; shorter is chance, longer is another quarter's story. */
export const windowDays = { least: 3, most: 180, usual: 30 };
/** Percentage points of effect looked for, where the author names none. */
export const usualPoints = 10;

export const claimSchema = z.strictObject({
  action,
  population: population.default({ stages: [] }),
  outcome: z.enum(metrics),
  direction: z.enum(["up", "down"]).default("up"),
  windowDays: z.number().int().min(windowDays.least).max(windowDays.most).default(windowDays.usual),
  /** The effect claimed, in percentage points: what the test has to be able to see. */
  points: z.number().min(1).max(100).default(usualPoints),
  /** Found by Ringside in one half of the customers: the test looks at the other half alone. */
  isSuggested: z.boolean().default(false),
});

/** One testable claim. */
export type Claim = z.infer<typeof claimSchema>;

/** The same claim always gives the same text, whatever the order of its keys. */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(",")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const pairs = Object.entries(value)
    .filter(([, each]) => each !== undefined)
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([key, each]) => `${JSON.stringify(key)}:${canonical(each)}`);
  return `{${pairs.join(",")}}`;
}

/** SHA-256 of a claim and the moment it was registered, in hexadecimal: anybody can check that neither was changed. */
export async function fingerprint(claim: Claim, registeredAt: number): Promise<string> {
  const bytes = new TextEncoder().encode(canonical({ claim, registeredAt }));
  const digest = await crypto.subtle.digest("SHA-256", bytes);
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** What follows from the action by itself: it cannot be claimed as its effect. */
const sameThing: Partial<Record<Metric, readonly string[]>> = {
  meeting: ["meeting.booked", "meeting.held", "meeting.cancelled", "meeting.missed"],
  moved: ["deal.stage.changed"],
  won: ["deal.stage.changed"],
  reply: ["email.reply", "message.received", "call.received"],
};

/** Whether action and outcome are the same thing seen twice. */
export function isCircular({ action: { ...what }, outcome }: Pick<Claim, "action" | "outcome">) {
  return what.kind === "touch" && (sameThing[outcome] ?? []).includes(what.type);
}

/** Whether two claims say the opposite of the same thing. */
export function contradicts(one: Claim, other: Claim): boolean {
  const about = ({ action: what, population: whom, outcome }: Claim) =>
    canonical({ what, whom, outcome });
  return about(one) === about(other) && one.direction !== other.direction;
}

// Who says an update, about which deals, and after which call or meeting.
import { Refused } from "../../../errors.ts";
import type { Person } from "../../../model.ts";
import { dealsOf } from "../deals.ts";
import { openPrompt } from "../drafts.ts";
import type { UpdateServices } from "../services.ts";
import type { StageUpdate } from "../stored.ts";
import {
  type Draft,
  type Said,
  type Saying,
  understandEach,
  understandUpdate,
} from "./understand.ts";

/** `prompt`: the call or meeting that waits for a sentence. */
export type Setting = Saying & { prompt: StageUpdate | undefined };

/** "It" means the deal updated last for so long. */
const recentMs = 30 * 60_000;

/** What reading this person's words needs. */
export async function settingOf(services: UpdateServices, person: Person): Promise<Setting> {
  const { store, clock, workdays } = services;
  const now = clock();
  const prompt = await openPrompt(store.read, person, now);
  const deals = await dealsOf(store.read, person);
  const [last] = await store.read.stageUpdates.find(
    { personId: person.id, state: "confirmed", createdAt: { gte: now - recentMs } },
    { order: { by: "createdAt", descending: true }, limit: 1 },
  );
  return { person, now, workdays, deals, prompt, recentDealId: last?.dealId ?? undefined };
}

/** Letters in which deals are told apart: whoever tells of many at once stays below. */
const mostRead = 6_000;

/** Every update that words hold: one of each deal where they tell of several, else one. */
export function understandAll(text: string, setting: Setting): Said[] {
  const each = understandEach(text.slice(0, mostRead), setting);
  return each.length > 1 ? each : [{ text, draft: understandIn(text, setting) }];
}

/** Reads words; those that name no deal are about the one somebody just spoke of. */
function understandIn(text: string, setting: Setting): Draft {
  const draft = understandUpdate(text, setting);
  const asked = dealsOfPrompt(setting.prompt);
  const near = setting.deals.filter(({ id }) => asked.includes(id));
  return draft.isNamed || near.length === 0
    ? draft
    : understandUpdate(text, { ...setting, deals: near });
}

/** Whether what was said is about the call or meeting that just ended. */
export function isAnswer(prompt: StageUpdate | undefined, { dealId, choices }: Draft): boolean {
  const asked = dealsOfPrompt(prompt);
  return (dealId ? [dealId] : choices).some((id) => asked.includes(id));
}

function dealsOfPrompt(prompt: StageUpdate | undefined): string[] {
  if (!prompt) return [];
  return prompt.dealId ? [prompt.dealId] : prompt.understood.choices;
}

/** Shortcuts are offered to everybody on a platform, whatever their role here. */
export function requireSeller({ role }: Pick<Person, "role">): void {
  if (role === "rep" || role === "manager") return;
  throw new Refused("forbidden", `A ${role} wanted to update a deal.`);
}

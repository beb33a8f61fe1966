// What became of it: every acknowledged event must have had its effect once, and every answer must have come once.
import { textsFor } from "../../src/core/text/texts.ts";
import type { Ringside } from "../../src/main.ts";
import type { Member } from "./company.ts";
import type { Seen } from "./wire.ts";

export type Verdict = { delivered: number; lost: number; duplicated: number };

type Judging = { ringside: Ringside; members: Member[]; seen: Seen[] };

/** By platform. Each person should have their card in its last state, two answers, and own their lead, once. */
export async function judge({
  ringside,
  members,
  seen,
}: Judging): Promise<Record<string, Verdict>> {
  const verdicts: Record<string, Verdict> = {};
  for (const member of members) {
    const shown = seen.find((one) => one.platform === member.platform && one.user === member.user);
    const counts = [
      ...countMessages(shown?.messages ?? []),
      ...(await countEffects(ringside, member)),
    ];
    const verdict = verdicts[member.platform] ?? { delivered: 0, lost: 0, duplicated: 0 };
    for (const count of counts) {
      if (count >= 1) verdict.delivered += 1;
      else verdict.lost += 1;
      verdict.duplicated += Math.max(0, count - 1);
    }
    verdicts[member.platform] = verdict;
  }
  return verdicts;
}

const { leads, chat } = textsFor("en");

/** How often each expected message is there. The card counts only as accepted: its buttons say so. */
function countMessages(messages: string[]): number[] {
  const countOf = (...words: string[]) =>
    messages.filter((message) => words.every((one) => message.includes(inJson(one)))).length;
  const isAccepted = countOf(leads.whyYou, leads.giveBack) > 0;
  // A second card of the same lead is one too many, whatever state it shows.
  const cards = isAccepted ? countOf(leads.whyYou) : 0;
  return [cards, countOf(`"${leads.mine}"`), countOf(chat.help.rep)];
}

const inJson = (words: string) =>
  words.startsWith('"') ? words : JSON.stringify(words).slice(1, -1);

/** How often the lead was taken: by the assignment's state, and by the changes of its owner. */
async function countEffects({ records }: Ringside, member: Member): Promise<number[]> {
  const assignment = await records.read.assignments.get(member.assignmentId);
  const changes = await records.read.ownerChanges.find({ recordId: member.leadId });
  const lead = await records.read.leads.get(member.leadId);
  const isTaken = assignment?.state === "accepted" && lead?.ownerId === member.personId;
  return [isTaken ? changes.length : 0];
}

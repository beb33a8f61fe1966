// Which of the speakers is the rep: by name, by role, or by how they talk, and how sure that is.
import type { Line, Speakers } from "../call.ts";
import { guessLines } from "./guess-lines.ts";
import { repness } from "./repness.ts";

/** From here on a call is evidence without its rep being asked (ours; 96 in 100 such guesses were right, docs/calls.md). */
export const sureEnough = 0.9;
/** How fast the difference between speakers becomes certainty (ours; docs/calls.md compares it with how often it is right). */
const steepness = 0.35;

/** Lines that all have a speaker, with who of them is the rep. */
export type Spoken = { lines: Line[]; speakers: Speakers };

/** `repName`: as the company knows them. Lines without speakers get A and B. */
export function findSpeakers(lines: readonly Line[], repName: string): Spoken {
  const labels = labelsOf(lines);
  if (labels.length < 2) return guessLines(lines);
  // What nobody is named for belongs to whoever spoke before.
  let last = labels[0] ?? "A";
  const whole = lines.map((line) => {
    last = line.speaker ?? last;
    return { ...line, speaker: last };
  });
  const rep = byName(labels, repName) ?? byRole(labels);
  if (rep) return { lines: whole, speakers: { labels, rep, sure: 0.99, ground: "names" } };
  return { lines: whole, speakers: byTalk(whole, labels) };
}

/** The same call, once its rep has said who they are. */
export function saidTo(speakers: Speakers, rep: string): Speakers {
  return { ...speakers, rep, sure: 1, ground: "said" };
}

function labelsOf(lines: readonly Line[]): string[] {
  return [...new Set(lines.flatMap(({ speaker }) => speaker ?? []))];
}

function byName(labels: readonly string[], repName: string): string | undefined {
  const name = foldName(repName);
  const parts = repName
    .split(/\s+/)
    .map(foldName)
    .filter((part) => part.length > 1);
  const exact = labels.filter((label) => foldName(label) === name);
  const partly = labels.filter((label) =>
    label.split(/[\s(（)）]+/).some((part) => parts.includes(foldName(part))),
  );
  const found = exact.length > 0 ? exact : partly;
  return found.length === 1 ? found[0] : undefined;
}

const repRoles =
  /^(rep|sales ?(rep|person|man|woman|agent)?|seller|agent|account (manager|executive)|ae|host|me|我|销售.*|业务员?|客户经理|顾问|坐席|客服)$/i;
const customerRoles =
  /^(customer|client|buyer|prospect|lead|caller|guest|客户.*|顾客|买方|甲方|对方)$/i;

function byRole(labels: readonly string[]): string | undefined {
  const reps = labels.filter((label) => repRoles.test(label.trim()));
  if (reps.length === 1) return reps[0];
  const others = labels.filter((label) => !customerRoles.test(label.trim()));
  return others.length === 1 && labels.length === 2 ? others[0] : undefined;
}

/** The one who sounds most like selling; certainty grows with the distance to the next. */
function byTalk(lines: readonly Line[], labels: readonly string[]): Speakers {
  const scores = labels.map((label) => {
    const own = lines.filter(({ speaker }) => speaker === label);
    return { label, score: own.reduce((sum, { text }) => sum + repness(text), 0) };
  });
  scores.sort((a, b) => b.score - a.score);
  const [first, second] = scores;
  const apart = (first?.score ?? 0) - (second?.score ?? 0);
  const sure = 1 / (1 + Math.exp(-steepness * apart));
  return {
    ...{ labels: [...labels], rep: first?.label ?? "A", ground: "guess" },
    sure: Math.round(sure * 100) / 100,
  };
}

const foldName = (name: string): string =>
  name
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, "");

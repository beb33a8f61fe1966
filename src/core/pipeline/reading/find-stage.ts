// The stage a deal has moved to, by name or by what was done.
import { type Stage, stages } from "../../model.ts";
import { type Clause, readOn } from "./clauses.ts";
import { createFinder, type Meant } from "./find-meanings.ts";
import { halfSigned, notYet, stageFacts, stageMoves, stageNames } from "./lexicon/patterns.ts";
import { wordPattern } from "./pattern.ts";
import type { Span } from "./understood.ts";

const findFacts = createFinder(stageFacts);
const findMoves = createFinder<Stage>(
  stageNames.map(([value, names]) => ({
    value,
    patterns: stageMoves.map((pattern) => pattern.replaceAll("NAMES", `(?:${names})`)),
  })),
);

/**
 * The move, if it differs from the present stage. What was named wins over what was done; of what was done an end
 * (lost, then won) wins, then the furthest. Nothing done moves a deal back, and an ended deal moves only by name.
 */
export function findStage(
  clauses: readonly Clause[],
  { present, ahead }: { present: readonly Stage[]; ahead: readonly Span[] },
): Meant<Stage> | undefined {
  const isPlanned = (move: Meant<Stage>) => isToCome(move) || isDated(move, ahead);
  const isAll = ({ clause }: Meant<Stage>) =>
    /(?<![a-z])(?:every|all)(?![a-z])|所有|全部/u.test(clause.text);
  const named = findMoves(clauses).findLast((move) => !isAll(move) && !isPlanned(move));
  if (named) return differs(named, present) ? named : undefined;
  const isHalf = clauses.some(({ text }) => halfSigned.test(text));
  const done = findFacts([...clauses, ...readOn(clauses, carriesOn)]).filter(
    (fact) => !isAll(fact) && !isPlanned(fact) && !(isHalf && fact.value === "won"),
  );
  const order: Stage[] = ["lost", "won", "negotiation", "proposal", "qualified", "contacted"];
  const best = order.flatMap((stage) => done.find(({ value }) => value === stage) ?? [])[0];
  return best && differs(best, present) && isForward(best.value, present) ? best : undefined;
}

function differs({ value }: Meant<Stage>, present: readonly Stage[]): boolean {
  return !present.includes(value);
}

function isForward(stage: Stage, present: readonly Stage[]): boolean {
  const isOpen = (each: Stage) => each !== "won" && each !== "lost";
  return present.every((each) => isOpen(each) && stages.indexOf(stage) > stages.indexOf(each));
}

/** Before the move and inside it: what is still to happen has not. */
function isToCome({ clause, start, end, value }: Meant<Stage>): boolean {
  const around = clause.text.slice(Math.max(0, start - clause.start - 24), end - clause.start + 3);
  if (value === "negotiation" || value === "qualified")
    return /(?<![a-z])(?:will|'ll|going to|next|tomorrow|once|plan)(?![a-z])|准备|打算|计划|马上|即将|明天|下周|等(?=[^,]{0,8}(?:走|进|给))/u.test(
      around,
    );
  return notYet.test(around);
}

/** "On Friday it goes to legal": a day to come just before the move, or just after it. */
function isDated({ clause, start, end, value }: Meant<Stage>, ahead: readonly Span[]): boolean {
  return ahead.some(
    (date) =>
      (date.start >= clause.start && date.end <= start && start - date.end <= 8) ||
      (value !== "proposal" &&
        date.start >= start &&
        date.start - end <= 6 &&
        date.end <= clause.end),
  );
}

/** "The quote is ready, sent it": what was sent stands in the clause before. */
const carriesOn = new RegExp(
  `^\\s*(?:已经?|刚|也|都|新版|新的|最新版|修订版|改好的|and (?:the )?|(?:the )?(?:new|revised|updated) (?:one|version) |just |already |has been |is )*${wordPattern("sent")}`,
  "u",
);

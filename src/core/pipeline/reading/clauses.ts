// A text in clauses, each with whether the rep asserts it.
import { groupBy } from "../../group-by.ts";
import { condition, forwarded, hearsay, hedge, question, sarcasm } from "./lexicon/doubt.ts";
import type { Span } from "./understood.ts";

/** Whether the rep asserts a clause; only `asserted` ones hold facts. */
export type Status =
  | "asserted"
  | "hedged"
  | "conditional"
  | "hearsay"
  | "question"
  | "sarcastic"
  | "quoted";

/** A clause of the folded text; quoted words inside are blanked. */
export type Clause = Span & { text: string; sentence: number; status: Status };

/** Where a sentence ends: never inside a number, nor after a title. */
const sentenceEnd =
  /[!;!;\n…。]+|[?]+|(?<!(?:^|[^a-z])(?:mr|mrs|ms|dr|prof|vs|inc|ltd|corp|co|approx|no|ca))(?<!(?:^|\s)[b-hj-z])\.+(?=\s|$)|\.(?=\p{Script=Han})|\s+(?=\d{1,2}[、)]\s?\p{Script=Han})/gu;
/** Where a clause ends or another begins. */
const clauseEnd =
  /,(?!\d{3}(?!\d))|(?<!(?<![a-z])(?:steps?|date|maker|stage|competitors?|competition|close|say|word|sign-?off|approver|signer|dm|decision|signature|decides|signs|signs off|approves|amount|value)|金额|下一步|阶段|竞品|对手|风险|预算|决策[人者]?|拍板[人的]?|签字[人的]?|审批人?)\s?:(?!\d|\/\/)|[()[\]—–]|\s(?:-{1,2}|\/)\s|(?<=\p{Script=Han})[ \t]+(?=\p{Script=Han})|(?<![a-z-])(?=(?:but|(?<!(?:would|will|could|'d|'ll) )then|so(?!-| far| much| many| good)|because|cause|cuz|although|though|while|plus|btw|by the way|anyway|fyi|i think|i guess|i heard|maybe|hopefully|probably|apparently|unless|if)(?![a-z]))|(?<![a-z])(?<!(?:between|just|only|:) us )(?=and(?! (?:\w+ )?(?:both|the case)))(?=and(?![a-z]))|(?<=\p{Script=Han}(?:吧|呢|啊|嘛|呀))(?=\p{Script=Han})|(?=但是?|不过|然后|而且|所以|因为|另外|还有(?!没)|如果|(?<!主)要是)/gu;
/** Quoted words: somebody else's. */
const quotes = /"[^"\n]{8,}"|“[^”\n]{5,}”|「[^」\n]{3,}」|『[^』\n]{3,}』|(?:^|\n)\s*>[^\n]*/gu;

/** Clauses that are read: every pattern is tried on each, and marks alone can make one of every letter. */
const mostClauses = 400;

/** The clauses of a folded text, in order; of one that has more than 400, the first. */
export function toClauses(text: string): Clause[] {
  const open = withoutQuoted(text);
  const clauses = cut(open, sentenceEnd).flatMap((part, sentence) =>
    cut(open.slice(part.start, part.end), clauseEnd).map((each) => {
      const start = part.start + each.start;
      const end = part.start + each.end;
      const text = open.slice(start, end).replace(/[\s,;:.!?。！？]+$/u, "");
      return { start, end, sentence, text, status: "asserted" as Status };
    }),
  );
  markQuestions(clauses, open);
  markDoubt(clauses, open);
  return clauses.filter((clause) => clause.text.trim() !== "").slice(0, mostClauses);
}

/** Parts between the ends, each with the mark that closes it. */
function cut(text: string, ends: RegExp): Span[] {
  const parts: Span[] = [];
  let start = 0;
  for (const match of text.matchAll(ends)) {
    const end = match.index + match[0].length;
    if (end <= start) continue;
    parts.push({ start, end });
    start = end;
  }
  if (start < text.length) parts.push({ start, end: text.length });
  return parts;
}

/** Spaces in place of what others wrote, so that every index stays. */
export function withoutQuoted(text: string): string {
  const blank = (words: string) => " ".repeat(words.length);
  const [first] = text.matchAll(forwarded);
  if (!first) return text.replace(quotes, blank);
  // Lines marked with > say themselves where the customer's words end.
  const marked = /^[^\n]*(?:\n\s*>[^\n]*)+/u.exec(text.slice(first.index).trimStart());
  const lead = /^\s*/u.exec(text.slice(first.index))?.[0].length ?? 0;
  const end = marked ? first.index + lead + marked[0].length : text.length;
  const whole = text.slice(0, first.index) + blank(text.slice(first.index, end)) + text.slice(end);
  return whole.replace(quotes, blank);
}

function markQuestions(clauses: Clause[], text: string): void {
  for (const clause of clauses) {
    const words = text.slice(clause.start, clause.end);
    if (words.search(question) >= 0) clause.status = "question";
  }
}

function markDoubt(clauses: Clause[], text: string): void {
  const sentences = groupBy(clauses, ({ sentence }) => sentence);
  for (const [index, clause] of clauses.entries()) {
    const sentence = sentences.get(clause.sentence) ?? [];
    if (has(clause, sarcasm)) markSarcasm(clauses, clause);
    if (has(clause, condition)) markCondition(sentence, clause);
    if (has(clause, hearsay)) markHearsay(sentence, clause, text);
    if (has(clause, hedge)) markHedge(clauses, index);
  }
}

function has({ text }: Clause, pattern: RegExp): boolean {
  return text.search(pattern) >= 0;
}

function mark(clause: Clause, status: Status): void {
  if (clause.status === "asserted") clause.status = status;
}

/** The whole sentence; the one before, too, where it is a remark on that. */
function markSarcasm(clauses: Clause[], { sentence, text }: Clause): void {
  const isRemark = text.trim().length <= 24;
  for (const each of clauses) {
    if (each.sentence === sentence || (isRemark && each.sentence === sentence - 1)) {
      mark(each, "sarcastic");
    }
  }
}

/** How a clause turns from what was said to the rep's own words. */
export const turn =
  /^\s*(?:but|so|anyway|plus|also|btw|by the way|fyi)(?![a-z])|^\s*(?:但|不过|另外|还有)/u;

/** From the condition to a turn; before it, what is yet to come. */
function markCondition(sentence: Clause[], clause: Clause): void {
  const from = sentence.indexOf(clause);
  for (const each of sentence.slice(from)) {
    if (each !== clause && turn.test(each.text)) break;
    mark(each, "conditional");
  }
  const before = sentence[from - 1];
  const isLast = from === sentence.length - 1;
  if (
    before &&
    isLast &&
    /(?<![a-z])(?:will|'ll|would|going to|we close|they sign)(?![a-z])|会|就/u.test(before.text)
  ) {
    mark(before, "conditional");
  }
}

const goesOnTelling = /^\s*(?:他|她|对方|客户|还|也|说)/u;

/** What is told, to the end of the sentence or a turn to the rep's own words. Spoken Chinese has spaces for full stops. */
function markHearsay(sentence: Clause[], clause: Clause, text: string): void {
  const from = sentence.indexOf(clause);
  for (const each of sentence.slice(from)) {
    const isOwn =
      turn.test(each.text) ||
      /^\s*(?:and |so )?(?:i|we|i'll|we'll|i'm|my|next steps?|(?:follow(?:ing)?[- ]?up|call(?:ing)?|meeting|demo|visit|sending|chasing|chase)(?= ))(?![a-z])|下一步|^\s*我|发(?:过去|给(?:他|她|客户|对方))|(?:给|跟)(?:他|她|客户|对方)们?(?:发|打|报|寄|送)/u.test(
        each.text,
      );
    const isNext = /\p{Script=Han}[ \t]+$/u.test(text.slice(0, each.start));
    if (each !== clause && (isOwn || (isNext && !goesOnTelling.test(each.text)))) break;
    mark(each, "hearsay");
  }
}

/** The clause; the one before where nothing but the hedge is left of it. */
function markHedge(clauses: Clause[], index: number): void {
  const clause = clauses[index];
  if (!clause) return;
  mark(clause, "hedged");
  const rest = clause.text.replace(hedge, "").replace(/[\s\p{P}]|so|though|tho|吧|呢/gu, "");
  const before = clauses[index - 1];
  if (rest === "" && before && before.sentence === clause.sentence) mark(before, "hedged");
}

/** Each clause with the one after it as one, a comma between. */
export function pairsOf(clauses: readonly Clause[]): Clause[] {
  return clauses.slice(1).flatMap((clause, index) => {
    const before = clauses[index];
    if (!before || before.sentence + 1 < clause.sentence) return [];
    const lead = before.text.padEnd(clause.start - before.start, ",");
    return [{ ...clause, start: before.start, text: lead + clause.text }];
  });
}

/** How many clauses lie between what is spoken of and what is said of it. */
const mostBack = 2;

/** Clauses that begin with certain words, each read on from those just before it in the sentence. */
export function readOn(clauses: readonly Clause[], begins: RegExp): Clause[] {
  return clauses.flatMap((clause, index) => {
    const before = clauses
      .slice(Math.max(0, index - mostBack), index)
      .filter(({ sentence }) => sentence === clause.sentence);
    const [first] = before;
    if (!first || !begins.test(clause.text)) return [];
    const text = [...before, clause].reduce(
      (words, each) => words.padEnd(each.start - first.start) + each.text,
      "",
    );
    return [{ ...clause, start: first.start, text }];
  });
}

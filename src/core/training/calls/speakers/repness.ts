// How much a sentence sounds like the one who sells, from the same words that the scorer goes by.
import type { RepMove, Stance } from "../../moves/model.ts";
import { fold } from "../../moves/text.ts";
import { understandCustomer } from "../../moves/understand-customer.ts";
import { understandRep } from "../../moves/understand-rep.ts";

/** Log-odds that whoever says it sells (ours, by hand; docs/calls.md has how often they are right). */
const repMoves: Partial<Record<RepMove, number>> = {
  ...{
    value: 0.7,
    proof: 0.6,
    safeguard: 0.6,
    trade: 0.7,
    concession: 0.5,
    close: 0.6,
    story: 0.2,
  },
  ...{ comparison: 0.2, boast: 0.5, empathy: 0.3, paper: 0.2, evasion: 0.2, their_own: 0.3 },
};
const customerStances: Partial<Record<Stance, number>> = {
  ...{ refusal: 0.9, objection: 0.8, negative: 0.2, agreement: 0.4 },
};
const ofTactic = 0.6;

const seller: readonly RegExp[] = [
  /\b(i'm|i am|this is|my name is) [\p{L}' -]{2,40} (from|with|at|of|calling from)\b/u,
  /\b(our|my) (product|company|team|customers?|clients?|offer|price|platform|solution|demo|engineers?|support|charity|organi[sz]ation)\b/,
  /\b(we|i) (can |could |will |'ll )?(offer|provide|deliver|ship|guarantee|help you|send you|show you|walk you|set up)\b/,
  /\b(would|could|can|may) (you|i) (be (interested|willing|open)|tell me|share|walk me|ask)\b/,
  /\bwhat (matters|would it take|is your (budget|timeline|current|role)|does your)\b/,
  /我(们)?(这边)?是.{1,12}(公司|的(销售|客户经理|顾问))|(我们的?|咱们的?)(产品|方案|设备|系统|价格|服务|客户|工程师)|(给|为|帮)您|您(这边|那边|看|目前|现在|主要|最|方便|贵姓)/u,
];
const buyer: readonly RegExp[] = [
  /\b(your|you guys'?) (product|price|quote|offer|company|competitors?|system|people|solution)\b/,
  /\b(we|i) (currently )?(need|already have|are using|use|don't need|have no budget|can't afford|have to ask)\b/,
  /\bour (budget|board|boss|finance|procurement|legal|current (supplier|vendor|provider)|it department)\b/,
  /\b(how much (is|does|do|would)|what does it cost|what's the (price|catch)|send me)\b/,
  /(你们|贵公司)(的)?(产品|价格|报价|系统|设备|公司|方案|服务)?|我们(现在|目前|已经)?(用的|在用|有|要|需要|预算|领导|老板|财务|采购)|多少钱|什么价|太贵|便宜(点|些)?吧|发(份|个|点)资料/u,
];
const ofPhrase = 1.1;

/** Above zero: sounds like the rep; below: like the customer. */
export function repness(text: string): number {
  const rep = understandRep(text);
  const customer = understandCustomer(text);
  const folded = fold(text);
  const moves = rep.moves.reduce((sum, { label }) => sum + (repMoves[label] ?? 0), 0);
  const stances = customer.stances.reduce(
    (sum, { label }) => sum + (customerStances[label] ?? 0),
    0,
  );
  const tactics = customer.tactics.length > 0 ? ofTactic : 0;
  const phrases = hits(folded, seller) - hits(folded, buyer);
  return moves - stances - tactics + phrases * ofPhrase;
}

const hits = (folded: string, patterns: readonly RegExp[]): number =>
  patterns.filter((pattern) => pattern.test(folded)).length;

// What a short demand asks of an answer ("a number", "who is liable", "没有条件不让价"), and whether words meet it.
import type { RepMove } from "./model.ts";
import { contentWords, fold, sharedWords } from "./text.ts";

/** Moves an answer needs, one of each group; moves it must not hold; and the words it is about. */
export type Demand = {
  needs: readonly (readonly RepMove[])[];
  lacks: readonly RepMove[];
  content: ReadonlySet<string>;
};

/** What is held against a demand: a sentence or a turn. */
type Answer = {
  moves: readonly { label: RepMove; words: string[] }[];
  content: ReadonlySet<string>;
};

/** How well an answer meets a demand, and with which words. */
export type Match = {
  grade: number;
  /** Every group of moves is shown, and no single move stands for all of them. */
  full: boolean;
  shared: number;
  words: string[];
};

type Rule = { when: RegExp; needs?: readonly RepMove[]; lacks?: readonly RepMove[] };

const rules: readonly Rule[] = [
  {
    when: /\bnotice( period)?\b|通知的?期限|提前(多久|几天)/,
    needs: ["number", "date"],
  },
  {
    when: /\b(question|asks?|asked|asking|find(s)? out|found out)\b|问(?!题|答)|弄清|请教/,
    needs: ["question"],
  },
  {
    when: /\b(minutes|hours|figures?|numbers?|percent|prices?|costs?|payback|cash|days|months|how (many|much|long)|what it costs|amount|fee|a term|rate)\b|多少|数字|金额|多久|天数|月数|回收期|几(个|次|天|小时|分钟|台|年)|比例|成本|费用|算出|具体的?数|价格|时间/,
    needs: ["number"],
  },
  {
    when: /\b(dates?|by when|until when|deadline|a day|a time|next step|dated|on which day|when\b(?! it)|before the)|日期|哪天|什么时候|截止|时间点|之前(交|给|送)|当天|约(好|时间|一个)|下一步/,
    needs: ["date", "close"],
  },
  {
    when: /\b(who (covers|answers|pays|does|will|stands|installs|rings|is)|named?|person|somebody|someone|present|contact|owner|each by|task)\b|谁(来|负责|带|维护|做|出|兜|准备|写)|有名有姓|名单|人员|进修|培养|带教|专人|负责人|到场|到现场|值守|各自要做/,
    needs: ["person"],
  },
  {
    when: /\b(in writing|written|writing|contract|document|paper|page|list|annex|agreement|clause|protocol|invoice|itemi[sz]ed|schedule)\b|书面|合同|协议|写(进|清|明|成)|清单|一页|文件|发票|备案|登记|材料|附件/,
    needs: ["paper", "proof"],
  },
  {
    when: /\b(source|table|tests?|evidence|stud(y|ies)|report|measured|reference|comparable|centre|certificate|proof|check(able)?|verify|validated|data|logs?|registry)\b|出处|依据|报告|测试|实测|检测|案例|样板|文献|可(查|核|验)|数据|证书|证明|注册证|说明书/,
    needs: ["proof", "paper"],
  },
  {
    when: /\b(limit(s|ation|ations)?|weak(ness| spot)?|cannot|can't|does not|doesn't|not know|honest(ly)?|plainly|admit|openly|could go wrong|not (yet )?known|assumption|drawback|exceptions?|soft)\b|坦白|承认|老实|做不到|没有(验证|把握)|不(知道|清楚|懂|足)|局限|弱点|例外|剔出|假设|说明哪些|推算/,
    needs: ["admission", "refusal"],
  },
  {
    when: /\b(a (clear|plain|friendly|calm|kind|polite) no\b|no (personal|technique|result|link|pressure|benefit|promise|guarantee)|declin|refus|outside|draws? the line|may not|out of it|proper|route|compliance|medical affairs)\b|拒绝|不(承诺|保证|挂钩|收|答应|做|写|替|透露)|正规|程序|合规|医学部|公对公/,
    needs: ["refusal", "admission", "paper"],
  },
  {
    when: /\b(in return|condition|exchange|tied to|nothing for nothing|traded?|scope|smaller|variants?|swap|stages|terms)\b|换(他|它|她|回|取|一|来)|交换|条件|减范围|范围|分期|分档|对等/,
    needs: ["trade", "safeguard"],
  },
  {
    when: /\b(fall ?back|exit|way back|roll ?back|pilot|limit|cap|penalt|consequence|stop(s|ped)?|loan|spare|plan for|parallel|if it (fails|slips)|risk|cover(s|ed)?|milestones?|hand ?over|sign-off|trial|fails)\b|回退|退出|兜底|试(点|用|跑|运行)|上限|违约|赔|停止|叫停|喊停|备(机|件|用)|并行|分批|分阶段|分步|切回|退路|保函|演练|降低风险|保障/,
    needs: ["safeguard", "paper"],
  },
  {
    when: /\b(own|her|his|their) (own )?(figures|data|numbers|costs?|parts|castings|plant|invoices|volumes?|case|cases|line)\b|own (figures|data|costs|parts)|自己的(数|产品|账|工资)|用(他|她|客户|厂里)|他厂里|本(院|厂|行)/,
    needs: ["their_own"],
  },
  {
    when: /\b(acknowledg|grant(s|ed)?|fair point|concede|own(s|ed) (a|past)|apolog|laugh|joke|kind(ly|ness)?|story|listen|calm(ly)?|respect|credit|look good)|接住|接(他|她)的话|人话|认下|道歉|理解|玩笑|功劳|不慌|平静|尊重|伤人|共情|闲聊/,
    needs: ["empathy", "small_talk", "story", "thanks", "admission"],
  },
  {
    when: /\b(compar(e|es|ed|ison)|same (scope|basis|unit|lines?)|other (offer|price)|line by line|yardstick|both)\b|对比|比较|逐(项|行|条)|同一(口径|把)|两家|另一家|别家/,
    needs: ["comparison", "question"],
  },
  {
    when: /\b(commitment|ask(ed)? (directly|plainly) for|propos(e|ed|al)|a yes|step (that|with|is|before)|deciding|decides afterwards|what yes takes)\b|下一步|拍板|怎样算|判定标准|落实|敲定/,
    needs: ["close", "question"],
  },
  {
    when: /\b(value|benefit|work (disappears|stops)|what would change|changes for|which (step|work))\b|哪一步不用|省|好处|改变了什么|价值/,
    needs: ["value", "their_own"],
  },
  {
    when: /\b(holds? the price|keeps? (the |its )?price|price where it was|no (immediate|price)|not lower|no concession|no discount|no matching|did not lower)\b|不(让价|降价|跟价|当场|白)|没有降价|价格稳|报价不|不用降价|减价/,
    lacks: ["concession"],
    needs: ["trade", "number", "question", "refusal", "value", "comparison"],
  },
  {
    when: /\b(running (it|him|them|the|down)|run(ning)? down|nothing about the rival|fairly|without (running|efficacy))\b|不(贬低|评价|说(对手|别家))|坏话/,
    lacks: ["rudeness", "boast"],
    needs: ["comparison", "refusal", "question", "admission"],
  },
];

/** Reads what a demand asks for. */
export function readDemand(text: string): Demand {
  const folded = fold(text);
  const found = rules.filter(({ when }) => when.test(folded));
  return {
    needs: found.flatMap(({ needs }) => (needs ? [needs] : [])),
    lacks: found.flatMap(({ lacks }) => lacks ?? []),
    content: contentWords(text),
  };
}

/** A turn that shares words with the demand counts more than one that has only the right form. */
const formWeight = 0.6;
const wordWeights = [0, 0.3, 0.5];
/** Said in most of the demand's own words it is met, whatever form was expected. */
const ownWordsShare = 0.6;
const ownWords = 3;
/** At and above this grade a demand is met. */
export const metGrade = 0.75;

/** Grades an answer in [0, 1.3]; `isOnTopic` says that it is known to be about the matter already. */
export function matchDemand(
  demand: Demand,
  { answer, isOnTopic = false }: { answer: Answer; isOnTopic?: boolean },
): Match {
  const { words, share } = sharedWords(demand.content, answer.content);
  const shown = demand.needs.map((group) => wordsOf(answer, group));
  const held = shown.filter((group) => group !== undefined);
  const isSpoiled = answer.moves.some(({ label }) => demand.lacks.includes(label));
  if (isSpoiled) return { grade: 0, full: false, shared: words.length, words: [] };
  const full = isFull(demand, answer);
  const isInItsWords = share >= ownWordsShare && words.length >= ownWords;
  const form = demand.needs.length > 0 ? held.length / demand.needs.length : Math.min(1, share * 2);
  const about = wordWeights[Math.min(words.length, 2)] ?? 0;
  const grade = isInItsWords
    ? Math.max(metGrade, formWeight * form + about)
    : formWeight * form + about + (isOnTopic ? 0.2 : 0);
  return { grade, full, shared: words.length, words: [...new Set([...words, ...held.flat()])] };
}

/** Two groups want two moves: one question is not "a comparison" and "a question about it" at once. */
function isFull({ needs }: Demand, { moves }: Answer): boolean {
  if (needs.length === 0) return false;
  const fitting = needs.map((group) => moves.filter(({ label }) => group.includes(label)));
  const distinct = new Set(fitting.flat().map(({ label }) => label)).size;
  return fitting.every((group) => group.length > 0) && distinct >= Math.min(2, needs.length);
}

function wordsOf({ moves }: Answer, group: readonly RepMove[]): string[] | undefined {
  const found = moves.filter(({ label }) => group.includes(label));
  return found.length > 0 ? found.flatMap(({ words }) => words) : undefined;
}

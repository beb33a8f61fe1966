// What a manager wrote, as a claim: the usual phrasings in English and Chinese, without a model. What is not said is left
// open, what is not understood is named; nothing is guessed.
import { byName } from "../by-name.ts";
import { type Claim, type Metric, metrics, openStages } from "./claim.ts";
import { readTiming, type Timing } from "./read-timing.ts";

/** What the company calls its rules, teams and industries. */
export type Vocabulary = {
  rules: readonly { id: string; names: readonly string[] }[];
  teams: readonly { id: string; name: string }[];
  industries: readonly string[];
};

/** As much as was understood; `unknownOutcome`: words where an outcome should be, that name none. */
export type ReadClaim = {
  action?: Claim["action"];
  population: Claim["population"];
  outcome?: Metric;
  direction?: Claim["direction"];
  unknownOutcome?: string;
} & Timing;

/** Where the doing ends and the effect begins. */
const dividers = [
  /\b(?:brings?|brought|leads? to|led to|gets?|got|gives?|gave|makes?|raises?|raised|increases?|increased|lifts?|results? in|means?|lowers?|lowered|reduces?|reduced|cuts?)\b|→|->|=>/i,
  /能?(?:带来|提高|提升|增加|促成|促进|降低|减少)|让|使|有助于|→/,
  // No verb joins the two: "…, we win more", 「……，赢单更多」.
  /(?:,\s*|\s(?=(?:and|so) ))(?=(?:(?:and|so) )?(?:then )?(?:within \w+ (?:days|weeks) )?(?:(?:we|they|customers) )?(?:w[io]n|closed?|sign(?:ed)?|answer(?:ed)?|repl(?:y|ied)|more|fewer)\b)/i,
  /,\s*(?=(?:[\d一二两三四五六七八九十]+\s*个?[天周](?:之?内)?)?(?:我们|客户)?(?:约到|拿到|得到)?的?(?:赢单|赢率|成交|签约|签单|成单|会议|约见|回复|答复|推进)[^,]{0,6}(?:更|多|高|快|少|上升)|更多)/,
  // What is done does the winning: "calling within two days wins more deals".
  /\s(?=(?:wins?|closes?) (?:us )?(?:more|fewer)\b)/i,
];
const lowering = /\b(?:lower|reduce|cut|fewer|less)|降低|减少|下降|更少/i;

const actionWords: [type: string, words: RegExp][] = [
  [
    "meeting.held",
    /\b(?:visit(?:s|ed|ing)?|meet(?:ing)? (?:in person|them|customers))\b|上门|拜访|见面/i,
  ],
  [
    "meeting.booked",
    /\bbook(?:s|ed|ing)? (?:a )?(?:meeting|call)s?\b|约会议|约(?:一次|个)?(?:会|见)/i,
  ],
  ["demo.held", /\bdemos?\b|演示/i],
  ["quote.sent", /\bquot(?:e|es|ed|ing|ation)\b|发报价|报价单|送报价/i],
  ["message.sent", /\b(?:messag(?:e|es|ed|ing)|wechat|whatsapp|text(?:s|ed|ing))\b|发消息|微信/i],
  ["email.sent", /\b(?:e-?mail(?:s|ed|ing)?|writ(?:e|es|ing)|wrote)\b|邮件/i],
  ["call.made", /\b(?:call(?:s|ed|ing)?|phon(?:e|es|ed|ing)|ring(?:s|ing)?)\b|致电|电话|回访/i],
];

const outcomeWords: Record<Metric, RegExp> = {
  won: /\b(?:wins?|winning|won|close[sd]?|closing|signed?|signing|deals?|sales)\b|赢单|赢率|成交|签约|签单|成单/i,
  meeting: /\bmeetings?\b|会议|见面|约见/i,
  moved:
    /\b(?:mov(?:e|es|ed|ing)|advanc(?:e|es|ed|ing)|next stage|progress)\b|推进|进入下一|阶段前进/i,
  reply: /\b(?:repl(?:y|ies|ied)|answer(?:s|ed)?|respon(?:se|ses|d))\b|回复|回信|答复/i,
};
/** In this order: "moves deals on" is about moving, "more meetings with deals" about meetings. */
const outcomeOrder: readonly Metric[] = ["meeting", "reply", "moved", "won"];

const stageWords: Record<string, RegExp> = byName({
  new: /\bnew (?:deals|stage)\b|新(?:商机|建)阶段?/i,
  contacted: /\bcontacted\b|已联系|初步接触/i,
  qualified: /\bqualified\b|已确认|资格/i,
  proposal:
    /\b(?:in|at) (?:the )?(?:proposal|quote)\b|\bproposal stage\b|(?:方案|报价)(?:中|阶段)|提案/i,
  negotiation: /\bnegotiati(?:on|ng)\b|谈判/i,
});

/** Reads one sentence. */
export function readClaim(sentence: string, vocabulary: Vocabulary): ReadClaim {
  const words = sentence.normalize("NFKC").replace(/\s+/g, " ").trim();
  const said = words.split(/\bbecause\b|因为|理由是/i)[0] ?? "";
  const { doing, effect, verb } = divide(said);
  const action = readAction(doing, vocabulary);
  const outcome =
    effect === "" ? undefined : outcomeOrder.find((one) => outcomeWords[one].test(effect));
  const rest = effect.replace(/[\d.]+|%|points?|个百分点|个点/g, "").trim();
  return {
    ...(action ? { action } : {}),
    population: readPopulation(doing, vocabulary),
    ...(outcome ? { outcome } : {}),
    ...(verb ? { direction: lowering.test(`${verb} ${effect}`) ? "down" : "up" } : {}),
    ...readTiming(said, doing),
    ...(effect !== "" && !outcome && rest !== "" ? { unknownOutcome: rest.slice(0, 60) } : {}),
  };
}

function divide(words: string): { doing: string; effect: string; verb: string } {
  for (const divider of dividers) {
    const match = divider.exec(words);
    if (!match || match.index === 0) continue;
    const effect = words.slice(match.index + match[0].length).trim();
    return { doing: words.slice(0, match.index).trim(), effect, verb: match[0] };
  }
  return { doing: words, effect: "", verb: "" };
}

function readAction(doing: string, { rules }: Vocabulary): Claim["action"] | undefined {
  const isRule = /\brule\b|规则/i.test(doing);
  const rule = isRule
    ? rules.find(({ id, names }) => [id, ...names].some((name) => isNamed(doing, name)))
    : undefined;
  if (rule) return { kind: "rule", ruleId: rule.id };
  const touch = touchIn(actPart(doing)) ?? touchIn(doing);
  return touch ? { kind: "touch", type: touch } : undefined;
}

/** "A call within two days after the quote" is about the call: what it comes after is when it is done. */
function actPart(doing: string): string {
  const [before = doing] = doing.split(/\bafter\b/i);
  return before.replace(/^.*?(?:之后|以后|后)(?=.)/, "");
}

function touchIn(words: string): string | undefined {
  return actionWords.find(([, one]) => one.test(words))?.[0];
}

function readPopulation(doing: string, { teams, industries }: Vocabulary): Claim["population"] {
  const industry = industries.find((one) => isNamed(doing, one));
  const isTeam = /\bteam\b|团队/i.test(doing);
  const team = isTeam ? teams.find(({ name }) => isNamed(doing, name)) : undefined;
  return {
    stages: openStages.filter((stage) => stageWords[stage]?.test(doing)),
    ...(industry ? { industry } : {}),
    ...(team ? { teamId: team.id } : {}),
  };
}

/** Whether a name stands in a sentence: as whole words where it is written with letters ("All" is not in "calling"). */
function isNamed(sentence: string, name: string): boolean {
  const [text, wanted] = [sentence.toLowerCase(), name.normalize("NFKC").toLowerCase().trim()];
  if (wanted === "") return false;
  const isLetter = (at: number) => /[a-z0-9]/.test(text[at] ?? "");
  for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + 1)) {
    const end = at + wanted.length;
    const isCut = (isLetter(at - 1) && isLetter(at)) || (isLetter(end - 1) && isLetter(end));
    if (!isCut) return true;
  }
  return false;
}

/** Whether a sentence says by itself what was done and what it changed: it may be meant as a strategy. */
export function isClaim(sentence: string): boolean {
  const { action, outcome } = readClaim(sentence, { rules: [], teams: [], industries: [] });
  return action !== undefined && outcome !== undefined;
}

/** Whether a word names something that can be counted. */
export function isMetric(word: string): word is Metric {
  return (metrics as readonly string[]).includes(word);
}

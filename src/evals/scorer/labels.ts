// Human labels and ours: which of our labels each of theirs means, and the plain word lists that ours must beat.
import { type RepMove, repMoves, type Stance, stances } from "../../core/training/moves/model.ts";
import { tactics } from "../../core/training/playbook.ts";

/** Whose turn it is. */
export type Side = "rep" | "customer";

/** One of our labels with its side, such as "rep.question". */
export type OurLabel = `${Side}.${string}`;

/** What PersuasionForGood's annotators and others call a rep's moves. */
const repNames: Partial<Record<RepMove, readonly string[]>> = {
  greeting: ["greet", "opening"],
  thanks: ["thank", "gratitude"],
  farewell: ["closing", "goodbye"],
  question: [
    ...["task_related_inquiry", "source_related_inquiry", "personal_related_inquiry"],
    ...["ask_not_donate_reason", "inquiry", "discovery", "needs_discovery", "open_question"],
    ...["closed_question", "clarification", "probing", "提问", "需求挖掘"],
  ],
  value: [
    ...["logical_appeal", "emotion_appeal", "benefit", "value_presentation", "value_proposition"],
    ...["pitch", "appeal", "价值", "价值呈现"],
  ],
  proof: [
    "credibility_appeal",
    "evidence",
    "reference",
    "social_proof",
    "credibility",
    "证据",
    "案例",
  ],
  number: ["figure", "price_quote", "数字", "报价"],
  concession: ["foot_in_the_door", "discount", "offer", "让步", "降价"],
  trade: ["conditional_concession", "exchange", "negotiation", "交换"],
  story: ["personal_story", "self_modeling", "storytelling", "故事"],
  empathy: [
    "acknowledgement",
    "acknowledge",
    "acknowledgment",
    "rapport",
    "validation",
    "共情",
    "认同",
  ],
  praise: ["praise_user", "compliment", "赞美"],
  close: [
    ...["proposition_of_donation", "ask_donation_amount", "confirm_donation", "ask_donate_more"],
    ...[
      "next_step",
      "call_to_action",
      "ask_commitment",
      "commitment",
      "cta",
      "促成",
      "下一步",
      "收尾",
    ],
  ],
  off_topic: ["off_task", "offtopic", "chit_chat", "离题"],
  evasion: ["dodge", "evade", "deflection", "回避", "搪塞"],
  rudeness: ["rude", "abusive", "insult", "无礼", "辱骂"],
  pressure: ["pushy", "urgency", "high_pressure", "施压"],
  refusal: ["decline", "draws_line", "compliance", "拒绝"],
  admission: ["honesty", "limitation", "admits", "坦诚"],
  comparison: ["competitor_comparison", "compare", "对比"],
  safeguard: ["risk_reversal", "guarantee_offer", "pilot_offer", "风险保障"],
};

/** What annotators call where a customer stands. */
const stanceNames: Partial<Record<Stance, readonly string[]>> = {
  greeting: ["greet", "opening"],
  thanks: ["thank", "gratitude"],
  farewell: ["closing", "goodbye"],
  question: [
    ...["ask_org_info", "ask_donation_procedure", "task_related_inquiry", "inquiry"],
    ...["personal_related_inquiry", "ask_persuader_donation_intention", "提问"],
  ],
  agreement: [
    ...[
      "agree_donation",
      "provide_donation_amount",
      "confirm_donation",
      "accept",
      "agree",
      "commit",
    ],
    ...["commitment", "buying_signal", "yes", "同意", "成交信号"],
  ],
  positive: [
    "positive_reaction_to_donation",
    "positive_reaction",
    "interest",
    "interested",
    "积极",
    "正面",
  ],
  objection: [
    ...[
      "negative_reaction_to_donation",
      "disagree_donation",
      "disagree_donation_more",
      "resistance",
    ],
    ...["pushback", "concern", "negative_reaction", "异议", "反对"],
  ],
  refusal: ["reject", "rejection", "disagree", "no"],
};

/** What annotators call kinds of objection; each stands for several tactics of the library. */
const tacticNames: Partial<Record<(typeof tactics)[number], readonly string[]>> = {
  discount_demand: ["price", "price_objection", "too_expensive", "cost", "价格", "砍价"],
  budget_freeze: ["budget", "no_budget", "预算"],
  competitor_quote: ["competitor", "competition", "competitor_objection", "竞品"],
  no_time: ["time", "timing", "busy", "没时间"],
  send_me_something: ["stall", "stalling", "brush_off", "more_info", "敷衍"],
  risk_aversion: ["risk", "trust", "trust_objection", "safety", "信任", "风险"],
  status_quo: ["need", "no_need", "not_needed", "satisfied", "现状", "没需求"],
  data_security: ["security", "privacy", "数据安全"],
  payback_demand: ["roi", "value_objection", "payback", "回报"],
  authority: ["decision_maker", "no_authority", "决策权"],
  contract_terms: ["terms", "contract", "条款"],
  switching_cost: ["switching", "implementation", "effort", "切换成本"],
  technical_trap: ["technical", "feature", "product", "技术"],
  compliance_trap: ["compliance", "improper_request", "合规"],
  bad_experience: ["past_experience", "previous_experience", "旧怨"],
  reference_demand: ["reference", "proof", "案例"],
  pilot_demand: ["trial", "pilot", "试用"],
};

const byName = new Map<string, OurLabel>([
  ...toNames("rep", repMoves, repNames),
  ...toNames("customer", tactics, tacticNames),
  ...toNames("customer", stances, stanceNames),
]);

/** Our label for one of theirs on that side, if we have one; "objection:price" is read by its last part. */
export function ourLabel(side: Side, theirs: string): OurLabel | undefined {
  const name = fold(theirs);
  const last = fold(theirs.split(/[:/]/).at(-1) ?? "");
  return byName.get(`${side}.${name}`) ?? byName.get(`${side}.${last}`);
}

function toNames<Label extends string>(
  side: Side,
  labels: readonly Label[],
  names: Partial<Record<Label, readonly string[]>>,
): [string, OurLabel][] {
  return labels.flatMap((label) =>
    [label, ...(names[label] ?? [])].map((name): [string, OurLabel] => [
      `${side}.${name}`,
      `${side}.${label}`,
    ]),
  );
}

const fold = (name: string) =>
  name
    .trim()
    .toLowerCase()
    .replace(/[\s-]+/g, "_");

/** What somebody would type into a word search for each label: no structure, no negation, no context. */
const plainWords: Record<OurLabel, RegExp> = {
  "rep.greeting": /hello|hi\b|hey|您好|你好/i,
  "rep.thanks": /thank|谢谢|感谢/i,
  "rep.farewell": /bye|have a|再见/i,
  "rep.question": /\?|？/,
  "rep.value": /help|save|benefit|improve|帮助|节省|提高/i,
  "rep.proof": /report|study|evidence|organization|报告|数据|案例/i,
  "rep.number": /\d/,
  "rep.concession": /discount|cheaper|only|little|便宜|优惠|折/i,
  "rep.trade": /\bif you\b|in return|如果|换/i,
  "rep.story": /\bmy\b|myself|我自己/i,
  "rep.empathy": /understand|great|good|理解|明白/i,
  "rep.praise": /kind|generous|awesome|厉害|专业/i,
  "rep.close": /would you|donate|sign|next step|签|约|定/i,
  "rep.off_topic": /weather|movie|天气|电影/i,
  "rep.evasion": /later|don't worry|放心|再说/i,
  "rep.rudeness": /stupid|idiot|selfish|蠢|滚/i,
  "rep.pressure": /now|today only|马上|赶紧/i,
  "rep.refusal": /can't|cannot|不能/i,
  "rep.admission": /don't know|limit|不知道|做不到/i,
  "rep.comparison": /competitor|compare|别家|对比/i,
  "rep.safeguard": /pilot|trial|exit|试点|退出/i,
  "customer.greeting": /hello|hi\b|hey|您好|你好/i,
  "customer.thanks": /thank|谢谢|感谢/i,
  "customer.farewell": /bye|have a|再见/i,
  "customer.question": /\?|？/,
  "customer.agreement": /yes|agree|ok|sure|好的|行|可以/i,
  "customer.positive": /good|great|love|like|好|不错/i,
  "customer.negative": /no|not|bad|不|没/i,
  "customer.objection": /but|no\b|not|can't|expensive|不|贵|没/i,
  "customer.refusal": /no\b|won't|不要|算了/i,
  "customer.discount_demand": /price|expensive|discount|cheap|贵|便宜|价格|折/i,
  "customer.price_anchoring": /price|less|价/i,
  "customer.budget_freeze": /budget|money|afford|预算|钱/i,
  "customer.competitor_quote": /competitor|other|别家|另外/i,
  "customer.no_time": /time|busy|没空|忙/i,
  "customer.send_me_something": /send|email|info|发|资料/i,
  "customer.risk_aversion": /risk|trust|风险|万一/i,
  "customer.status_quo": /already|现在/i,
  "customer.data_security": /data|security|数据|安全/i,
  "customer.payback_demand": /return|payback|回本/i,
  "customer.authority": /boss|decide|领导|老板/i,
  "customer.contract_terms": /contract|terms|合同|条款/i,
  "customer.switching_cost": /switch|training|换|培训/i,
  "customer.technical_trap": /how|spec|怎么|参数/i,
  "customer.compliance_trap": /guarantee|gift|保证|回扣/i,
  "customer.bad_experience": /last time|before|上次|以前/i,
  "customer.reference_demand": /reference|who|谁|案例/i,
  "customer.pilot_demand": /trial|pilot|test|试/i,
  "customer.committee": /committee|board|委员会|上会/i,
  "customer.false_urgency": /today|tonight|今天/i,
  "customer.small_talk": /weather|coffee|天气|喝/i,
  "customer.silence": /^\W*$|hm/i,
};

/** Whether the plain word list finds a label in a turn. */
export function isPlainly(label: OurLabel, text: string): boolean {
  return plainWords[label]?.test(text) ?? false;
}

// Which metric a question is about. The first that matches counts: special ones stand before general ones.
import type { MetricId } from "../metrics.ts";

type MetricWords = {
  metric: MetricId;
  words: RegExp;
  /** Kind of touch that goes without saying: "calls made". */
  kind?: string;
};

/** Words already understood as a period or a name stand as a mark (‖) in the text. */
export const metricWords: readonly MetricWords[] = [
  {
    metric: "contract_rate",
    words:
      /\bdata (?:health|quality)|contract rate|how (?:good|clean) is (?:our |my |the )?data|\bis (?:our|my|the) data\b|数据(?:质量|健康|达标|合格)|合约达成率|数据.{0,2}(?:干净|准不准|可靠)/,
  },
  {
    metric: "practice_sessions",
    words: /\bpracti[cs]e (?:sessions?|runs?)|shared practi[cs]e|演练|陪练/,
  },
  {
    metric: "accept_rate",
    words:
      /\baccept(?:ance)? rate|share of (?:leads )?accepted|\b(?:share|percentage) of leads\b.{0,20}\baccept|(?:接受|接单)(?:率|比例)/,
  },
  {
    metric: "hours_to_accept",
    words:
      /\b(?:time|hours?|how (?:long|quickly|fast|soon))\b.{0,30}\baccept|\bacceptance time|\baccept.{0,20}\b(?:quickly|fast)\b|(?:接受|接单).{0,8}(?:时长|时间|多久|多快|多长)|(?:多久|多快|多长时间).{0,8}(?:接受|接单)|(?:接受|接单).{0,4}快/,
  },
  {
    metric: "hours_to_contact",
    words:
      /\b(?:time|hours?|how (?:long|quickly|fast|soon))\b.{0,30}\b(?:first contact|contact|call|reach)\b|首次(?:联系|跟进|接触)|(?:多快|多久)(?:才)?联系|联系.{0,6}(?:多久|多快)/,
  },
  {
    metric: "action_done_rate",
    words:
      /\bactions?\b.{0,12}\b(?:completion|done) (?:rate|share)|\bshare of (?:next )?actions? (?:done|completed)|\bcompletion rate|完成率/,
  },
  {
    metric: "actions_overdue",
    words: /\boverdue\b|\bbehind (?:on|with)\b.{0,12}\bactions?\b|逾期/,
  },
  {
    metric: "actions_done",
    words:
      /\bactions?\b.{0,20}\b(?:done|completed|finished)|\b(?:done|completed?|finish(?:ed)?)\b.{0,20}\bactions?\b|完成.{0,8}(?:行动|动作)|(?:行动|动作).{0,4}完成/,
  },
  {
    metric: "actions_made",
    words: /\bnext actions?\b|\bactions? (?:made|created)\b|下一步|行动(?:数|量)?/,
  },
  {
    metric: "updates_confirmed",
    words:
      /\bupdates?\b.{0,20}\bconfirmed|\bconfirmed\b.{0,20}\bupdates?|\bstage updates?\b|(?:阶段)?更新/,
  },
  {
    metric: "win_rate",
    words:
      /\bwin(?:ning)? rates?\b|\bhit rate\b|\bclos(?:e|ing) rate\b|赢单率|赢率|成交率|胜率|中标率|签单率/,
  },
  {
    metric: "stage_days",
    words: /\b(?:days|time|long)\b.{0,25}\bstages?\b|\bstage age\b|\bstuck\b|停留|卡了多久/,
  },
  {
    metric: "cycle_days",
    words:
      /\b(?:sales|deal) cycles?\b|\bcycle (?:time|length)\b|\bdays to win\b|\btime to (?:close|win)\b|\bhow (?:long|many days)\b.{0,50}\b(?:take|close|signing|win)\b|\bcloses? (?:the )?(?:fastest|slowest)|\b(?:fastest|slowest) to close|(?:成交|销售)周期|(?:多久|多长时间|多少天).{0,4}(?:成交|签约|签单|赢单)|(?:成交|签约|签单)(?:最快|最慢|要?多久|平均.{0,3}多少天)|到签约.{0,6}(?:多久|多少天|多长)/,
  },
  {
    metric: "average_deal",
    words:
      /\baverage (?:deal|order)\b|\baverage (?:size|value|amount) of\b|\bdeal size\b|\bticket size\b|平均(?:单价|客单价|成交额|金额|单值)|客单价/,
  },
  {
    metric: "open_amount",
    words:
      /\b(?:amount|value) of (?:the )?open\b|\bopen (?:amount|value)\b|\bpipeline\b|(?:在跟|进行中)(?:的)?(?:商机)?金额|商机金额|管道/,
  },
  {
    metric: "won_amount",
    words:
      /\bwon amount\b|\bamount won\b|\brevenue\b|\bturnover\b|\bbookings\b|\bhow much\b.{0,20}\b(?:sell|sold)\b|成交(?:金额|额|了?多少(?![单个]))|赢单金额|业绩|签约金额|签单金额|合同额|合同金额|销售额|卖了多少钱?/,
  },
  {
    metric: "leads_accepted",
    words:
      /\bleads?\b.{0,20}\baccept|\baccept(?:ed)?\b.{0,20}\bleads?\b|接(?:受)?了?.{0,6}线索|线索.{0,6}接受/,
  },
  {
    metric: "touches",
    kind: "email.open",
    words: /\be-?mails? (?:were )?opened\b|邮件(?:被)?打开|打开.{0,4}邮件/,
  },
  { metric: "touches", kind: "email.sent", words: /\be-?mails?\b|邮件/ },
  { metric: "touches", kind: "meeting.held", words: /\bmeetings?\b|\bvisits?\b|拜访|会议/ },
  { metric: "touches", kind: "message.sent", words: /\bmessages?\b|微信|消息/ },
  { metric: "touches", kind: "call.made", words: /\b(?:phone )?calls?\b|电话/ },
  { metric: "touches", words: /\btouch(?:es|points?)?\b|触点|互动/ },
  {
    metric: "deals_lost",
    words:
      /\blost deals?\b|\bdeals?\b.{0,20}\blos[te]\b|\blos[et]\b.{0,20}\bdeals?\b|\bloss reasons?\b|丢单|输单|输给|丢了/,
  },
  {
    metric: "deals_won",
    words:
      /\bwon deals?\b|\bdeals?\b.{0,40}\bw[io]n\b|\bw[io]n\b.{0,20}\bdeals?\b|\bwins\b|\bw[io]n (?:the )?(?:most|least)\b|\bsells? (?:the )?(?:best|most|worst|least)\b|卖得|成单|赢单|赢了|成交(?:数|单|了)|签了/,
  },
  { metric: "deals_open", words: /\bopen deals?\b|\bdeals?\b.{0,10}\bopen\b|在跟|进行中|未结/ },
  {
    metric: "deals_created",
    words:
      /\b(?:new|created|opened)\b.{0,15}\bdeals?\b|\bdeals?\b.{0,20}\b(?:created|opened)\b|新(?:增|建|开).{0,6}商机/,
  },
  { metric: "leads_received", words: /\bleads?\b|线索/ },
];

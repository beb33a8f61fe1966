// Whether words nobody called a question are one: a rep who says "we won the deal" reports, and asks nothing.
import type { MetricId } from "../metrics.ts";
import type { Query } from "../query.ts";
import { metricWords } from "./metric-words.ts";

const asking =
  /[?？]\s*$|^(?:how|who|whose|which|what|why|did|do|does|are|is|show|list|give)\b|多少|几[个单条次封]|谁|哪[个些位]|怎么样|如何|多久|多快|为什么|吗[。？?]?$|呢[。？?]?$/iu;
const reporting =
  /^(?:we|i|they|he|she|it|just|won|lost|closed|signed|called|met|sent|spoke)\b|了(?!多少|几)|已经|刚/iu;
const naming =
  /\b(?:deals|leads|calls|e-?mails|actions|touches|updates|sessions|rates?|pipeline|revenue|amount|cycle|health|quality|size|time|days|hours)\b|[数率额量]|周期|时长|分布|情况|排名|[各每]/iu;

/** Words long enough to be no question of this kind. */
const mostLeft = 120;

/** True for a question; with its query, also for a plain request such as "win rate by source". */
export function isQuestion(words: string, query?: Query): boolean {
  const said = words.trim();
  if (said.length > mostLeft) return false;
  if (asking.test(said)) return true;
  return query !== undefined && !reporting.test(said) && naming.test(said);
}

/** Metrics whose names nobody uses to report what happened. */
const unmistakable: ReadonlySet<MetricId> = new Set([
  "win_rate",
  "accept_rate",
  "action_done_rate",
  "contract_rate",
  "average_deal",
  "cycle_days",
  "won_amount",
  "open_amount",
]);

/** Whether words begin with such a metric: worth an answer even where the rest of them is not understood. */
export function beginsWithMetric(words: string): boolean {
  const said = words.normalize("NFKC").trim().toLowerCase();
  if (said.length > mostLeft) return false;
  return metricWords.some((one) => unmistakable.has(one.metric) && said.search(one.words) === 0);
}

/** Cheap, and before anything is looked up: whether a metric is named at all. */
export function mayConcernData(words: string): boolean {
  const said = words.normalize("NFKC").toLowerCase();
  return said.length <= mostLeft && metricWords.some((one) => one.words.test(said));
}

const following =
  /^(?:and|now|what about|how about|by|per|same|only|just|but|compared|versus|vs)\b|^(?:那|按|再|换|改|只看|各|每|和|与|跟|比)|呢\s*[?？。]?$/iu;

/** Whether words turn the question before: "and by month?", "那按月呢". */
export function followsUp(words: string): boolean {
  return words.length <= mostLeft && following.test(words.normalize("NFKC").trim());
}

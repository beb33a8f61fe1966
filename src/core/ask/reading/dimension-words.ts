// By what a question is split, in which order, and how many of it.
import type { Dimension } from "../dimensions.ts";
import { readCount } from "./period-words.ts";

const english: [Dimension, string][] = [
  [
    "person",
    "reps?|person|people|persons|salespe(?:ople|rson)|sellers?|owners?|colleagues?|members?",
  ],
  ["team", "teams?"],
  ["segment", "segments?|(?:customer |company )?sizes?"],
  ["industry", "industr(?:y|ies)|verticals?|sectors?"],
  ["source", "(?:lead )?sources?|channels?"],
  ["stage", "stages?"],
  ["product", "products?"],
  ["country", "countr(?:y|ies)"],
  ["region", "regions?|territor(?:y|ies)"],
  ["loss_reason", "(?:loss )?reasons?"],
  ["competitor", "competitors?|rivals?"],
  ["kind", "kinds?|types?"],
  ["month", "months?"],
  ["week", "weeks?"],
  ["quarter", "quarters?"],
];

const chinese: [Dimension, string][] = [
  ["loss_reason", "(?:丢单|输单)?原因"],
  ["segment", "(?:客户)?规模(?:客户)?"],
  ["person", "销售|人|成员|同事|员工|负责人"],
  ["team", "团队|小组|部门"],
  ["industry", "行业"],
  ["source", "(?:线索)?来源|渠道"],
  ["stage", "阶段"],
  ["product", "产品"],
  ["country", "国家"],
  ["region", "区域|地区|大区"],
  ["competitor", "竞争对手|对手|竞品"],
  ["kind", "类型|种类"],
  ["month", "月份?"],
  ["week", "周"],
  ["quarter", "季度?"],
];

const number = "(?:\\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten)";
const best = "(?:best|top|worst|biggest|largest|slowest|fastest|highest|lowest)";

/** Every way a dimension is asked for. */
const patterns: [Dimension, RegExp][] = [
  ...english.map(([dimension, words]): [Dimension, RegExp] => [
    dimension,
    new RegExp(
      `\\b(?:by|per|each|every|across|between|which|what|split by|(?:${best} )?${number}(?: ${best})?|${best}) (?:the |our )?(?:${words})\\b`,
    ),
  ]),
  [
    "person",
    /\bwho(?:se)?\b|\beverybody\b|\beveryone\b|\brank(?:ed|ing)?\b.{0,8}\breps?\b|\breps?\b.{0,4}\brank/,
  ],
  ["month", /\bmonthly\b|\bover time\b/],
  ["week", /\bweekly\b/],
  ["quarter", /\bquarterly\b/],
  ["loss_reason", /\bwhy (?:do|did|are|were|have) (?:we|i|they)\b.{0,10}\blos/],
  ...chinese.map(([dimension, words]): [Dimension, RegExp] => [
    dimension,
    new RegExp(
      `(?:各个?|每一?个?|按照?|分|不同的?|哪一?个|哪些|哪位|最[多少好差高低大小快慢长短]的)(?:${words})`,
    ),
  ]),
  [
    "person",
    /谁|大家各|每人各|最[多少好差高低]的[一二三四五六七八九十\d]{1,9}个?(?:人|销售)|[一二三四五六七八九十\d]{1,9}[名位](?:的)?(?:销售|人|同事)/,
  ],
  ["loss_reason", /为(?:什么|何).{0,4}[丢输]|丢单原因|输单原因/],
];

/** Every dimension a folded question asks to be split by, in its order. */
export function findDimensions(words: string): Dimension[] {
  const found = patterns.flatMap(([dimension, pattern]) => {
    const at = pattern.exec(words)?.index;
    return at === undefined ? [] : [{ dimension, at }];
  });
  return [...new Set(found.sort((a, b) => a.at - b.at).map(({ dimension }) => dimension))];
}

const most =
  /\b(?:most|best|highest|largest|biggest|top|longest|slowest|rank(?:ed|ing)?)\b|最[多高好大长慢]|前(?:\d|[一二三四五六七八九十])+[名位个]?|排名/;
const least = /\b(?:fewest|least|lowest|worst|smallest|shortest|fastest)\b|最[少低差小短快]/;

/** Which end comes first; null where nothing was said of it. */
export function findOrder(words: string): "most" | "least" | null {
  if (least.test(words)) return "least";
  return most.test(words) ? "most" : null;
}

const tops = [
  new RegExp(`\\b(?:top|first|best|worst) (?<count>${number})\\b`),
  new RegExp(`\\b(?<count>${number}) (?:best|worst|top|biggest|largest|slowest|fastest)\\b`),
  /前(?<count>\d{1,2}|[一二三四五六七八九十])[名位个]?/,
  /最[多少好差高低大小快慢]的(?<count>\d{1,2}|[一二三四五六七八九十])[名位个]/,
];

/** How many groups are wanted; null for all. */
export function findTop(words: string): number | null {
  for (const pattern of tops) {
    const count = readCount(pattern.exec(words)?.groups?.count);
    if (count) return count;
  }
  return null;
}

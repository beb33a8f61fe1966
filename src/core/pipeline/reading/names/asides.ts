// What is only said about a name, out of the way: "Marta Klein (CFO) signs" reads "Marta Klein signs".
import { type Folded, omit, placesOf } from "../folded.ts";
import { hanTitles, latinTitles } from "../lexicon/titles.ts";

const name = "[a-z][a-z.'-]{1,30}(?: [a-z][a-z.'-]{1,30}){0,3}";
const title = `(?<![a-z])(?:${latinTitles})(?: (?:of|for|at) (?:the )?[a-z]{1,30}(?: [a-z]{1,30})?)?`;
const phrase = `(?:(?:the|their|our|its|a|an|his|her|new) )?(?:[a-z&/-]{1,30} ){0,3}?${title}(?: (?:there|over there))?`;
const hanVerbs = "(?:拍板|说了算|做主|签字|审批|决定)";
const ends = "(?=\\s*(?:[,;.)]|$))";

/** An aside as a whole, or the marks that set a name apart from its title. */
const asides = new RegExp(
  [
    `\\s?\\((?=[^)]*${title})[^(),]{2,40}\\)`,
    // "Tom (decides)", 陈立(拍板), 邱总(女)签字
    `\\s?\\([^(),]{1,8}\\)(?=${hanVerbs})`,
    `\\((?=(?:decides|signs(?: off)?|approves|${hanVerbs})[^)]{0,12}\\))|(?<=\\((?:decides|signs(?: off)?|approves|${hanVerbs})[^)]{0,12})\\)`,
    `, ${phrase}${ends},?`,
    `(?<=${title}),(?= ${name}${ends})`,
    `(?<=${title}, ${name}),`,
    `(?<=${title} )\\((?=${name}\\))`,
    `(?<=${title} \\(${name})\\)`,
    `\\s?\\(\\p{Script=Han}{0,6}(?:${hanTitles})\\)`,
    `(?<=(?:${hanTitles}))[(,](?=\\p{Script=Han}{2,4}[),])|(?<=(?:${hanTitles})[(,]\\p{Script=Han}{2,4})[),]`,
    // A Chinese clause ends at a space, but not between who decides and that he does.
    `(?<=\\p{Script=Han}) (?=(?:最后|最终|亲自|负责)?${hanVerbs})|(?<=(?:决策|拍板|签字|审批)[人者]?) (?=\\p{Script=Han}{2,4}(?:[,;。\\s]|$))`,
    "(?<=换了|变了|改了),(?=现在|是|换)",
  ].join("|"),
  "gu",
);

/** The same text without asides. */
export function withoutAsides(folded: Folded): ReturnType<typeof omit> {
  return omit(folded, placesOf(folded.text, asides));
}

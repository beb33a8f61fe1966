// Names that stand in the records, in the shapes people say them: whole, by one part, without the legal form.
import type { PersonalRule } from "./kinds.ts";

/** Everybody and every account there is. */
export type KnownNames = { people: readonly string[]; accounts: readonly string[] };

const isHan = /\p{Script=Han}/u;
/** First or last names that are everyday words too: at the beginning of a sentence they are taken for those. */
const everyday = new Set(
  `will mark grace may june april hope bill rose art frank rich chase grant faith joy dean drew miles pat rob sue
   max ray long young best price case hall west north page cook baker brown green white black gray king short small
   bell field park banks stone rice fox wolf bishop carter cross day good hardy love moody noble power sharp strong`.split(
    /\s+/,
  ),
);
/** First words of companies that tell nobody which one. */
const general = new Set(
  `the first global united general national international american british european royal new north south east west
   central best great blue green red white black medical health city state public smart digital advanced modern
   premier prime total open data cloud tech team`.split(/\s+/),
);
const latinForm =
  /[\s,]+(?:ltd|limited|inc|llc|llp|plc|gmbh|ag|corp|corporation|company|co|group|holdings?|bv|sa|kg|oy|ab|as)\.?$/i;
const hanForm = /(?:股份有限公司|有限责任公司|有限公司|股份公司|集团公司|集团|公司)+$/;
const hanPlace =
  /^(?:中国|北京|上海|天津|重庆|深圳|广州|杭州|南京|苏州|成都|武汉|西安|厦门|青岛|宁波|无锡|江苏|浙江|广东|山东|四川|湖北|湖南|河南|河北|福建|安徽)(?:省|市)?(?=.{2})/;
const hanTrade =
  /(?:医疗|医药|生物|科技|技术|机械|电子|软件|制造|贸易|汽车|能源|物流|信息|器械|设备|实业|工业|银行|保险)+$/;

/** One rule per kind, longest names first; none where no name is known. */
export function knownRules({ people, accounts }: KnownNames): PersonalRule[] {
  return [
    ...toRules("company", accounts.flatMap(accountShapes)),
    ...toRules("name", people.flatMap(personShapes)),
  ];
}

function personShapes(name: string): string[] {
  const whole = name.normalize("NFKC").trim();
  if (whole.length < 2) return [];
  if (isHan.test(whole)) return whole.length >= 3 ? [whole, whole.slice(-2)] : [whole];
  const parts = whole.split(/\s+/).filter((part) => /^\p{Lu}[\p{L}'’-]{2,}$/u.test(part));
  return [anyCase(whole), ...parts.flatMap((part) => partShapes(part))];
}

/** What follows a name that begins a sentence, and no order or question that begins with the same word. */
const saying =
  "(?:\\p{Ll}+ed|said|told|was|is|has|had|wrote|went|thought|saw|gave|took|made|knew|felt|came|and|from)\\b";

/** A name as a part: as written or in capitals; one that is a word too only in the midst of a sentence. */
function partShapes(part: string): string[] {
  const both = `(?:${quote(part)}|${quote(part.toUpperCase())})`;
  const isWord = everyday.has(part.toLowerCase());
  return isWord ? [`(?<=[\\p{L},;] )${both}`, `${both}(?=(?:’s|'s)? ${saying})`] : [both];
}

function accountShapes(name: string): string[] {
  const whole = name.normalize("NFKC").trim();
  if (whole.length < 2) return [];
  if (!isHan.test(whole)) return latinAccount(whole);
  const bare = whole.replace(hanForm, "");
  const placeless = bare.replace(hanPlace, "");
  const core = placeless.replace(hanTrade, "");
  return [whole, bare, placeless, core].filter((each) => each.length >= 2).map(quote);
}

function latinAccount(whole: string): string[] {
  const bare = whole.replace(latinForm, "").replace(latinForm, "");
  const [first = ""] = bare.split(/\s+/);
  const isTelling = first.length >= 4 && !general.has(first.toLowerCase());
  return [anyCase(whole), anyCase(bare), ...(isTelling ? [quote(first)] : [])];
}

function toRules(kind: "name" | "company", shapes: readonly string[]): PersonalRule[] {
  if (shapes.length === 0) return [];
  const longest = [...new Set(shapes)].sort((one, other) => other.length - one.length);
  // Letters of another script may touch a name: 跟Tom说.
  const pattern = `(?<![\\p{Script=Latin}\\d])(?:${longest.join("|")})(?![\\p{Script=Latin}\\d])`;
  return [{ kind, pattern: new RegExp(pattern, "gu") }];
}

const quote = (value: string) => value.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&");

/** Letter by letter, since only whole names may be in any case. */
function anyCase(value: string): string {
  return [...value]
    .map((letter) => {
      const [lower, upper] = [letter.toLowerCase(), letter.toUpperCase()];
      return lower === upper ? quote(letter) : `[${lower}${upper}]`;
    })
    .join("");
}

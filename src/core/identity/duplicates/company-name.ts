// A company's name without what does not tell companies apart: legal form, group, and where it is registered.
import { byName } from "../../by-name.ts";

/** Legal forms, most of them from ISO 20275 (entity legal forms); "group" and "holding" come and go in practice. */
const latinForms = new Set(
  `ltd limited co company corp corporation inc incorporated llc llp lp plc gmbh mbh ag kg kgaa ug ohg se sas sasu
   sarl sa srl spa bv nv oy oyj ab as asa aps pty pte pvt kk sl slu lda group holding holdings the and`.split(
    /\s+/,
  ),
);
const hanForms =
  /(?:股份有限公司|有限责任公司|有限責任公司|有限公司|股份公司|集团公司|集团|集團|控股|总公司|分公司|公司)/g;
/** Registered names begin with the place; people leave it out. */
const hanPlaces =
  /^(?:中国|北京|上海|天津|重庆|深圳|广州|杭州|南京|苏州|成都|武汉|西安|厦门|青岛|宁波|无锡|长沙|郑州|济南|合肥|福州|东莞|佛山|大连|沈阳|香港|台湾|澳门|江苏|浙江|广东|山东|四川|湖北|湖南|河南|河北|福建|安徽|辽宁|陕西)(?:省|市)?(?=.{2})/;
/** Words for a trade, which are translated where the name itself is spelled. */
const trades: Record<string, string> = byName({
  科技: "technology",
  技术: "technology",
  贸易: "trading",
  医疗: "medical",
  电子: "electronics",
  机械: "machinery",
  软件: "software",
  制造: "manufacturing",
  国际: "international",
  银行: "bank",
  保险: "insurance",
  汽车: "automotive",
  能源: "energy",
  物流: "logistics",
  生物: "biotech",
});
const shortened: Record<string, string> = byName({
  tech: "technology",
  technologies: "technology",
  intl: "international",
  mfg: "manufacturing",
});
const isHan = /\p{Script=Han}/u;

/** Spells Chinese in Latin letters: "蓝海" as "lan hai". */
export type Spell = (text: string) => string;

/** A company's name in every spelling it is compared by; none where nothing is left of it. */
export function companySpellings(name: string, spell: Spell): string[] {
  const folded = name.normalize("NFKC").toLowerCase().replace(/[.'’]/g, "");
  const spelled = isHan.test(folded) ? hanSpellings(folded, spell) : [latinCore(folded)];
  return [...new Set(spelled)].filter((one) => one !== "");
}

function hanSpellings(folded: string, spell: Spell): string[] {
  const bare = folded.replace(/[(（[][^)）\]]*[)）\]]/g, "").replace(/[^\p{L}\p{N}]+/gu, "");
  const formless = bare.replace(hanForms, "") || bare;
  const placeless = formless.replace(hanPlaces, "");
  const core = placeless in trades ? formless : placeless;
  const translated = core.replace(new RegExp(Object.keys(trades).join("|"), "g"), (trade) =>
    trade === core ? trade : ` ${trades[trade]} `,
  );
  const words = translated.trim().split(/\s+/);
  return [core, words.map((word) => spell(word).replaceAll(" ", "")).join(" ")];
}

function latinCore(folded: string): string {
  const words = folded
    .replace(/\([^)]*\)/g, " ")
    .normalize("NFD")
    .replace(/[^\p{L}\p{N}]+/gu, (gap) => (/^\p{M}+$/u.test(gap) ? "" : " "))
    .trim()
    .split(" ");
  const core = words.filter((word) => !latinForms.has(word));
  return (core.length > 0 ? core : words).map((word) => shortened[word] ?? word).join(" ");
}

// A person's name in the spellings it is compared by: titles gone, Chinese also in pinyin, short forms in full.
import { byName } from "../../by-name.ts";
import type { Spell } from "./company-name.ts";

const titles = new Set([
  "mr",
  "mrs",
  "ms",
  "miss",
  "dr",
  "prof",
  "herr",
  "frau",
  "mme",
  "jr",
  "sr",
]);
const hanTitles = /(?:先生|女士|小姐|总经理|经理|主任|医生|老师|总监|总|工)$/;
const isHan = /\p{Script=Han}/u;
/** What people are called instead, in business e-mail of English speakers. */
const inFull: Record<string, string> = byName({
  alex: "alexander",
  andy: "andrew",
  ben: "benjamin",
  bill: "william",
  bob: "robert",
  chris: "christopher",
  dan: "daniel",
  dave: "david",
  ed: "edward",
  greg: "gregory",
  jim: "james",
  joe: "joseph",
  kate: "katherine",
  liz: "elizabeth",
  matt: "matthew",
  mike: "michael",
  nick: "nicholas",
  rob: "robert",
  sam: "samuel",
  steve: "stephen",
  sue: "susan",
  tom: "thomas",
  tony: "anthony",
  will: "william",
});

/** A person's name in every spelling; none where nothing is left of it. */
export function personSpellings(name: string, spell: Spell): string[] {
  const folded = name.normalize("NFKC").toLowerCase().trim();
  if (isHan.test(folded)) return hanSpellings(folded.replace(/[^\p{L}\p{N}]+/gu, ""), spell);
  const words = folded
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== "" && !titles.has(word));
  const full = words.map((word) => inFull[word] ?? word);
  return [...new Set([words.join(" "), full.join(" ")])].filter((one) => one !== "");
}

/** The family name comes first and is one character in nearly all names: "王丽丽" is "wang lili". */
function hanSpellings(name: string, spell: Spell): string[] {
  const bare = name.length > 2 ? name.replace(hanTitles, "") : name;
  const [family = "", ...given] = spell(bare).split(" ");
  return [bare, [family, given.join("")].filter((part) => part !== "").join(" ")];
}

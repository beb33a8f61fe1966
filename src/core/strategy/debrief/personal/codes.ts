// Addresses, numbers and codes that lead to somebody, in the forms people write them in both languages.
import type { PersonalRule } from "./kinds.ts";

const hanDigit = "[零〇○一二三四五六七八九幺两]";
const spokenDigit = "(?:oh|zero|one|two|three|four|five|six|seven|eight|nine|double|triple)";

/** In this order: what is longer or surer first, since what it took is gone. */
export const codeRules: readonly PersonalRule[] = [
  {
    kind: "link",
    pattern: /\bhttps?:\/\/[^\s，。；、）)」]+?(?=[的\s，。；、）)」,]|$)|\bwww\.[^\s，。；、]+/gi,
  },
  {
    kind: "email",
    pattern:
      /[\w.+-]+\s?(?:@|\(at\)|\[at\]|＠)\s?[\w-]+(?:\s?(?:\.|\(dot\)|\[dot\])\s?[A-Za-z0-9-]+)+/gi,
  },
  // Messenger accounts: the word that names the service, then the account.
  {
    kind: "account",
    pattern:
      /(?<=(?:微信号?|[vV]信号?|wechat|wx|qq号?|line id|whatsapp|telegram|skype|钉钉号?)\s*(?:id|号)?\s*(?:是|为|[:：])?\s*)(?=[\w.-]*[\d_.])[A-Za-z0-9][\w.-]{4,24}\b/gi,
  },
  { kind: "account", pattern: /(?<![\w.])@[A-Za-z_][\w.]{2,30}\b/g },
  // Bank: IBAN (ISO 13616) and card numbers (ISO/IEC 7812: 13 to 19 digits).
  { kind: "number", pattern: /\b[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){3,7}(?: ?[A-Z0-9]{1,3})?\b/g },
  { kind: "number", pattern: /(?<!\d)\d{4}(?:[ -]\d{4}){2,3}(?:[ -]\d{1,4})?(?!\d)/g },
  // Resident identity numbers (GB 11643) and unified social credit codes (GB 32100), 18 characters each.
  { kind: "number", pattern: /(?<![0-9A-Za-z])\d{17}[\dXx](?![0-9A-Za-z])/g },
  {
    kind: "number",
    pattern: /(?<![0-9A-Za-z])[0-9A-HJ-NP-RTUWXY]{2}\d{6}[0-9A-HJ-NP-RTUWXY]{10}(?![0-9A-Za-z])/g,
  },
  { kind: "number", pattern: /(?<!\d)\d{3}-\d{2}-\d{4}(?!\d)/g },
  // VAT numbers and passports: a country or series, then digits.
  { kind: "number", pattern: /(?<![A-Za-z0-9])[A-Z]{1,2}\d{7,12}(?![A-Za-z0-9])/g },
  {
    kind: "number",
    pattern:
      /[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼][A-HJ-NP-Z]·?[A-HJ-NP-Z0-9]{5,6}(?![A-Za-z0-9])/g,
  },
  // Whatever is called a number of a contract, an order or an invoice.
  {
    kind: "number",
    pattern:
      /(?<=\b(?:contract|order|invoice|customer|ticket|po|quote|account|case|passport|policy)\s*(?:no\.?|number|id|#)?\s*[:#]?\s*)(?=[A-Z0-9/-]*\d)[A-Z0-9][A-Z0-9/-]{3,}\b/gi,
  },
  {
    kind: "number",
    pattern:
      /(?<=(?:合同|订单|发票|客户|工单|保单|报价单?|投标|项目)(?:编?号|单号)\s*(?:是|为|[:：])?\s*)[A-Za-z0-9][A-Za-z0-9/-]{3,}/g,
  },
  // Telephones: mobile and fixed in China (with an extension), service numbers, then the international form.
  { kind: "phone", pattern: /(?:\+?86[- ]?)?(?<!\d)1[3-9]\d[- ]?\d{4}[- ]?\d{4}(?!\d)/g },
  { kind: "phone", pattern: /(?<!\d)0\d{2,3}[- ]?\d{7,8}(?!\d)(?:\s*(?:转|-)\s*\d{1,6})?/g },
  { kind: "phone", pattern: /(?<!\d)[48]00[- ]?\d{3}[- ]?\d{4}(?!\d)/g },
  {
    kind: "phone",
    pattern:
      /(?<![\d.]|\b(?:ISO|GB|IEC|EN|YY|DIN|ASTM|CE|JJF)(?:\/T)?[ -]?)(?!\d{4}-\d\d-\d\d)(?:\+|00)?(?:\(\d{1,5}\)|\d)(?:[ ().-]{0,2}\d){8,14}(?!\d)(?:\s*(?:ext\.?|x|extension)\s*\d{1,6})?/gi,
  },
  { kind: "phone", pattern: /(?<!\d)\d{3}[-. ]\d{4}(?!\d)/g },
  { kind: "phone", pattern: new RegExp(`${hanDigit}{7,13}`, "g") },
  {
    kind: "phone",
    pattern: new RegExp(`\\b${spokenDigit}(?:[ ,-]+${spokenDigit}){6,12}\\b`, "gi"),
  },
];

/** A character of a name of a place: what leads up to it ("send it to") is none. */
const han = "(?:(?![到在至是为去往给的]))\\p{Script=Han}";
const place = `(?:(?:${han}){2,8}?(?:省|自治区))?(?:(?:${han}){2,6}?市)?(?:(?:${han}){1,6}?(?:区|县|镇))?`;

/** Where somebody lives or works: a street with a number, a postcode, a room. */
export const addressRules: readonly PersonalRule[] = [
  {
    kind: "address",
    pattern: new RegExp(
      `(?<![\\p{Script=Han}--[到在至是为去往给的址]])${place}(?:${han}){1,6}?(?:路|街|大道|巷|弄|胡同|大街)[0-9一二三四五六七八九十百]+(?:号|弄)(?:[0-9A-Za-z一二三四五六七八九十]+(?:号楼|栋|幢|座|单元|楼|层|室|号))*`,
      "gv",
    ),
  },
  { kind: "address", pattern: /[0-9A-Za-z]+(?:号楼|栋|幢)[0-9A-Za-z]+(?:室|单元)/g },
  {
    kind: "address",
    pattern:
      /\b\d{1,5}[A-Za-z]?,? (?:[A-Z][\w'’.]+ ){1,4}(?:Street|St|Road|Rd|Avenue|Ave|Lane|Ln|Drive|Dr|Boulevard|Blvd|Square|Sq|Way|Court|Ct|Place|Close|Crescent|Terrace|Grove|Mews|Hill|Gardens|Row|Park|Parkway)\b\.?/g,
  },
  {
    kind: "address",
    pattern:
      /\b\d{1,4},? (?:Rue|Avenue|Boulevard|Via|Calle|Plaza|Place)(?: (?:de|du|des|la|le|del|della|l'))* [A-Z][\w'’-]+/g,
  },
  {
    kind: "address",
    pattern: /\b[A-Z][\wäöüß]+(?:straße|strasse|weg|platz|gasse|allee) \d{1,4}[a-z]?\b/g,
  },
  {
    kind: "address",
    pattern: /\b(?:Suite|Apt\.?|Apartment|Room|Unit|Flat) #?\d{1,5}[A-Z]?\b|\bP\.? ?O\.? Box \d+/g,
  },
  {
    kind: "address",
    pattern: /\b[A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2}\b|\b[A-Z]{2} \d{5}(?:-\d{4})?\b/g,
  },
];

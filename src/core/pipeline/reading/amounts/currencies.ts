// Which currency a sign or a word means where the rep works.

/** ISO codes by the signs and words that mean one currency everywhere, besides the code itself. */
const fixed: readonly (readonly [RegExp, string])[] = [
  [/us\$|us dollars?|美金|美元|美刀/, "USD"],
  [/hk\$|港币|港元/, "HKD"],
  [/au?\$/, "AUD"],
  [/ca?\$/, "CAD"],
  [/s\$|新币|新加坡元/, "SGD"],
  [/nz\$/, "NZD"],
  [/nt\$|新台币|台币/, "TWD"],
  [/r\$|reais/, "BRL"],
  [/£|pounds?|quid|英镑/, "GBP"],
  [/€|euros?|欧元/, "EUR"],
  [/rmb|元?人民币|yuan/, "CNY"],
  [/yen|日元/, "JPY"],
  [/₹|rupees?|rs/, "INR"],
  [/francs?|瑞郎/, "CHF"],
  [/rm|ringgit|马币|令吉/, "MYR"],
  [/dirhams?|迪拉姆/, "AED"],
  [/฿|baht|泰铢/, "THB"],
  [/₩|won|韩元/, "KRW"],
  [/₫|越南盾/, "VND"],
  [/₱/, "PHP"],
  [/rand/, "ZAR"],
  [/zł|zloty/, "PLN"],
];

/** ISO 4217 codes that are written with sums. Those that are words besides (TRY, ALL, PEN) are not among them. */
const codes =
  "usd|hkd|aud|cad|sgd|gbp|eur|cny|jpy|chf|inr|nzd|twd|nok|sek|dkk|isk|pln|czk|huf|bgn|aed|sar|qar|kwd|bhd|omr|ils|egp|zar|ngn|kes|ghs|brl|mxn|ars|clp|myr|thb|idr|php|vnd|krw|pkr|bdt|lkr|uah|kzt";

/** Countries whose dollar others share, by time zone (tz database names); every other rep's `$` is the United States'. */
const dollars: readonly (readonly [RegExp, string])[] = [
  [/^Australia\//, "AUD"],
  [/^Pacific\/(?:Auckland|Chatham)$/, "NZD"],
  [/^Asia\/Singapore$/, "SGD"],
  [/^Asia\/Hong_Kong$/, "HKD"],
  [/^Asia\/Taipei$/, "TWD"],
  [
    /^(?:Canada\/|America\/(?:Toronto|Montreal|Vancouver|Edmonton|Calgary|Winnipeg|Halifax|Regina|St_Johns|Moncton|Yellowknife|Whitehorse|Iqaluit)$)/,
    "CAD",
  ],
];
const crowns: readonly (readonly [RegExp, string])[] = [
  [/^Europe\/Oslo$/, "NOK"],
  [/^Europe\/Stockholm$/, "SEK"],
  [/^Europe\/Copenhagen$/, "DKK"],
];
const mainland = /^(?:Asia\/(?:Shanghai|Urumqi|Chongqing|Harbin|Kashgar)|PRC)$/;

const code = `(?:${codes}|rmb)(?![a-z])`;

/** The words and signs of money, before a figure. */
export const moneyBefore = `us\\$|hk\\$|au?\\$|ca?\\$|s\\$|nz\\$|nt\\$|r\\$|[$£€¥₹฿₩₫₱]|(?<![a-z])(?:rm|rs\\.?|kr)(?= ?\\d)|${code}|人民币|美金|美元|港币|港元|新台币|台币|新币|马币|欧元|英镑|日元|韩元|泰铢`;
/** After a figure. */
export const moneyAfter = `us dollars?|${code}|(?:dollars?|bucks|pounds?|quid|euros?|yuan|yen|rupees?|francs?|ringgit|dirhams?|baht|rand|kroner|kronor|kr|zł|zloty)(?![a-z])|[$£€¥₹]|元人民币|人民币|美金|美元|美刀|港币|港元|欧元|英镑|日元|韩元|泰铢|马币|令吉|瑞郎|新币|台币|元整?|块钱?|圆|刀`;

/** The ISO code a sign or word means in this zone; undefined where it says none. */
export function currencyOf(words: string, timeZone: string): string | undefined {
  const given = words.trim().replace(/\.$/, "");
  if (isCode.test(given)) return given.toUpperCase();
  const known = fixed.find(([pattern]) => pattern.exec(given)?.[0] === given);
  return known ? known[1] : currencyInZone(given, timeZone);
}

const isCode = new RegExp(`^(?:${codes})$`);

/** Signs and words that several countries share. */
function currencyInZone(words: string, timeZone: string): string | undefined {
  if (/[$]|dollars?|bucks|刀/.test(words)) return of(dollars, timeZone) ?? "USD";
  if (/^kr/.test(words)) return of(crowns, timeZone);
  if (/¥/.test(words)) return timeZone === "Asia/Tokyo" ? "JPY" : "CNY";
  if (/元|块|圆/.test(words)) return mainland.test(timeZone) ? "CNY" : localYuan(timeZone);
  return undefined;
}

/** Bare 万 and 亿 in mainland China are yuan; elsewhere they say no currency. */
export function currencyOfBareHan(timeZone: string): string | undefined {
  return mainland.test(timeZone) ? "CNY" : undefined;
}

function of(places: typeof dollars, timeZone: string): string | undefined {
  return places.find(([zones]) => zones.test(timeZone))?.[1];
}

function localYuan(timeZone: string): string | undefined {
  return ["HKD", "TWD"].find((each) => each === of(dollars, timeZone));
}

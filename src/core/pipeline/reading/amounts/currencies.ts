// Which currency a sign or a word means where the rep works.

/** ISO codes by the signs and words that mean one currency everywhere. */
const fixed: readonly (readonly [RegExp, string])[] = [
  [/us\$|usd|us dollars?|美金|美元|美刀/, "USD"],
  [/hk\$|hkd|港币|港元/, "HKD"],
  [/a\$|au\$|aud/, "AUD"],
  [/c\$|ca\$|cad/, "CAD"],
  [/s\$|sgd|新币|新加坡元/, "SGD"],
  [/nz\$|nzd/, "NZD"],
  [/nt\$|twd|新台币|台币/, "TWD"],
  [/£|gbp|pounds?|quid|英镑/, "GBP"],
  [/€|eur|euros?|欧元/, "EUR"],
  [/cny|rmb|人民币|yuan/, "CNY"],
  [/jpy|yen|日元/, "JPY"],
  [/inr|₹|rupees?/, "INR"],
  [/chf|francs?/, "CHF"],
];

/** Dollar countries by time zone (tz database names); every other rep's `$` is the United States'. */
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
const mainland = /^(?:Asia\/(?:Shanghai|Urumqi|Chongqing|Harbin|Kashgar)|PRC)$/;

/** The words and signs of money, before or after a figure. */
export const moneyBefore =
  "us\\$|hk\\$|au?\\$|ca?\\$|s\\$|nz\\$|nt\\$|[$£€¥₹]|(?:usd|hkd|aud|cad|sgd|gbp|eur|cny|rmb|jpy|chf|inr|nzd|twd)(?![a-z])|人民币|美金|美元|港币|港元|新台币|台币|新币|欧元|英镑|日元";
/** After a figure. */
export const moneyAfter =
  "us dollars?|(?:usd|hkd|aud|cad|sgd|gbp|eur|cny|rmb|jpy|chf|inr|nzd|twd|dollars?|bucks|pounds?|quid|euros?|yuan|yen)(?![a-z])|[$£€¥]|元人民币|人民币|美金|美元|美刀|港币|港元|欧元|英镑|日元|新币|台币|元整?|块钱?|圆|刀";

/** The ISO code a sign or word means in this zone; undefined where it says none. */
export function currencyOf(words: string, timeZone: string): string | undefined {
  const known = fixed.find(([pattern]) => pattern.test(words));
  if (known) return known[1];
  if (/[$]|dollars?|bucks|刀/.test(words)) return dollarOf(timeZone);
  if (/¥/.test(words)) return timeZone === "Asia/Tokyo" ? "JPY" : "CNY";
  if (/元|块|圆/.test(words)) return mainland.test(timeZone) ? "CNY" : localYuan(timeZone);
  return undefined;
}

/** Bare 万 and 亿 in mainland China are yuan; elsewhere they say no currency. */
export function currencyOfBareHan(timeZone: string): string | undefined {
  return mainland.test(timeZone) ? "CNY" : undefined;
}

function dollarOf(timeZone: string): string {
  return dollars.find(([zones]) => zones.test(timeZone))?.[1] ?? "USD";
}

function localYuan(timeZone: string): string | undefined {
  return ["HKD", "TWD"].find((code) => code === dollarOf(timeZone));
}

// What a locked phone may show: what, why and by when; no amounts, phone numbers or secrets.

/**
 * Words without what nobody beside the phone should read: e-mail addresses, money, and long numbers (phones, accounts,
 * contracts). Short numbers stay, so that "7-Eleven" and "3M" keep their names.
 */
export function withoutSecrets(words: string): string {
  return secrets.reduce((left, secret) => left.replace(secret, "…"), words);
}

const money = String.raw`(?:[$€£¥￥₹]|\b(?:USD|EUR|GBP|CNY|RMB|JPY|HKD|CHF|AUD|CAD|INR)\b)`;
// Every run has an end: a number of thousands of figures would be tried from each of them.
const figure = String.raw`\d(?:[\d.,\s]{0,40}\d)?(?:\s{0,3}(?:(?:k|m|bn|million|thousand)\b|万|亿|元|块))?`;

const secrets = [
  /(?<![\p{L}\p{N}._%+-])[\p{L}\p{N}._%+-]+@[\p{L}\p{N}.-]+/gu,
  new RegExp(`${money}\\s{0,3}${figure}`, "giu"),
  new RegExp(`${figure}\\s{0,3}${money}`, "giu"),
  /\d[\d.,]{0,40}\s{0,3}(?:万元?|亿元?|元|美元|欧元|million|thousand|bn)/giu,
  /\+?\d[\d\s().-]{5,40}\d/gu,
  /\d{5,}/gu,
];

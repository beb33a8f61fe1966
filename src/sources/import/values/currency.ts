// Currencies as people write them.
import { byName } from "../../../core/by-name.ts";

/** The ISO 4217 code of a sign, a name or a code; nothing when it is no currency. A bare $ is USD, a bare ¥ CNY. */
export function parseCurrency(text: string): string | undefined {
  const word = text.normalize("NFKC").trim().replace(/\.$/, "").toUpperCase();
  const known = Object.hasOwn(words, word) ? words[word] : undefined;
  return known ?? (codes.includes(word) ? word : undefined);
}

const codes =
  "AED ARS AUD BDT BRL CAD CHF CLP CNY COP CZK DKK EGP EUR GBP HKD HUF IDR ILS INR JPY KES KRW KWD MAD MOP MXN MYR NGN NOK NZD PEN PHP PKR PLN QAR RON RUB SAR SEK SGD THB TRY TWD UAH USD VND ZAR".split(
    " ",
  );

/** Of these, the ones with three decimals (ISO 4217). */
export const inThousandths: readonly string[] = ["KWD"];

const words: Record<string, string> = byName({
  $: "USD",
  US$: "USD",
  USD$: "USD",
  DOLLAR: "USD",
  DOLLARS: "USD",
  美元: "USD",
  HK$: "HKD",
  港币: "HKD",
  港元: "HKD",
  NT$: "TWD",
  A$: "AUD",
  AU$: "AUD",
  C$: "CAD",
  CA$: "CAD",
  S$: "SGD",
  SG$: "SGD",
  NZ$: "NZD",
  R$: "BRL",
  "€": "EUR",
  EURO: "EUR",
  EUROS: "EUR",
  欧元: "EUR",
  "£": "GBP",
  英镑: "GBP",
  "₹": "INR",
  RS: "INR",
  "₩": "KRW",
  韩元: "KRW",
  "₽": "RUB",
  "₫": "VND",
  "฿": "THB",
  "¥": "CNY",
  "CN¥": "CNY",
  RMB: "CNY",
  元: "CNY",
  块: "CNY",
  人民币: "CNY",
  "JP¥": "JPY",
  円: "JPY",
  日元: "JPY",
});

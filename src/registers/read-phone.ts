// Phone numbers by the numbering plans of their countries (libphonenumber).
import { parsePhoneNumberFromString } from "libphonenumber-js";
import type { ReadPhone } from "../core/pipeline/checks/company/ports.ts";

/** Eleven figures that begin as Chinese mobiles do are one; else the country has to be written. */
export const readPhone: ReadPhone = (typed) => {
  const text = typed.replace(/^tel:/i, "").replace(/^\s*00/, "+");
  const figures = text.replace(/\D/g, "");
  const isChinese = !text.startsWith("+") && /^(?:1[3-9]\d{9}|0\d{9,11})$/.test(figures);
  const read = parsePhoneNumberFromString(text, isChinese ? "CN" : undefined);
  if (!read) return undefined;
  return {
    ...{ number: read.number, country: read.country ?? null },
    ...{ isPossible: read.isPossible(), isValid: read.isValid() },
  };
};

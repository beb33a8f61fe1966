// Addresses, phones and domains as sources write them, in the one spelling that contacts are found by.
import { parsePhoneNumberFromString } from "libphonenumber-js";
import { getDomain } from "tldts";
import type { NameReaders } from "../../core/identity/names.ts";
import { isMasked } from "../import/values/masked.ts";
import { parsePhone } from "../import/values/phone.ts";
import { emailOf } from "./read.ts";

export const nameReaders: NameReaders = {
  email(text) {
    const email = emailOf(text);
    return email && !isMasked(email, "email") ? email : undefined;
  },
  phone(text) {
    if (isMasked(text, "phone")) return undefined;
    const phone = parsePhoneNumberFromString(text);
    return phone?.isPossible() ? phone.number : parsePhone(text);
  },
  domain(text) {
    if (isMasked(text, text.includes("@") ? "email" : "name")) return undefined;
    return getDomain(text.replace(/^.*@/, ""), { allowPrivateDomains: true }) ?? undefined;
  },
};

// The variables of checks of companies, for settings.ts: who may be asked.
import { z } from "zod";

const onOff = z
  .string()
  .toLowerCase()
  .pipe(z.enum(["on", "off"]));
const address = z
  .string()
  .refine((value) => URL.canParse(value) && /^https?:$/.test(new URL(value).protocol));

/** Name servers are asked when somebody checks a domain; registers only where the operator says so. */
export const companySettings = {
  CHECK_DNS: {
    what: "Checks: whether this machine's name servers are asked if a domain that somebody checks is there and takes mail.",
    expects: "on or off",
    where:
      "Your choice: off where nothing may leave; the answer then says that it was not checked.",
    fallback: "on",
    read: onOff,
  },
  REGISTER_GLEIF: {
    what: "Checks: whether the Global LEI Index, open and without a key, is asked for credit codes and LEIs that people check.",
    expects: "on or off",
    where: "Your choice: the code that is checked goes to gleif.org, nothing else.",
    fallback: "off",
    read: onOff,
  },
  REGISTER_GLEIF_URL: {
    what: "Checks: where that index is.",
    expects: "an address that begins with https:// or http://",
    where: "gleif.org → GLEIF API; change it for a mirror of your own.",
    fallback: "https://api.gleif.org/api/v1",
    read: address,
  },
  REGISTER_VIES: {
    what: "Checks: whether VIES, the EU's own service, is asked for VAT numbers that people check.",
    expects: "on or off",
    where: "Your choice: the number that is checked goes to ec.europa.eu, nothing else.",
    fallback: "off",
    read: onOff,
  },
  REGISTER_VIES_URL: {
    what: "Checks: where VIES is.",
    expects: "an address that begins with https:// or http://",
    where: "ec.europa.eu/taxation_customs/vies; change it for a mirror of your own.",
    fallback: "https://ec.europa.eu/taxation_customs/vies/rest-api",
    read: address,
  },
};

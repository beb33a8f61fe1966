// VIES, where the tax offices of the EU say whether a VAT number is in force (ec.europa.eu/taxation_customs/vies,
// "VIES on-the-Web", REST: POST /check-vat-number). A country's own office may be away; that is no answer.
import { z } from "zod";
import { byName } from "../core/by-name.ts";
import type { Subject } from "../core/pipeline/checks/company/checked.ts";
import { type Register, RegisterSilent } from "../core/pipeline/checks/company/ports.ts";
import { askJson, type RegisterOptions } from "./ask-json.ts";

export function createVies(options: RegisterOptions): Register {
  return {
    ...{ label: "VIES", host: new URL(options.baseUrl).host, isWhole: true },
    // Great Britain left; Northern Ireland is XI.
    covers: ({ type, country }) => type === "vatId" && country !== "GB",
    async find(subject) {
      const said = await askJson(options, { path: "/check-vat-number", body: toBody(subject) });
      const read = answer.safeParse(said);
      if (!read.success) throw new RegisterSilent("strange", "VIES answered in another form.");
      if ("errorWrappers" in read.data) throw toSilence(read.data.errorWrappers[0]?.error);
      const { valid, name, address } = read.data;
      if (!valid) return undefined;
      return {
        ...{ register: "VIES", name: told(name), otherNames: [], creditCode: null },
        country: isoOf[subject.country ?? ""] ?? subject.country,
        ...{ address: told(address), foundedYear: null, isActive: true },
        url: "https://ec.europa.eu/taxation_customs/vies/",
      };
    },
  };
}

function toBody({ value, country }: Subject): object {
  return { countryCode: country ?? value.slice(0, 2), vatNumber: value.slice(2) };
}

const answer = z.union([
  z.object({ errorWrappers: z.array(z.object({ error: z.string() })).min(1) }),
  z.object({ valid: z.boolean(), name: z.string().nullish(), address: z.string().nullish() }),
]);

/** Countries that keep names to themselves answer "---". */
function told(text: string | null | undefined): string | null {
  const said = (text ?? "").replace(/\s+/g, " ").trim();
  return said === "" || said === "---" ? null : said;
}

/** VIES has letters of its own for Greece and Northern Ireland. */
const isoOf: Record<string, string> = byName({ EL: "GR", XI: "GB" });

const busy = /MAX_CONCURRENT_REQ|IP_BLOCKED|VAT_BLOCKED/;

function toSilence(error = ""): RegisterSilent {
  if (busy.test(error)) return new RegisterSilent("busy", "VIES asks for patience.");
  if (error === "TIMEOUT")
    return new RegisterSilent("slow", "VIES waited in vain for the country.");
  if (error === "MS_UNAVAILABLE" || error === "SERVICE_UNAVAILABLE") {
    return new RegisterSilent("away", "VIES, or the country's own office, is away.");
  }
  return new RegisterSilent("strange", "VIES refused the question.");
}

// The doctor's line about checks of companies: who would be asked.
import type { Config } from "../../config.ts";
import type { PartState } from "./diagnose.ts";

const part = "checks";

/** Name servers, registers and the reader of licences, by their hosts. */
export function checkCompanyParts({ checks, vision }: Config): PartState {
  const { dns, gleifUrl, viesUrl } = checks;
  const hosts = [gleifUrl, viesUrl].flatMap((url) => (url ? [new URL(url).host] : []));
  const asked = [...(dns ? ["this machine's name servers"] : []), ...hosts];
  const who = asked.length > 0 ? `asks ${asked.join(", ")}` : "asks nobody";
  const licences = vision
    ? `licences are read by ${new URL(vision.baseUrl).host} (${vision.model})`
    : "licences are not read (VISION_BASE_URL)";
  return { part, state: asked.length > 0 ? "ok" : "off", why: `${who}; ${licences}` };
}
